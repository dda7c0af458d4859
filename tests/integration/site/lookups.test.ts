import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isObject, type Json } from '../../harness/rest'
import { parsedXml } from '../../harness/xml'
import { openPublication, SECRET, storeArticle, type Publication } from './publication'

let site: Publication

beforeAll(async () => {
  site = await openPublication()
  const { payload, ids } = site
  const redirect = (
    from: string,
    to: { article?: string; url?: string },
    type: '301' | '302' | '410' = '301',
  ) => payload.create({ collection: 'redirects', data: { from, to, type } })
  await redirect('/a', { url: '/b/' })
  await redirect('/b', { url: '/c' })
  await redirect('/c', { article: ids.first })
  await redirect('/soon', { url: '/c' }, '302')
  await redirect('/gone', {}, '410')
  await redirect('/round', { url: '/trip' })
  await redirect('/trip', { url: '/round' })
  await redirect('/away', { url: 'https://elsewhere.example/x' })
  await redirect('/to-draft', { article: ids.draft })
  await storeArticle(site, {
    title: 'Encoded',
    slug: 'encoded',
    publishedAt: '2020-01-01T00:00:00.000Z',
    source: { path: 'x.md', address: '/2020/小镇/' },
  })
})

afterAll(() => site.close())

const get = async (path: string): Promise<Json> => {
  const { status, json } = await site.get(path)
  expect([path, status]).toEqual([path, 200])
  return isObject(json) ? json : {}
}

const lookup = (path: string) => site.get(`/api/redirects/lookup?path=${encodeURIComponent(path)}`)

describe('a redirect', () => {
  test.each([
    ['/c', 301, '/en/flood/'],
    ['/c/', 301, '/en/flood/'],
    ['/c/index.html', 301, '/en/flood/'],
    ['https://old.example.org/c?x=1#y', 301, '/en/flood/'],
    ['/a', 301, '/en/flood/'],
    ['/soon', 302, '/en/flood/'],
    ['/away', 301, 'https://elsewhere.example/x'],
    ['/2019/flood.html', 301, '/en/flood/'],
    ['/2019/flood', 301, '/en/flood/'],
    ['/2020/小镇', 301, '/en/encoded/'],
    ['/2020/%E5%B0%8F%E9%95%87/', 301, '/en/encoded/'],
    ['/2020/%e5%b0%8f%e9%95%87', 301, '/en/encoded/'],
  ])('%s leads with %i to %s', async (path, type, to) => {
    const { status, json } = await lookup(path)
    expect([path, status, json]).toMatchObject([path, 200, { path, type, to }])
  })

  test('says that something is gone', async () => {
    expect((await lookup('/gone/')).json).toEqual({ path: '/gone/', type: 410 })
  })

  test.each(['/nowhere', '/to-draft', '/en/flood/'])('%s leads nowhere else', async (path) => {
    expect((await lookup(path)).status).toBe(404)
  })

  test('in a circle is refused', async () => {
    expect((await lookup('/round')).json).toMatchObject({ errors: [{ code: 'query-refused' }] })
  })

  test('without a path is refused', async () => {
    expect((await site.get('/api/redirects/lookup')).status).toBe(400)
  })
})

describe('an article is found', () => {
  test('by slug, by language and slug, with the parameters of REST', async () => {
    expect((await get('/api/articles/by-slug/bridges')).title).toBe('Bridges')
    expect((await get('/api/articles/by-slug/zh/flood')).title).toBe('洪水')
    const one = await get(
      '/api/articles/by-slug/en/flood?select[title]=true&select[contentHtml]=true',
    )
    expect(Object.keys(one).sort()).toEqual(['contentHtml', 'id', 'title'])
    expect((await get('/api/articles/by-slug/bridges?depth=0')).categories).toEqual([site.ids.news])
    expect((await site.get('/api/articles/by-slug/none')).status).toBe(404)
    expect((await site.get('/api/articles/by-slug/bridges?format=pdf')).status).toBe(400)
  })

  test('by the address it has and those it had', async () => {
    for (const path of [
      '/en/flood/',
      '/en/flood',
      '/2019/flood.html',
      'https://www.example.org/en/flood/',
    ]) {
      const { id } = await get(`/api/articles/by-address?path=${encodeURIComponent(path)}`)
      expect([path, id]).toEqual([path, site.ids.first])
    }
  })

  test('by no draft’s slug', async () => {
    expect((await site.get(`/api/articles/by-slug/${SECRET}-draft`)).status).toBe(404)
    expect((await site.get(`/api/articles/by-slug/${SECRET}-draft?draft=true`)).status).toBe(404)
    expect((await get('/api/articles/by-slug/bridges?draft=true')).title).toBe('Bridges')
  })
})

describe('beside an article', () => {
  test('stand the ones before and after, of the same moment too', async () => {
    const seen: unknown[] = []
    let id: unknown = site.ids.first
    while (typeof id === 'string') {
      seen.push(id)
      const { previous } = await get(`/api/articles/${id}/neighbours`)
      id = isObject(previous) ? previous.id : undefined
    }
    expect(seen).toHaveLength(4)
    expect(seen).toEqual(expect.arrayContaining([site.ids.first, site.ids.second, site.ids.third]))
    const { next } = await get(`/api/articles/${String(seen[1])}/neighbours`)
    expect(next).toMatchObject({ id: site.ids.first, url: '/en/flood/' })
    expect((await site.get(`/api/articles/${site.ids.draft}/neighbours`)).status).toBe(404)
  })

  test('stand those that share most with it', async () => {
    const { docs } = await get(`/api/articles/${site.ids.first}/related`)
    expect(docs).toMatchObject([{ title: 'Bridges', excerpt: 'On bridges.' }, { title: 'Mills' }])
  })

  test('stand the tags for the head of its page', async () => {
    const { tags, html, canonical } = await get(`/api/articles/${site.ids.first}/open-graph`)
    expect(canonical).toBe('https://www.example.org/en/flood/')
    expect(tags).toEqual(
      expect.arrayContaining([
        { property: 'og:type', content: 'article' },
        { property: 'article:author', content: 'Ada Reed' },
        { name: 'twitter:card', content: 'summary_large_image' },
      ]),
    )
    expect(html).toContain(
      '<meta property="og:title" content="The flood &lt;of&gt; 2024 &amp; after',
    )
  })
})

describe('counts', () => {
  test('of months', async () => {
    expect(await get('/api/archive?locale=en')).toEqual({
      total: 4,
      months: [
        { month: '2024-05', count: 1 },
        { month: '2024-04', count: 2 },
        { month: '2020-01', count: 1 },
      ],
    })
  })

  test('of categories, each article once', async () => {
    const { docs } = await get('/api/categories/tree')
    expect(docs).toMatchObject([
      { name: 'Empty', count: 0, total: 0, children: [] },
      {
        name: 'News',
        count: 1,
        total: 2,
        children: [{ name: 'Local', path: 'news/local', count: 1, total: 1 }],
      },
    ])
  })

  test('of tags and authors, most used first', async () => {
    expect((await get('/api/tags/counts')).docs).toMatchObject([
      { name: 'Flood', count: 2 },
      { name: 'River', count: 2 },
    ])
    expect((await get('/api/authors/counts?locale=en')).docs).toMatchObject([
      { slug: 'ada-reed', count: 2 },
    ])
    expect((await get('/api/authors/counts?locale=zh')).docs).toEqual([])
  })
})

describe('sitemaps', () => {
  test('are listed and hold every public article, with translations and pictures', async () => {
    const index = parsedXml((await site.get('/sitemap.xml')).text)
    expect(index.all('sitemap').map((one) => one.one('loc').text)).toEqual([
      'https://www.example.org/sitemaps/articles-1.xml',
      'https://www.example.org/sitemaps/terms.xml',
      'https://www.example.org/sitemaps/news.xml',
    ])
    const urls = parsedXml((await site.get('/sitemaps/articles-1.xml')).text).all('url')
    const flood = urls.find((url) => url.one('loc').text === 'https://www.example.org/en/flood/')
    expect(urls).toHaveLength(6)
    expect(flood?.one('lastmod').text).toMatch(/^\d{4}-/)
    expect(flood?.one('image:image').one('image:loc').text).toBe(
      'https://cms.example.org/media/cover.png',
    )
    expect(
      flood?.all('xhtml:link').map(({ attributes }) => [attributes.hreflang, attributes.href]),
    ).toEqual([
      ['en', 'https://www.example.org/en/flood/'],
      ['zh', 'https://www.example.org/zh/flood/'],
    ])
    const terms = parsedXml((await site.get('/sitemaps/terms.xml')).text)
    expect(terms.all('url').map((url) => url.one('loc').text)).toContain(
      'https://www.example.org/section/news/local/',
    )
    expect((await site.get('/sitemaps/articles-2.xml')).status).toBe(404)
  })

  test('of news hold the last two days', async () => {
    const { id } = await storeArticle(site, {
      title: 'Today',
      publishedAt: new Date().toISOString(),
    })
    const [url, ...others] = parsedXml((await site.get('/sitemaps/news.xml')).text).all('url')
    expect(others).toEqual([])
    expect(url?.one('news:news').one('news:title').text).toBe('Today')
    expect(url?.one('news:news').one('news:publication').one('news:language').text).toBe('en')
    await site.payload.delete({ collection: 'articles', id })
  })

  test('of news hold until the oldest of them is two days old', async () => {
    const { id } = await storeArticle(site, {
      title: 'Soon too old',
      publishedAt: new Date(Date.now() - (48 * 3600 - 50) * 1000).toISOString(),
    })
    const { headers, text } = await site.get('/sitemaps/news.xml')
    expect(text).toContain('Soon too old')
    const [, seconds] = /s-maxage=(\d+), stale-while-revalidate=0/.exec(
      headers.get('cache-control') ?? '',
    ) ?? ['', 'none']
    expect(Number(seconds)).toBeLessThanOrEqual(50)
    await site.payload.delete({ collection: 'articles', id })
  })

  test('are named by robots.txt', async () => {
    const { text, headers } = await site.get('/robots.txt')
    expect(text).toBe(
      'User-agent: *\nDisallow: /admin\n\nSitemap: https://www.example.org/sitemap.xml\n',
    )
    expect(headers.get('content-type')).toContain('text/plain')
  })
})

describe('oEmbed', () => {
  test('tells of an article by its address, as JSON and XML', async () => {
    const url = encodeURIComponent('https://www.example.org/en/flood/')
    expect(await get(`/api/oembed?url=${url}&maxwidth=300`)).toMatchObject({
      version: '1.0',
      type: 'rich',
      width: 300,
      author_name: 'Ada Reed',
      html: expect.stringContaining('The flood &lt;of&gt; 2024'),
      thumbnail_width: 1200,
    })
    const xml = parsedXml((await site.get(`/api/oembed?url=${url}&format=xml`)).text)
    expect(xml.one('title').text).toContain('The flood <of>')
  })

  test('knows nothing of other sites', async () => {
    expect((await site.get('/api/oembed?url=https://elsewhere.example/en/flood/')).status).toBe(404)
  })
})

test('nothing tells what is not public', async () => {
  const { ids } = site
  for (const path of [
    '/sitemap.xml',
    '/sitemaps/articles-1.xml',
    '/sitemaps/news.xml',
    '/api/archive',
    '/api/tags/counts',
    `/api/articles/${ids.first}/related?limit=20`,
    `/api/articles/${ids.first}/neighbours`,
    `/api/articles/${ids.chinese}/neighbours`,
    `/api/articles/${ids.second}/open-graph`,
    '/api/articles/by-slug/bridges',
  ]) {
    const { text, status } = await site.get(path)
    expect([path, status]).toEqual([path, 200])
    expect(text).not.toContain(SECRET)
  }
})
