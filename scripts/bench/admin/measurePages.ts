import { spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const ROUNDS = 20
const WARM_UP = 5
/** Linux's unit of processor time, the same on every machine that people have. */
const TICKS_A_SECOND = 100
const READY_WITHIN_MS = 120_000

const PAGES = {
  'first page': '/admin',
  'list of 50': '/admin/collections/articles?limit=50',
  // Words that each article has.
  'search of all': '/admin/collections/articles?limit=50&search=article',
  'search of one': '/admin/collections/articles?limit=50&search=4711',
}

/** Starts the server, logs in and asks for each page as a browser does: median and worst time, processor time, size of the HTML. */
export const measurePages = async (login: { email: string; password: string }) => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(
    process.execPath,
    ['--conditions=production', 'scripts/launch.mjs', 'scripts/start.ts'],
    {
      env: { ...process.env, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'error' },
      stdio: ['ignore', 'inherit', 'inherit'],
    },
  )
  try {
    await untilReady(address)
    const cookie = await sessionCookie(address, login)
    const rows = []
    for (const [page, path] of Object.entries(PAGES)) {
      rows.push({ page, ...(await measure(`${address}${path}`, { cookie, pid: server.pid })) })
    }
    return rows
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
}

const measure = async (url: string, { cookie, pid }: { cookie: string; pid?: number }) => {
  const times: number[] = []
  let size = 0
  let before = 0
  for (let round = 0; round < ROUNDS + WARM_UP; round += 1) {
    // The first rounds warm the server up.
    if (round === WARM_UP) before = await processorMs(pid)
    const begun = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`bench-page: ${url} answers ${answer.status}.`)
    size = Buffer.byteLength(html)
    if (round >= WARM_UP) times.push(performance.now() - begun)
  }
  const spent = (await processorMs(pid)) - before
  times.sort((one, other) => one - other)
  return {
    'median ms': Math.round(times[ROUNDS / 2] ?? 0),
    'worst ms': Math.round(times.at(-1) ?? 0),
    'processor ms': Math.round(spent / ROUNDS) || 'not known',
    KB: Math.round(size / 1024),
  }
}

/** What the process has used of the processors, from Linux's /proc: on a busy machine it says more than the clock. */
const processorMs = async (pid: number | undefined): Promise<number> => {
  const stat = await fs.readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return ((Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND) * 1000 || 0
}

const sessionCookie = async (address: string, login: object): Promise<string> => {
  const answer = await fetch(`${address}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  })
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
}

const untilReady = async (address: string): Promise<void> => {
  const deadline = Date.now() + READY_WITHIN_MS
  for (;;) {
    const isReady = await fetch(`${address}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    if (Date.now() > deadline) throw new Error('bench-server: the server is not ready in time.')
    await wait(200)
  }
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const found = probe.address()
      probe.close(() => {
        if (typeof found === 'object' && found) resolve(found.port)
        else reject(new Error('bench-port: no free port.'))
      })
    })
  })
