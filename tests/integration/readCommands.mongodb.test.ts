import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let installation: TestPayload
let server: Server
let address: string
const commands: string[] = []

type Debuggable = {
  set: (name: 'debug', log: (collection: string, method: string) => void) => void
}
const isDebuggable = (value: unknown): value is Debuggable =>
  typeof value === 'object' && value !== null && 'set' in value

beforeAll(async () => {
  installation = await openTestPayload()
  const { payload } = installation
  const relation = async (collection: 'authors' | 'categories' | 'tags') =>
    (await payload.create({ collection, data: { name: 'Ann', kind: 'person' } })).id
  const related = {
    authors: [await relation('authors')],
    categories: [await relation('categories')],
    tags: [await relation('tags')],
  }
  for (const title of ['One', 'Two', 'Three']) {
    await payload.create({
      collection: 'articles',
      data: { title, locale: 'en', stage: 'approved', _status: 'published', ...related },
    })
  }
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
  const connection = 'connection' in payload.db ? payload.db.connection : undefined
  if (!isDebuggable(connection)) throw new Error('The commands cannot be watched.')
  // The look at the log of changes belongs to no request, nor does that for the next publication.
  connection.set('debug', (collection: string, method: string) => {
    if (!collection.startsWith('change-log')) commands.push(`${collection}.${method}`)
  })
  await new Promise((resolve) => setTimeout(resolve, 500))
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await installation.close()
})

test.each([
  ['a list', '/api/articles?limit=10&depth=1', undefined, 6],
  ['a list of titles', '/api/articles?depth=0&select[title]=true', undefined, 2],
  ['an article', '/api/articles?where[slug][equals]=one&depth=1', undefined, 5],
  [
    'a GraphQL list without a count',
    '/api/graphql',
    '{ Articles { docs { title authors { name } tags { name } } } }',
    3,
  ],
])('%s is read with few commands, and from the cache with none', async (_, path, query, most) => {
  const ask = async (): Promise<string[]> => {
    commands.length = 0
    const response = await fetch(`${address}${path}`, {
      ...(query && {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      }),
    })
    expect(await response.text()).toContain('One')
    return [...commands]
  }
  expect((await ask()).length).toBeLessThanOrEqual(most)
  expect(await ask()).toEqual([])
})
