import { describe, expect, test } from 'vitest'
import { checkPattern, fillPattern, matchPattern } from '../../../src/site/addressPattern'
import { articleAddress } from '../../../src/site/articleAddress'
import { readSiteSettings } from '../../../src/site/siteSettings'

describe('a pattern', () => {
  test.each([
    ['/{locale}/{slug}', { locale: 'zh', slug: '小镇报' }, '/zh/%E5%B0%8F%E9%95%87%E6%8A%A5'],
    ['/{category}/{slug}/', { category: 'news/local', slug: 'a' }, '/news/local/a/'],
    ['/{category}/{slug}/', { slug: 'a' }, '/a/'],
    [
      'https://www.example.org/{year}/{slug}.html',
      { year: '2020', slug: 'a' },
      'https://www.example.org/2020/a.html',
    ],
  ])('%s is filled', (pattern, parts, address) => {
    expect(fillPattern(pattern, parts)).toBe(address)
  })

  test.each([
    ['/{locale}/{slug}', '/zh/小镇报/', { locale: 'zh', slug: '小镇报' }],
    ['/{category}/{slug}/', '/news/local/a', { category: 'news/local', slug: 'a' }],
    ['/{category}/{slug}/', '/a/', { category: undefined, slug: 'a' }],
    ['https://www.example.org/{year}/{slug}.html', '/2020/a.html', { year: '2020', slug: 'a' }],
    ['/{locale}/{slug}', '/a/b/c', undefined],
  ])('%s reads %s', (pattern, path, parts) => {
    expect(matchPattern(pattern, path)).toEqual(parts)
  })

  test.each(['blog/{slug}', '/{name}', '/{locale}', '/{slug}/{slug}'])(
    '%s is refused',
    (pattern) => {
      expect(checkPattern(pattern)).toBeTypeOf('string')
      expect(() => readSiteSettings({ ARTICLE_URL: pattern })).toThrow(
        'setting-invalid: ARTICLE_URL',
      )
    },
  )
})

test('a date in an address is that of the zone', () => {
  const article = { id: '1', slug: 'a', publishedAt: '2020-12-31T23:30:00.000Z' }
  const address = (timezone: string) =>
    articleAddress(article, { articleUrl: '/{year}/{month}/{day}/{slug}', timezone })
  expect(address('UTC')).toBe('/2020/12/31/a')
  expect(address('Asia/Shanghai')).toBe('/2021/01/01/a')
})

test('settings that mean nothing are refused by name', () => {
  for (const [name, value] of [
    ['SITE_URL', 'example'],
    ['SITE_TIMEZONE', 'Mars/Base'],
    ['FEED_CONTENT', 'some'],
    ['FEED_SIZE', '0'],
  ] as const) {
    expect(() => readSiteSettings({ [name]: value })).toThrow(`setting-invalid: ${name}`)
  }
})
