import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject } from '../../harness/rest'
import { parsedXml, type XmlElement } from '../../harness/xml'
import { openPublication, SECRET, storeArticle, type Publication } from './publication'

let site: Publication

beforeAll(async () => {
  site = await openPublication({ FEED_SIZE: '3' })
})

afterAll(() => site.close())

const feed = async (address: string): Promise<XmlElement> => {
  const { status, text } = await site.get(address)
  expect([address, status]).toEqual([address, 200])
  return parsedXml(text)
}

const titles = async (address: string): Promise<string[]> =>
  (await feed(address)).all('entry').map((entry) => entry.one('title').text)

const RFC_3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/
const RFC_822 = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/

describe('Atom', () => {
  test('has what RFC 4287 asks for', async () => {
    const atom = await feed('/feeds/all.atom')
    expect(atom.attributes.xmlns).toBe('http://www.w3.org/2005/Atom')
    expect(atom.one('id').text).toMatch(/^urn:uuid:/)
    expect(atom.one('title').text).toBe('The River & Town')
    expect(atom.one('updated').text).toMatch(RFC_3339)
    const self = atom.all('link').find(({ attributes }) => attributes.rel === 'self')
    expect(self?.attributes.href).toBe('https://www.example.org/feeds/all.atom')
    for (const entry of atom.all('entry')) {
      expect(entry.one('id').text).toMatch(/^urn:uuid:[\da-f-]{36}$/)
      expect(entry.one('updated').text).toMatch(RFC_3339)
      expect(entry.one('published').text).toMatch(RFC_3339)
      expect(entry.has('title') && entry.has('summary')).toBe(true)
      const [link] = entry.all('link')
      expect(link?.attributes).toMatchObject({ rel: 'alternate' })
      expect(link?.attributes.href).toMatch(/^https:\/\/www\.example\.org\/(en|zh)\//)
    }
  })

  test('tells author, categories, cover and content with whole addresses', async () => {
    const [, entry] = (await feed('/feeds/all.atom')).all('entry')
    expect(entry?.one('title').text).toBe('The flood <of> 2024 & after')
    expect(entry?.one('author').one('name').text).toBe('Ada Reed')
    expect(entry?.all('category').map(({ attributes }) => attributes.term)).toEqual([
      'Local',
      'River',
      'Flood',
    ])
    const enclosure = entry?.all('link').find(({ attributes }) => attributes.rel === 'enclosure')
    expect(enclosure?.attributes.href).toBe('https://cms.example.org/media/cover.png')
    expect(Number(enclosure?.attributes.length)).toBeGreaterThan(0)
    const content = entry?.one('content')
    expect(content?.attributes.type).toBe('html')
    expect(content?.text).toContain('<a href="https://www.example.org/old/page">See</a>')
  })

  test('pages by RFC 5005 lead through all entries once', async () => {
    const seen: string[] = []
    let address: string | undefined = '/feeds/all.atom'
    while (address) {
      const atom = await feed(address)
      seen.push(...atom.all('entry').map((entry) => entry.one('title').text))
      const next = atom.all('link').find(({ attributes }) => attributes.rel === 'next')
      address = next?.attributes.href?.replace('https://www.example.org', '')
    }
    expect(seen).toHaveLength(4)
    expect(new Set(seen).size).toBe(4)
    expect((await site.get('/feeds/all.atom?page=9')).status).toBe(404)
  })

  test('archives by RFC 5005 lead from month to month', async () => {
    const atom = await feed('/feeds/all.atom?archive=2024-05')
    expect(atom.has('fh:archive')).toBe(true)
    const links = new Map(
      atom.all('link').map(({ attributes }) => [attributes.rel, attributes.href]),
    )
    expect(links.get('current')).toBe('https://www.example.org/feeds/all.atom')
    expect(links.get('prev-archive')).toBe('https://www.example.org/feeds/all.atom?archive=2024-04')
    expect(links.has('next-archive')).toBe(false)
    expect(await titles('/feeds/all.atom?archive=2024-04')).toHaveLength(2)
    expect((await site.get('/feeds/all.atom?archive=May')).status).toBe(400)
  })

  test('identifies an entry by the same id after it was changed', async () => {
    const id = async () =>
      (await feed('/feeds/tag/flood.atom?locale=zh')).one('entry').one('id').text
    const before = await id()
    await site.payload.update({
      collection: 'articles',
      id: site.ids.chinese ?? '',
      data: { slug: 'hongshui' },
    })
    expect(await id()).toBe(before)
    await site.payload.update({
      collection: 'articles',
      id: site.ids.chinese ?? '',
      data: { slug: 'flood' },
    })
  })
})

describe('RSS', () => {
  test('has what RSS 2.0 asks for', async () => {
    const rss = await feed('/feeds/all.rss')
    expect(rss.attributes.version).toBe('2.0')
    const channel = rss.one('channel')
    for (const name of ['title', 'link', 'description']) expect(channel.one(name).text).not.toBe('')
    expect(channel.one('lastBuildDate').text).toMatch(RFC_822)
    for (const item of channel.all('item')) {
      expect(item.one('pubDate').text).toMatch(RFC_822)
      expect(item.one('guid').attributes.isPermaLink).toBe('false')
      expect(item.one('link').text).toMatch(/^https:/)
    }
    const [, item] = channel.all('item')
    expect(item?.one('dc:creator').text).toBe('Ada Reed')
    expect(item?.one('enclosure').attributes).toMatchObject({ type: 'image/png' })
    expect(item?.one('content:encoded').text).toContain('<b>rose</b>'.replaceAll('b>', 'strong>'))
  })
})

describe('JSON Feed', () => {
  test('has what version 1.1 asks for', async () => {
    const { json, headers } = await site.get('/feeds/all.json')
    expect(headers.get('content-type')).toContain('application/feed+json')
    expect(json).toMatchObject({
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The River & Town',
      feed_url: 'https://www.example.org/feeds/all.json',
      next_url: 'https://www.example.org/feeds/all.json?page=2',
    })
    const items = isObject(json) && Array.isArray(json.items) ? json.items.filter(isObject) : []
    expect(items).toHaveLength(3)
    for (const item of items) {
      expect(typeof item.id).toBe('string')
      expect(item.content_html ?? item.content_text).toBeTypeOf('string')
      expect(item.date_published).toMatch(RFC_3339)
    }
  })

  test('of excerpts has no bodies', async () => {
    const { text } = await site.get('/feeds/all.json?content=excerpt')
    expect(text).not.toContain('content_html')
    expect(text).toContain('"content_text":"Water rose. See"')
  })
})

describe('parts of the publication have feeds of their own', () => {
  test.each([
    ['/feeds/category/news.atom', ['The flood <of> 2024 & after', 'Bridges']],
    ['/feeds/category/news/local.atom', ['The flood <of> 2024 & after']],
    ['/feeds/tag/river.atom', ['The flood <of> 2024 & after', 'Bridges']],
    ['/feeds/author/ada-reed.atom', ['The flood <of> 2024 & after', 'Mills']],
    ['/feeds/language/zh.atom', ['洪水']],
    ['/feeds/tag/flood.atom?locale=en', ['The flood <of> 2024 & after']],
    ['/feeds/category/empty.atom', []],
  ])('%s', async (address, expected) => {
    expect(await titles(address)).toEqual(expected)
  })

  test.each([
    '/feeds/tag/none.rss',
    '/feeds/all.xml',
    '/feeds/other/x.rss',
    '/feeds/category/none.json',
  ])('%s is not there', async (address) => {
    const { status, json } = await site.get(address)
    expect(status).toBe(404)
    expect(json).toMatchObject({ errors: [{ code: 'document-not-found' }] })
  })
})

test('no feed tells what is not public', async () => {
  for (const format of ['rss', 'atom', 'json']) {
    for (const part of ['all', 'category/news', 'tag/river', 'author/ada-reed', 'language/en']) {
      for (const page of ['', '?page=2', '?archive=2024-05', '?content=excerpt']) {
        expect((await site.get(`/feeds/${part}.${format}${page}`)).text).not.toContain(SECRET)
      }
    }
  }
})

test('an imported article that nobody edited keeps the date of its file', async () => {
  const { id } = await storeArticle(site, {
    title: 'Imported',
    publishedAt: '2012-01-01T00:00:00.000Z',
    source: { path: 'a.md', updatedAt: '2013-02-03T00:00:00.000Z' },
  })
  const atom = await feed('/feeds/all.atom?archive=2012-01')
  expect(atom.one('entry').one('updated').text).toBe('2013-02-03T00:00:00.000Z')
  await site.payload.delete({ collection: 'articles', id })
})
