import autocannon from 'autocannon'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { firstAdmin } from './consistency/firstAdmin'
import { startInstance } from './consistency/startInstance'
import { startPlainPayload } from './reads/plainPayload'
import { seedArticles } from './reads/seed'

/**
 * `npm run bench -- reads [--articles=10000] [--seconds=5] [--port=4180] [--no-plain]`: requests a second of the same
 * questions to a server with its cache, to one without, to an Express that answers
 * from memory, and to a plain Payload on Next, each in a process of its own, on one
 * SQLite database, asked from this process. `cpu` is the server's processor time for a request: what it is on a machine
 * that others use as well.
 */
const option = (name: string, fallback: number): number =>
  Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? fallback)

type Question = { path: string; query?: string }
type Server = { address: string; pid: number }
type Measured = { rate: number; p99: number; cpuMs: number; failed: number }

const QUESTIONS: Record<string, Question> = {
  'list of 10, full': { path: '/api/articles?limit=10&depth=1' },
  'list of 10, titles': {
    path: '/api/articles?limit=10&depth=0&select[title]=true&select[slug]=true&select[publishedAt]=true',
  },
  'article by slug': { path: '/api/articles?where[slug][equals]=article-77&limit=1&depth=1' },
  'GraphQL list of 10': {
    path: '/api/graphql',
    query:
      '{ Articles(limit: 10, sort: "-publishedAt") { docs { title slug excerpt publishedAt authors { name slug } tags { name slug } } } }',
  },
}

const bareExpress = fileURLToPath(new URL('reads/bareExpress.ts', import.meta.url))

const main = async (): Promise<void> => {
  const seconds = option('seconds', 5)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'galley-reads-'))
  const environment = {
    DATABASE_URI: `file:${path.join(folder, 'galley.db')}`,
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: 'secret-of-the-bench',
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'silent',
  }
  const stops: (() => unknown)[] = []
  try {
    await seed(environment, option('articles', 10_000))
    const cached = await startInstance({ ...environment, CACHE_MEGABYTES: '128' })
    stops.push(cached.stop)
    const uncached = await startInstance({ ...environment, CACHE_MEGABYTES: '0' })
    stops.push(uncached.stop)
    const plain = process.argv.includes('--no-plain')
      ? undefined
      : await startPlainPayload(option('port', 4180), environment)
    if (plain) stops.push(plain.stop)
    const express = await startInstance({ SOURCE: cached.address }, bareExpress)
    stops.push(express.stop)
    const writeOnce = await writer(cached.address)

    for (const [name, question] of Object.entries(QUESTIONS)) {
      const etag = await etagOf(cached, question)
      const rows = {
        ...(plain && { 'plain Payload on Next': await measure(plain, question, { seconds }) }),
        'not cached': await measure(uncached, question, { seconds }),
        'Express from memory': await measure(express, question, { seconds }),
        cached: await measure(cached, question, { seconds }),
        'cached, 64 connections': await measure(cached, question, { seconds, connections: 64 }),
        'cached, a write every second': await measure(cached, question, {
          seconds,
          everySecond: writeOnce,
        }),
        ...(!question.query && {
          'not modified (304)': await measure(cached, question, { seconds, etag }),
        }),
      }
      const base = rows['plain Payload on Next']
      console.log(`\n${name}`)
      console.table(
        Object.fromEntries(
          Object.entries(rows).map(([row, { rate, p99, cpuMs, failed }]) => [
            row,
            {
              'requests/s': Math.round(rate),
              'p99 ms': p99,
              'cpu ms': cpuMs.toFixed(3),
              ...(base && {
                'times plain': (rate / base.rate).toFixed(1),
                'times plain, by cpu': (base.cpuMs / cpuMs).toFixed(1),
              }),
              ...(failed > 0 && { failed }),
            },
          ]),
        ),
      )
    }
  } finally {
    for (const stop of stops) await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const seed = async (environment: Record<string, string>, articles: number): Promise<void> => {
  Object.assign(process.env, environment)
  const { openPayload } = await import('../../src/openPayload')
  const payload = await openPayload()
  await seedArticles(payload, articles)
  await payload.destroy()
}

const measure = async (
  { address, pid }: Server,
  { path: route, query }: Question,
  {
    seconds,
    connections = 8,
    etag,
    everySecond,
  }: { seconds: number; connections?: number; etag?: string; everySecond?: () => Promise<void> },
): Promise<Measured> => {
  const options: autocannon.Options = {
    url: `${address}${route}`,
    connections,
    headers: {
      ...(etag && { 'if-none-match': etag }),
      ...(query && { 'content-type': 'application/json' }),
    },
    ...(query && { method: 'POST', body: JSON.stringify({ query }) }),
  }
  await autocannon({ ...options, duration: 1 })
  const timer = everySecond && setInterval(() => void everySecond(), 1000)
  const before = cpuSeconds(pid)
  const result = await autocannon({ ...options, duration: seconds })
  const cpu = cpuSeconds(pid) - before
  clearInterval(timer)
  const answered = result['2xx'] + result['3xx']
  return {
    rate: result.requests.average,
    p99: result.latency.p99,
    cpuMs: (cpu * 1000) / Math.max(1, answered),
    failed: result.non2xx - result['3xx'] + result.errors,
  }
}

/** Processor time of a process and of those that it has started; 0 where the system does not tell. */
const cpuSeconds = (pid: number): number => {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    const [user = 0, system = 0] = [Number(fields[11]), Number(fields[12])]
    return (user + system) / 100
  } catch {
    return 0
  }
}

const etagOf = async ({ address }: Server, { path: route, query }: Question): Promise<string> =>
  query ? '' : ((await fetch(`${address}${route}`)).headers.get('etag') ?? '')

/** Saves an article of the list, as an editor would. */
const writer = async (address: string): Promise<() => Promise<void>> => {
  const headers = {
    authorization: `JWT ${await firstAdmin(address)}`,
    'content-type': 'application/json',
  }
  const list = await fetch(`${address}/api/articles?limit=1&depth=0`)
  const { docs } = (await list.json()) as { docs: { id: string }[] }
  let count = 0
  return async () => {
    count += 1
    const answer = await fetch(`${address}/api/articles/${docs[0]?.id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ excerpt: `Saved ${count} times`, _status: 'published' }),
    }).catch(() => undefined)
    // A connection that was idle for long may be closed as it is used.
    if (answer && !answer.ok) throw new Error(`The write was refused: ${await answer.text()}`)
  }
}

await main()
