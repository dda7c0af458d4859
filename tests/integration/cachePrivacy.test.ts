import { createServer, type Server } from 'node:http'
import type { Payload } from 'payload'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createNewsroom, makeKey, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, isObject } from '../harness/rest'

const SECRET = 'secret-of-the-newsroom'

let installation: TestPayload
let payload: Payload
let newsroom: Newsroom
let server: Server
let address: string
let articleId: string

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload } = installation)
  newsroom = await createNewsroom(payload, installation.config)
  const author = await payload.create({
    collection: 'authors',
    data: { name: 'Ann', kind: 'person', user: newsroom.author.id },
  })
  const article = {
    title: 'Public',
    locale: 'en',
    stage: 'approved' as const,
    _status: 'published' as const,
    createdBy: newsroom.author.id,
    authors: [author.id],
    source: { path: 'a.md', sha256: SECRET, archive: SECRET, frontMatter: { note: SECRET } },
  }
  articleId = (await payload.create({ collection: 'articles', data: article })).id
  const hidden = { ...article, title: SECRET, excerpt: SECRET }
  await payload.create({ collection: 'articles', data: { ...hidden, _status: 'draft' } })
  await payload.create({
    collection: 'articles',
    data: { ...hidden, publishedAt: new Date(Date.now() + 3_600_000).toISOString() },
  })
  await payload.create({
    collection: 'articles',
    data: { ...hidden, expiresAt: new Date(Date.now() - 1000).toISOString() },
  })
  await payload.create({
    collection: 'articles',
    data: { ...hidden, deletedAt: new Date().toISOString() },
  })
  await payload.update({
    collection: 'articles',
    id: articleId,
    data: { title: SECRET },
    draft: true,
  })

  const { createApp } = await import('../../src/server/createApp')
  const { readSettings } = await import('../../src/server/settings')
  const app = createApp({
    payload,
    logger: pino({ level: 'silent' }),
    readiness: { admin: 'ready', isShuttingDown: false },
    settings: readSettings({ CACHE_MEGABYTES: '16' }),
  })
  server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const listening = server.address()
  if (typeof listening !== 'object' || !listening) throw new Error('The server does not listen.')
  address = `http://127.0.0.1:${listening.port}`
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await installation.close()
})

/** Every way that the newsroom may have asked just before. */
const staffHeaders = (): Record<string, string>[] => [
  { authorization: `JWT ${newsroom.admin.credentials.token}` },
  { authorization: `Bearer ${newsroom.editor.credentials.token}` },
  { cookie: `theme=dark; payload-token=${newsroom.admin.credentials.token}` },
  {
    authorization: `users API-Key ${newsroom.frontend.credentials.apiKey}`,
    cookie: `payload-token=${newsroom.admin.credentials.token}`,
  },
]

const outsiderHeaders = (): Record<string, string>[] => [
  {},
  { authorization: `users API-Key ${newsroom.frontend.credentials.apiKey}` },
]

const ask = async (path: string, headers: Record<string, string> = {}, query?: string) => {
  const response = await fetch(`${address}${path}`, {
    headers: { ...headers, ...(query && { 'content-type': 'application/json' }) },
    ...(query && { method: 'POST', body: JSON.stringify({ query }) }),
  })
  return {
    status: response.status,
    word: response.headers.get('x-cache'),
    control: response.headers.get('cache-control') ?? '',
    text: await response.text(),
  }
}

const INTERNAL_KEYS =
  /"(?:stage|createdBy|sha256|archive|editedAt|frontMatter|importedAt|user|email|apiKey|hash|salt)":(?!null)/

const COLLECTIONS = ['articles', 'authors', 'categories', 'tags', 'media', 'redirects']
const QUERIES = [
  ...COLLECTIONS.map((collection) => `/api/${collection}?depth=4&limit=50`),
  ...COLLECTIONS.map((collection) => `/api/${collection}/count`),
  '/api/articles?draft=true&depth=2',
  '/api/articles?trash=true',
  '/api/articles?draft=false&trash=false',
  '/api/articles?where[_status][equals]=draft',
  `/api/articles?where[title][equals]=${SECRET}`,
  '/api/articles?where[publishedAt][greater_than]=2026-01-01&sort=-publishedAt&depth=3',
  '/api/articles?where[deletedAt][exists]=true',
  '/api/articles?select[stage]=true&select[source]=true&select[createdBy]=true',
  '/api/articles?populate[authors][user]=true&populate[users][email]=true&depth=4',
  '/api/articles?sort=createdBy.email',
  '/api/articles/versions',
  '/api/users',
  '/api/users/me',
  '/api/imports',
  '/api/activity',
  '/api/change-log',
  '/api/payload-jobs',
]

describe('what the newsroom has read', () => {
  test.each(QUERIES)('never comes out of %s for the public', async (path) => {
    for (const headers of staffHeaders()) {
      const { word, control } = await ask(path, headers)
      expect(word).not.toBe('hit')
      expect(control).not.toMatch(/public/)
    }
    for (const headers of outsiderHeaders()) {
      for (let times = 0; times < 2; times += 1) {
        const { text } = await ask(path, headers)
        expect(text.replaceAll(encodeURIComponent(path), '')).not.toContain(SECRET)
        // A key reads its own user.
        if (path.startsWith('/api/users')) continue
        expect(text).not.toMatch(INTERNAL_KEYS)
        expect(text).not.toContain('@newsroom.test')
      }
    }
  })

  test.each([
    '{ Articles(limit: 50) { docs { title excerpt stage createdBy { email } source { sha256 frontMatter } } totalDocs } }',
    '{ Articles(draft: true) { docs { title } } }',
    '{ Articles(trash: true) { docs { title } } }',
    '{ Articles(where: { _status: { equals: draft } }) { docs { title } totalDocs } }',
    '{ Authors { docs { name user { email name } } } }',
    '{ versionsArticles { docs { version { title } } } }',
    '{ Users { docs { email role } } meUser { user { email } } }',
  ])('never comes out of %s for the public', async (query) => {
    for (const headers of staffHeaders()) {
      expect((await ask('/api/graphql', headers, query)).word).not.toBe('hit')
    }
    for (let times = 0; times < 2; times += 1) {
      const { text } = await ask('/api/graphql', {}, query)
      expect(text).not.toContain(SECRET)
      expect(text).not.toMatch(INTERNAL_KEYS)
    }
  })

  test('is what it was for a session while the public answer is kept', async () => {
    const path = '/api/articles?depth=0&limit=50'
    await ask(path)
    expect((await ask(path)).word).toBe('hit')
    const { word, text } = await ask(path, staffHeaders()[0])
    expect(word).toBe('bypass')
    const answer: unknown = JSON.parse(text)
    expect(isObject(answer) && answer.totalDocs).toBe(4)
  })
})

test('a key of drafts gets no answer of the public’s, and leaves none behind', async () => {
  const path = '/api/articles?depth=0&limit=51'
  const headers = { authorization: `users API-Key ${newsroom.drafts.apiKey}` }
  await ask(path)
  expect((await ask(path)).word).toBe('hit')
  for (const _ of [1, 2]) {
    const { word, text } = await ask(path, headers)
    expect(word).toBe('bypass')
    expect(text).toContain(SECRET)
  }
  expect((await ask(path)).text).not.toContain(SECRET)
})

describe('a key that is no good', () => {
  const path = '/api/articles?depth=0&limit=52'
  const query = '{ Articles { totalDocs } }'

  /** Status and code of an answer over REST, GraphQL and a feed. */
  const answers = async (apiKey: string) => {
    const headers = { authorization: `users API-Key ${apiKey}` }
    const seen = []
    for (const [address, body] of [[path], ['/api/graphql', query], ['/feeds/all.rss']] as const) {
      const { status, text } = await ask(address, headers, body)
      seen.push([status, text.includes('api-key-refused')])
    }
    return seen
  }
  const GOOD = [200, false]
  const REFUSED = [401, true]

  test('is refused from the moment that it is revoked, also where its answer is kept', async () => {
    const { id, apiKey } = await makeKey(installation.config, newsroom.admin.credentials, {
      name: 'Old site',
      scopes: ['read-published'],
    })
    await answers(apiKey)
    expect(await answers(apiKey)).toEqual([GOOD, GOOD, GOOD])
    const revoke = { method: 'POST', path: `/api-keys/${id}/revoke`, body: {} } as const
    await callRest(installation.config, { ...revoke, ...newsroom.admin.credentials })
    expect(await answers(apiKey)).toEqual([REFUSED, REFUSED, REFUSED])
  })

  test('is refused from its hour on, also where its answer is kept', async () => {
    const { id, apiKey } = await makeKey(installation.config, newsroom.admin.credentials, {
      name: 'Trial',
      scopes: ['read-published'],
      expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    await answers(apiKey)
    expect(await answers(apiKey)).toEqual([GOOD, GOOD, GOOD])
    const expiresAt = new Date(Date.now() - 1000).toISOString()
    await payload.db.updateOne({ collection: 'api-keys', id, data: { expiresAt } })
    expect(await answers(apiKey)).toEqual([REFUSED, REFUSED, REFUSED])
  })

  test.each([
    'nothing-like-a-key',
    `glk_000000000000_${'A'.repeat(43)}`,
    // The right prefix with another secret.
    undefined,
  ])('is refused when it is wrong: %s', async (wrong) => {
    const { apiKey } = newsroom.frontend
    const almost = `${apiKey.slice(0, -1)}${apiKey.endsWith('A') ? 'B' : 'A'}`
    expect(await answers(wrong ?? almost)).toEqual([REFUSED, REFUSED, REFUSED])
  })
})
