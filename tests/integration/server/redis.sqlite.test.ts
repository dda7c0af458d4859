import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { firstAdmin } from '../../../scripts/bench/consistency/firstAdmin'
import { startInstance } from '../../../scripts/bench/consistency/startInstance'
import { redisMessenger } from '../../../src/changes/redisMessenger'
import { createRateLimiter, type RateLimiter } from '../../../src/server/protection/rateLimit'
import { redisCounts } from '../../../src/server/protection/sharedCounts'

const hasRedis = spawnSync('redis-server', ['--version']).status === 0
const logger = pino({ level: 'silent' })
const WAIT = { timeout: 20_000, interval: 50 }

let port: number
let folder: string
let redis: ChildProcess | undefined
const opened: { close: () => unknown }[] = []

const start = (): void => {
  redis = spawn(
    'redis-server',
    ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder],
    { stdio: 'ignore' },
  )
}

const stop = async (): Promise<void> => {
  const running = redis
  redis = undefined
  if (!running) return
  const ended = new Promise((resolve) => running.once('exit', resolve))
  running.kill('SIGKILL')
  await ended
}

beforeAll(async () => {
  if (!hasRedis) return
  folder = mkdtempSync(path.join(os.tmpdir(), 'galley-redis-'))
  port = await freePort()
  start()
})

afterEach(() => {
  for (const one of opened.splice(0)) void one.close()
})

afterAll(async () => {
  await stop()
  if (hasRedis) rmSync(folder, { recursive: true, force: true })
})

const url = () => `redis://127.0.0.1:${port}`

describe.skipIf(!hasRedis)('the limits of requests of two servers on one Redis', () => {
  const MINUTE = 1_700_000_040_000
  let minute = 0

  /** Two servers in a minute of their own, which does not pass while a test runs. */
  const twoServers = (perMinute: number): [RateLimiter, RateLimiter] => {
    minute += 1
    const time = MINUTE + minute * 60_000 + 1000
    const make = () =>
      createRateLimiter(perMinute, { now: () => time, shared: redisCounts(url(), { logger }) })
    const servers: [RateLimiter, RateLimiter] = [make(), make()]
    opened.push(...servers)
    return servers
  }

  /** Asks until the server knows of what the other has counted, and tells how often it has asked. */
  const asksUntil = async (server: RateLimiter, left: number): Promise<void> => {
    await vi.waitFor(() => {
      const { headers } = server.take('watcher')
      expect(headers.length).toBeGreaterThan(0)
      expect(leftOf(server)).toBeLessThanOrEqual(left)
    }, WAIT)
  }

  const leftOf = (server: RateLimiter): number => {
    const header = server.take('reader').headers.find(([name]) => name === 'RateLimit')?.[1] ?? ''
    return Number(/r=(\d+)/.exec(header)?.[1])
  }

  it('count together', async () => {
    const [one, two] = twoServers(1000)
    for (let times = 0; times < 900; times += 1) expect(one.take('reader').isAllowed).toBe(true)
    await asksUntil(two, 99)
    while (two.take('reader').isAllowed) continue
    await vi.waitFor(() => expect(one.take('reader').isAllowed).toBe(false), WAIT)
    expect(one.take('another').isAllowed).toBe(true)
  })

  it('count each for itself while Redis is away, and together again when it is back', async () => {
    const [one, two] = twoServers(1000)
    one.take('reader')
    await asksUntil(two, 998)
    await stop()
    for (let times = 0; times < 500; times += 1) expect(one.take('reader').isAllowed).toBe(true)
    expect(leftOf(two)).toBeGreaterThan(500)
    start()
    await asksUntil(two, 499)
    await asksUntil(one, 499)
  })
})

describe.skipIf(!hasRedis)('calls of other servers through Redis', () => {
  it('are heard again after Redis was restarted, and its return is a call of its own', async () => {
    const [caller, hearer] = [redisMessenger(url(), { logger }), redisMessenger(url(), { logger })]
    opened.push(caller, hearer)
    let heard = 0
    hearer.listen(() => (heard += 1))
    const isCalled = async () => {
      const before = heard
      await vi.waitFor(() => {
        caller.call()
        expect(heard).toBeGreaterThan(before)
      }, WAIT)
    }
    await vi.waitFor(() => expect(hearer.isConnected()).toBe(true), WAIT)
    await isCalled()
    const before = heard
    await stop()
    await vi.waitFor(() => expect(hearer.isConnected()).toBe(false), WAIT)
    // From now on the log is read at short intervals.
    expect(heard).toBeGreaterThan(before)
    const away = heard
    start()
    await vi.waitFor(() => expect(hearer.isConnected()).toBe(true), WAIT)
    // What was written meanwhile is read now.
    expect(heard).toBeGreaterThan(away)
    await isCalled()
  })
})

describe.skipIf(!hasRedis)('two servers with a cache, on one database and one Redis', () => {
  /** Without Redis each of them would be heard of after five seconds. */
  const CHANGES = 8
  const BY_ASKING_ALONE_MS = CHANGES * 5000

  let servers: Awaited<ReturnType<typeof startInstance>>[]

  beforeAll(async () => {
    const environment = {
      DATABASE_URI: `file:${path.join(folder, 'galley.db')}`,
      MEDIA_DIR: path.join(folder, 'media'),
      PAYLOAD_SECRET: 'secret-of-the-test',
      REDIS_URL: url(),
      CACHE_MEGABYTES: '16',
    }
    // One after the other: the first brings the schema up to date.
    servers = [await startInstance(environment), await startInstance(environment)]
  }, 60_000)

  afterAll(async () => {
    for (const server of servers) await server.stop()
  })

  it('answer what the other has written as soon as it is called, and also while Redis is away', async () => {
    const [writer, reader] = servers.map(({ address }) => address)
    const token = await firstAdmin(writer ?? '')
    const send = async (method: string, route: string, body: object) => {
      const response = await fetch(`${writer}/api/tags${route}`, {
        method,
        headers: { authorization: `JWT ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
      return (await response.json()) as { doc: { id: string } }
    }
    const { id } = (await send('POST', '', { name: 'Before' })).doc
    const ask = async () => {
      const response = await fetch(`${reader}/api/tags/${id}`)
      const { name } = (await response.json()) as { name?: string }
      return { name, cache: response.headers.get('x-cache') }
    }
    const isSeen = async (name: string) => {
      await vi.waitFor(async () => expect((await ask()).name).toBe(name), WAIT)
      // The next change must drop an answer that lies ready.
      await vi.waitFor(async () => expect((await ask()).cache).toBe('hit'), WAIT)
      await send('PATCH', `/${id}`, { name: `${name}, changed` })
      await vi.waitFor(async () => expect((await ask()).name).toBe(`${name}, changed`), WAIT)
    }
    await isSeen('Before')
    const begun = performance.now()
    for (let count = 0; count < CHANGES; count += 1) {
      await send('PATCH', `/${id}`, { name: `Tag ${count}` })
      await isSeen(`Tag ${count}`)
    }
    expect(performance.now() - begun).toBeLessThan(BY_ASKING_ALONE_MS)
    await stop()
    await send('PATCH', `/${id}`, { name: 'Away' })
    await isSeen('Away')
    start()
    await send('PATCH', `/${id}`, { name: 'Back' })
    await isSeen('Back')
  }, 120_000)
})

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
