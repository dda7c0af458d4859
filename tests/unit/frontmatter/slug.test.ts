import { describe, expect, it } from 'vitest'
import { languageOf, slugOf } from '../../../src/frontmatter'
import { languageInPath } from '../../../src/frontmatter/locale'
import { nameOf } from '../../../src/frontmatter/slug'

describe('slugOf', () => {
  it.each([
    ['Hello, World!', 'hello-world'],
    ['_我们会给书面回复，但保密_', '我们会给书面回复-但保密'],
    ['Élan vital', 'élan-vital'],
    ["Don't panic", 'dont-panic'],
    ['C++ & C#', 'c-c'],
  ])('makes of %s %s', (text, slug) => {
    expect(slugOf(text)).toBe(slug)
  })

  it('is the same for composed and decomposed letters', () => {
    expect(slugOf('Cafe\u0301')).toBe(slugOf('Café'))
  })

  it('is never empty, and differs for different texts', () => {
    expect(slugOf('🎉')).toMatch(/^post-[0-9a-f]{8}$/)
    expect(slugOf('')).toMatch(/^post-/)
    expect(slugOf('🎉')).not.toBe(slugOf('🎈'))
  })

  it('holds at most 200 bytes of whole characters, and long texts do not collide', () => {
    const long = slugOf('书'.repeat(300))
    expect(Buffer.byteLength(long)).toBeLessThanOrEqual(200)
    expect(long).not.toContain('\ufffd')
    expect(long).not.toBe(slugOf('书'.repeat(301)))
  })
})

describe('nameOf', () => {
  it.each([
    ['_posts/2013-11-18-a-name.md', 'a-name'],
    ['content/post/bundle/index.zh-cn.md', 'bundle'],
    ['content/post/a.zh.md', 'a'],
    ['v1.2.md', 'v1.2'],
    ['2013-11-18.md', '2013-11-18'],
  ])('of %s is %s', (path, name) => {
    expect(nameOf(path)).toBe(name)
  })
})

describe('languages', () => {
  it.each([
    ['zh-cn', 'zh'],
    ['zh_Hans', 'zh'],
    ['zh-Hant-TW', 'zh-TW'],
    ['zh-tw', 'zh-TW'],
    ['en_US', 'en'],
    ['en-GB', 'en-GB'],
    ['pt-br', 'pt-BR'],
    ['xx', undefined],
    ['frontend', undefined],
  ])('%s is %s', (text, locale) => {
    expect(languageOf(text)).toBe(locale)
  })

  it.each([
    ['source/zh-cn/docs/a.md', 'zh'],
    ['content/posts/a.zh-tw.md', 'zh-TW'],
    ['i18n/fr/docs/a.md', 'fr'],
    ['chinese/articles/a.md', 'zh'],
    ['posts/it/laptops.md', undefined],
    ['posts/en-route.md', undefined],
  ])('the path %s names %s', (path, locale) => {
    expect(languageInPath(path)).toBe(locale)
  })
})
