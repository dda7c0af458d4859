import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestServer, type TestServer } from './openTestServer'

let server: TestServer
let authorId: string
let articleId: string

beforeAll(async () => {
  server = await openTestServer()
  const { payload } = server
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Ann', kind: 'person' },
  })
  authorId = author.id
  const article = await payload.create({
    collection: 'articles',
    data: {
      title: 'First',
      locale: 'en',
      stage: 'approved',
      _status: 'published',
      authors: [author.id],
    },
  })
  articleId = article.id
  await payload.create({ collection: 'tags', data: { name: 'Ink' } })
})

afterAll(() => server.close())

const get = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(`${server.address}${path}`, { headers })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text }
}
const wordOf = async (path: string): Promise<string | null> =>
  (await get(path)).headers.get('x-cache')

describe('the read cache', () => {
  test('answers the second request from memory, byte for byte', async () => {
    const first = await get('/api/articles?depth=1')
    const second = await get('/api/articles?depth=1')
    expect(first.headers.get('x-cache')).toBe('miss')
    expect(second.headers.get('x-cache')).toBe('hit')
    expect(second.text).toBe(first.text)
    const own = ['x-cache', 'x-request-id', 'date', 'ratelimit']
    const kept = ([name]: [string, string]) => !own.includes(name)
    expect([...second.headers].filter(kept)).toEqual([...first.headers].filter(kept))
  })

  test('finds one entry for two spellings of a query', async () => {
    await get('/api/tags?limit=3&sort=name')
    expect(await wordOf('/api/tags?sort=name&limit=3')).toBe('hit')
  })

  test('answers 304 to a client that has the answer, in any encoding', async () => {
    for (const encoding of ['identity', 'gzip', 'br']) {
      const { headers } = await get('/api/articles?depth=1', { 'accept-encoding': encoding })
      const etag = headers.get('etag') ?? ''
      expect(etag).toMatch(/^"/)
      const again = await get('/api/articles?depth=1', {
        'accept-encoding': encoding,
        'if-none-match': etag,
      })
      expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', etag])
    }
  })

  test('drops what shows an author when the author is saved, and nothing else', async () => {
    for (const path of ['/api/articles?depth=1', '/api/articles?depth=0', '/api/authors']) {
      await get(path)
    }
    await get('/api/tags')
    await server.payload.update({ collection: 'authors', id: authorId, data: { name: 'Anna' } })
    expect(await wordOf('/api/tags')).toBe('hit')
    expect(await wordOf('/api/articles?depth=0')).toBe('hit')
    const articles = await get('/api/articles?depth=1')
    expect(articles.headers.get('x-cache')).toBe('miss')
    expect(articles.text).toContain('Anna')
    expect((await get('/api/authors')).text).toContain('Anna')
  })

  test('keeps the public answer when a draft is saved', async () => {
    await get(`/api/articles/${articleId}`)
    await server.payload.update({
      collection: 'articles',
      id: articleId,
      data: { title: 'Draft title' },
      draft: true,
    })
    expect(await wordOf(`/api/articles/${articleId}`)).toBe('hit')
  })

  test('shows an article at its moment and hides it at its end', async () => {
    const now = Date.now()
    await server.payload.create({
      collection: 'articles',
      data: {
        title: 'Short life',
        locale: 'en',
        stage: 'approved',
        _status: 'published',
        publishedAt: new Date(now + 5000).toISOString(),
        expiresAt: new Date(now + 12_000).toISOString(),
      },
    })
    const shows = async () => (await get('/api/articles?depth=0')).text.includes('Short life')
    expect(await shows()).toBe(false)
    expect(await wordOf('/api/articles?depth=0')).toBe('hit')
    await new Promise((resolve) => setTimeout(resolve, now + 5010 - Date.now()))
    expect(await shows()).toBe(true)
    await new Promise((resolve) => setTimeout(resolve, now + 12_010 - Date.now()))
    expect(await shows()).toBe(false)
  })

  test.each(['?draft=true', '?trash=true', '/versions'])('keeps nothing for %s', async (rest) => {
    for (const word of ['bypass', 'bypass']) {
      const { headers } = await get(`/api/articles${rest}`)
      expect(headers.get('x-cache')).toBe(word)
      expect(headers.get('cache-control')).toMatch(/no-store/)
    }
  })
})
