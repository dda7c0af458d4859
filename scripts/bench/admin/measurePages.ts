import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

const ROUNDS = 20
const READY_WITHIN_MS = 120_000

const PAGES = {
  'first page': '/admin',
  'list of 50': '/admin/collections/articles?limit=50',
}

/** Starts the server, logs in and asks for each page as a browser does: median and worst time, and size of the HTML. */
export const measurePages = async (login: { email: string; password: string }) => {
  const port = await freePort()
  const address = `http://127.0.0.1:${port}`
  const server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts'], {
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), LOG_LEVEL: 'error' },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  try {
    await untilReady(address)
    const cookie = await sessionCookie(address, login)
    const rows = []
    for (const [page, path] of Object.entries(PAGES)) {
      rows.push({ page, ...(await measure(`${address}${path}`, cookie)) })
    }
    return rows
  } finally {
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGTERM')
    await ended
  }
}

const measure = async (url: string, cookie: string) => {
  const times: number[] = []
  let size = 0
  for (let round = 0; round < ROUNDS + 5; round += 1) {
    const begun = performance.now()
    const answer = await fetch(url, { headers: { cookie } })
    const html = await answer.text()
    if (answer.status !== 200) throw new Error(`bench-page: ${url} answers ${answer.status}.`)
    size = Buffer.byteLength(html)
    // The first rounds warm the server up.
    if (round >= 5) times.push(performance.now() - begun)
  }
  times.sort((one, other) => one - other)
  return {
    'median ms': Math.round(times[ROUNDS / 2] ?? 0),
    'worst ms': Math.round(times.at(-1) ?? 0),
    KB: Math.round(size / 1024),
  }
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
