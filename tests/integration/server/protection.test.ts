import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newApiKey } from '../../../collections/security/apiKeys'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { portOf } from './openTestServer'

let installation: TestPayload
const servers: Server[] = []
const lines: string[] = []
let address: string
const MAX_LIMIT = 5

const serve = async (environment: Record<string, string>): Promise<string> => {
  const { createApp } = await import('../../../src/server/createApp')
  const { readSettings } = await import('../../../src/server/settings')
  const server = createServer(
    createApp({
      payload: installation.payload,
      logger: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
      readiness: { admin: 'ready', isShuttingDown: false },
      settings: readSettings(environment),
    }),
  )
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${portOf(server)}`
}

const codeOf = async (response: Response): Promise<unknown> => {
  const body = (await response.json()) as {
    errors?: { code?: string; extensions?: { code: string } }[]
  }
  return body.errors?.[0]?.code ?? body.errors?.[0]?.extensions?.code
}

beforeAll(async () => {
  installation = await openTestPayload()
  const { payload } = installation
  for (let index = 0; index < MAX_LIMIT; index += 1) {
    await payload.create({ collection: 'tags', data: { name: `Tag ${index}` } })
  }
  await payload.create({
    collection: 'users',
    data: { name: 'Ann', email: 'ann@example.org', password: 'a-long-password-1', role: 'editor' },
  })
  address = await serve({ QUERY_MAX_LIMIT: String(MAX_LIMIT), SLOW_READ_MS: '0' })
})

afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await installation.close()
})

test('counts what comes from the cache as well, and refuses what is too much with the time to wait', async () => {
  const limited = await serve({ RATE_LIMIT_PER_MINUTE: '4' })
  const answers = []
  for (let times = 0; times < 5; times += 1)
    answers.push(await fetch(`${limited}/api/tags?limit=1`))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 429])
  expect(answers[1]?.headers.get('x-cache')).toBe('hit')
  expect(answers[1]?.headers.get('ratelimit')).toMatch(/^"default";r=2;t=\d+$/)
  expect(answers[1]?.headers.get('ratelimit-policy')).toBe('"default";q=4;w=60')
  const [refused] = answers.slice(-1)
  expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused?.headers.get('x-request-id')).toBeTruthy()
  expect(refused && (await codeOf(refused))).toBe('too-many-requests')
})

test('counts a good API key for itself, and one that is no good for its address', async () => {
  const limited = await serve({ RATE_LIMIT_PER_MINUTE: '3' })
  const { key, prefix, digest } = newApiKey()
  await installation.payload.create({
    collection: 'api-keys',
    data: { name: 'Site', scopes: ['read-drafts'], prefix, digest },
  })
  const ask = async (sent?: string): Promise<number> =>
    (
      await fetch(`${limited}/api/tags?limit=2`, {
        headers: sent ? { authorization: `users API-Key ${sent}` } : {},
      })
    ).status
  // The first request with the key is the address's: it is not known to be good before.
  expect(await ask(key)).toBe(200)
  expect([await ask(key), await ask(key), await ask(key), await ask(key)]).toEqual([
    200, 200, 200, 429,
  ])
  expect([await ask('guess-1'), await ask('guess-2'), await ask('guess-3'), await ask()]).toEqual([
    401, 401, 429, 429,
  ])
})

test.each([
  ['more documents than an answer has', '/api/tags?limit=6'],
  ['a page that nothing has', '/api/tags?page=100001'],
  [
    'many conditions',
    `/api/tags?${Array.from({ length: 101 }, (_, i) => `where[or][${i}][name][equals]=a`).join('&')}`,
  ],
  [
    'many conditions as JSON',
    `/api/tags?where=${encodeURIComponent(JSON.stringify({ or: Array.from({ length: 101 }, () => ({ name: { equals: 'a' } })) }))}`,
  ],
  ['conditions within conditions', `/api/tags?where${'[and][0]'.repeat(8)}[name][equals]=a`],
  ['a long address', `/api/tags?where[name][equals]=${'a'.repeat(8000)}`],
  ['a sort by many fields', `/api/tags?sort=${Array.from({ length: 11 }, () => 'name').join(',')}`],
])('refuses %s, by GET and by POST in place of it', async (_, path) => {
  const [where = '', query = ''] = path.split('?')
  const headers = { 'x-http-method-override': 'GET' }
  const form = { ...headers, 'content-type': 'application/x-www-form-urlencoded' }
  for (const response of [
    await fetch(address + path),
    await fetch(address + where, { method: 'POST', headers: form, body: query }),
    await fetch(address + path, { method: 'POST', headers }),
  ]) {
    expect(response.status).toBe(400)
    expect(await codeOf(response)).toBe('query-too-large')
  }
})

test.each(['limit=-1', 'limit=many', 'limit[]=500', 'limit=1&limit=500', 'limit=1e9', 'page=-1'])(
  'refuses %s, which Payload would take for no limit or can’t answer',
  async (query) => {
    const response = await fetch(`${address}/api/tags?${query}`)
    expect(response.status).toBe(400)
    expect(await codeOf(response)).toBe('query-refused')
  },
)

test.each(['limit: -1', 'page: -1'])('refuses %s in GraphQL', async (argument) => {
  const query = encodeURIComponent(`{ Tags(${argument}) { docs { name } } }`)
  const response = await fetch(`${address}/api/graphql?query=${query}`)
  expect(await codeOf(response)).toBe('query-refused')
})

test('answers a read that was sent by POST like the same by GET, also from the cache', async () => {
  const query = 'where[name][equals]=Tag 3&limit=3'
  const ask = (override: string) =>
    fetch(`${address}/api/tags`, {
      method: 'POST',
      headers: { [override]: 'GET', 'content-type': 'application/x-www-form-urlencoded' },
      body: query,
    })
  const byGet = await (await fetch(`${address}/api/tags?${query}`)).text()
  expect(byGet).toContain('"totalDocs":1')
  for (const override of ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']) {
    const byPost = await ask(override)
    expect(byPost.headers.get('x-cache')).toBe('hit')
    expect(await byPost.text()).toBe(byGet)
  }
})

const deep = (levels: number): object =>
  levels === 0 ? { name: { equals: 'a' } } : { AND: [deep(levels - 1)] }

test.each([
  [
    'many conditions',
    { where: { OR: Array.from({ length: 101 }, () => ({ name: { equals: 'a' } })) } },
  ],
  ['many values', { where: { name: { in: Array.from({ length: 101 }, () => 'a') } } }],
  ['conditions within conditions', { where: deep(8) }],
  ['a long condition', { where: { name: { equals: 'a'.repeat(8000) } } }],
  ['a sort by many fields', { sort: Array.from({ length: 11 }, () => 'name').join(',') }],
  ['a page that nothing has', { page: 100_001 }],
])('refuses %s in the variables of GraphQL', async (_, variables) => {
  const ask = (query: string) =>
    fetch(`${address}/api/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    })
  const list = `query($where: Tag_where, $sort: String, $page: Int) {
    Tags(where: $where, sort: $sort, page: $page) { docs { name } } }`
  expect(await codeOf(await ask(list))).toBe('query-too-large')
  if (!('where' in variables)) return
  const count = 'query($where: Tag_where) { countTags(where: $where) { totalDocs } }'
  expect(await codeOf(await ask(count))).toBe('query-too-large')
})

test('does not tell how much there is of what the public may not read', async () => {
  const limited = await serve({ QUERY_MAX_LIMIT: '0' })
  for (const path of ['users', 'activity', 'api-keys', 'comments']) {
    expect((await fetch(`${limited}/api/${path}?pagination=false`)).status).toBe(403)
  }
  await installation.payload.create({
    collection: 'articles',
    data: { title: 'Unfinished', locale: 'en', stage: 'draft', _status: 'draft' },
    draft: true,
  })
  expect((await fetch(`${limited}/api/articles?pagination=false`)).status).toBe(200)
})

test('gives all documents while they are as few as an answer may have', async () => {
  expect((await fetch(`${address}/api/tags?limit=0`)).status).toBe(200)
  expect((await fetch(`${address}/api/tags?limit=5&depth=99`)).status).toBe(200)
  const more = await installation.payload.create({ collection: 'tags', data: { name: 'One more' } })
  for (const query of ['limit=0', 'pagination=false']) {
    const response = await fetch(`${address}/api/tags?${query}&sort=slug`)
    expect(response.status).toBe(400)
    expect(await codeOf(response)).toBe('query-too-large')
  }
  const graphql = (query: string) =>
    fetch(`${address}/api/graphql?query=${encodeURIComponent(query)}`).then(
      (response) => response.json() as Promise<{ data?: { Tags?: { docs: unknown[] } } }>,
    )
  expect((await graphql('{ Tags(limit: 0) { docs { name } } }')).data?.Tags?.docs).toHaveLength(5)
  expect(JSON.stringify(await graphql('{ Tags(limit: 6) { docs { name } } }'))).toContain(
    'query-too-large',
  )
  await installation.payload.delete({ collection: 'tags', id: more.id })
})

test('logs a read that was slow', async () => {
  await fetch(`${address}/api/tags?limit=3&sort=-name`)
  expect(lines.filter((line) => line.includes('slow read')).join()).toContain('/api/tags?limit=3')
})

test('refuses further logins from an address from which many were refused, over REST and GraphQL', async () => {
  const login = (password: string) =>
    fetch(`${address}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email: `nobody-${password}@example.org`, password }),
    })
  for (let times = 0; times < 20; times += 1) expect((await login(`w${times}`)).status).toBe(401)
  const refused = await login('w20')
  expect(refused.status).toBe(429)
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await codeOf(refused)).toBe('too-many-requests')
  const mutation =
    'mutation { loginUser(email: "ann@example.org", password: "a-long-password-1") { token } }'
  const graphql = await fetch(`${address}/api/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: mutation }),
  })
  const text = await graphql.text()
  expect(text).toContain('too-many-requests')
  expect(text).not.toContain('"token":"')
})
