import { createServer, type Server } from 'node:http'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkConsistency } from '../../scripts/bench/consistency/check'
import { startInstance } from '../../scripts/bench/consistency/startInstance'
import { createNewsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let installation: TestPayload
let other: Awaited<ReturnType<typeof startInstance>>
const servers: Server[] = []

const serve = async (megabytes: string): Promise<string> => {
  const { createApp } = await import('../../src/server/createApp')
  const { readSettings } = await import('../../src/server/settings')
  const app = createApp({
    payload: installation.payload,
    logger: pino({ level: 'silent' }),
    readiness: { admin: 'ready', isShuttingDown: false },
    settings: readSettings({ CACHE_MEGABYTES: megabytes }),
  })
  const server = createServer(app)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('The server does not listen.')
  return `http://127.0.0.1:${address.port}`
}

beforeAll(async () => {
  installation = await openTestPayload()
  other = await startInstance()
})

afterAll(async () => {
  await other.stop()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await installation.close()
})

test('a server with a cache, and one beside it within a second, answer as one without', async () => {
  const { payload, config } = installation
  const { admin } = await createNewsroom(payload, config)
  const report = await checkConsistency({
    cached: await serve('16'),
    uncached: await serve('0'),
    other: other.address,
    token: admin.credentials.token ?? '',
    pairs: 240,
    seed: 7,
  })
  expect(report.mismatches).toEqual([])
  expect(report.pairs).toBe(240)
  expect(report.hits).toBeGreaterThan(0)
  expect(report.refusedWrites).toBe(0)
}, 180_000)
