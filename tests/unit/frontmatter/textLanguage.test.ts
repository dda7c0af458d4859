import { describe, expect, it } from 'vitest'
import { emptySite } from '../../../src/frontmatter'
import { languageOfText } from '../../../src/frontmatter/textLanguage'
import { mapped } from './fixture'

describe('languageOfText', () => {
  it.each([
    ['这是一篇关于 JavaScript 的文章，介绍 Promise 与 async function。', 'zh'],
    ['這篇文章會說明該如何開發與測試這個專案。', 'zh-TW'],
    ['これはテストの記事です。内容はありません。', 'ja'],
    ['안녕하세요. 이 글은 시험용 문서입니다.', 'ko'],
    ['Это короткая статья о том, как мы работаем.', 'ru'],
    ['Ця стаття про те, як ми працюємо, і її зміст.', 'uk'],
    ['Το άρθρο αυτό είναι σύντομο και απλό.', 'el'],
  ])('of “%s” is %s', (text, language) => {
    expect(languageOfText(text)).toBe(language)
  })

  it.each([
    'An English text that quotes 你好世界 once and then goes on for many more words, as English texts do.',
    'Ein deutscher Text mit Umlauten: äöüß.',
    '```js\n// 这是代码里的注释，不是正文\n```\nOnly code is in Chinese here.',
    '',
  ])('is not told by “%s”', (text) => {
    expect(languageOfText(text)).toBeUndefined()
  })
})

describe('the language of a text', () => {
  const chinese = '---\ntitle: 一篇文章\n---\n正文是中文的，没有语言的键。'

  it('is told by its letters where nothing names it, or only the English of a sample configuration does', () => {
    expect(mapped(chinese).article.locale).toBe('zh')
    const site = { ...emptySite('hexo'), language: 'en' }
    expect(mapped(chinese, { dialect: 'hexo', site }).article.locale).toBe('zh')
  })

  it('is the site’s where a folder named like another language holds its texts', () => {
    const site = { ...emptySite('hexo'), language: 'zh' }
    const inFolder = (text: string) =>
      mapped(text, { dialect: 'hexo', path: 'source/_posts/es/a.md', site }).article.locale
    expect(inFolder(chinese)).toBe('zh')
    expect(inFolder('---\ntitle: Un artículo\n---\nTexto en español.')).toBe('es')
  })

  it('is no part of an address when only the letters tell it', () => {
    const { article } = mapped(chinese, { dialect: 'zola', path: 'content/a.md' })
    expect(article).toMatchObject({ locale: 'zh', address: '/a/' })
  })

  it('is the one that the file, its path or a site of another script names', () => {
    expect(mapped(chinese.replace('title', 'lang: en\ntitle')).article.locale).toBe('en')
    expect(mapped(chinese, { path: 'docs/fr/a.md' }).article.locale).toBe('fr')
    const site = { ...emptySite('hexo'), language: 'ja' }
    expect(mapped(chinese, { dialect: 'hexo', site }).article.locale).toBe('ja')
  })
})
