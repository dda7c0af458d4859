import { execFile, spawn } from 'node:child_process'
import fs from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const READY_WITHIN_MS = 120_000

export type Product = {
  address: string
  log: () => string
  /** Imports a folder into the running product by the command that operators use. */
  importFolder: (folder: string) => Promise<void>
  /** Kills the server as a power cut does, and starts it again on what it has left. */
  restartKilled: () => Promise<void>
  stop: () => Promise<void>
}

/**
 * Starts the production server on a free port with an empty SQLite database; the admin panel must be built.
 * @throws Error with the server's output when it isn't ready in time
 */
export const startProduct = async (): Promise<Product> => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-e2e-'))
  const port = await freePort()
  const address = `http://localhost:${port}`
  let output = ''
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    NODE_ENV: 'production',
    PORT: String(port),
    PUBLIC_URL: address,
    DATABASE_URI: `file:${path.join(folder, 'galley.db')}`,
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: 'secret-of-the-browser-tests-0123456789',
  }
  const spawned = () => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', 'scripts/launch.mjs', 'scripts/start.ts'],
      { cwd: ROOT, env },
    )
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
    }
    return child
  }
  let server = spawned()
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    if (server.exitCode !== null || server.signalCode !== null) return
    const ended = new Promise((resolve) => server.once('exit', resolve))
    server.kill(signal)
    await ended
  }
  const stop = async (): Promise<void> => {
    await end('SIGTERM')
    await fs.rm(folder, { recursive: true, force: true, maxRetries: 3 })
  }
  const untilReady = async (): Promise<void> => {
    const deadline = Date.now() + READY_WITHIN_MS
    while (!(await isReady(address))) {
      if (server.exitCode !== null || Date.now() > deadline) {
        await stop()
        throw new Error(`The server is not ready.\n${output}`)
      }
      await wait(200)
    }
  }
  await untilReady()
  const restartKilled = async (): Promise<void> => {
    await end('SIGKILL')
    server = spawned()
    await untilReady()
  }
  const importFolder = async (archive: string): Promise<void> => {
    const args = [
      '--conditions=production',
      'scripts/launch.mjs',
      'scripts/import.ts',
      path.resolve(ROOT, archive),
    ]
    await promisify(execFile)(process.execPath, args, { cwd: ROOT, env })
  }
  return { address, log: () => output, importFolder, restartKilled, stop }
}

const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  )

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, () => {
      const found = probe.address()
      probe.close(() =>
        typeof found === 'object' && found
          ? resolve(found.port)
          : reject(new Error('no free port')),
      )
    })
  })
