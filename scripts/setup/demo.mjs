import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { ensureBuilt } from './build.mjs'
import { callerFolder } from './caller.mjs'
import { forwardSignals } from './child.mjs'
import { demoLogin } from './demoLogin.mjs'
import { requireDiskSpace } from './diskSpace.mjs'
import { folderStamp } from './folderStamp.mjs'
import { ensureInstalled } from './install.mjs'
import { requireFreePort } from './port.mjs'
import { SetupProblem } from './problem.mjs'
import { inRoot, root } from './root.mjs'
import { FEW_ARENAS, programArguments, runProgram } from './typescript.mjs'

const START_TIMEOUT_MS = 120_000
const MEGABYTES_NEEDED = 200

/**
 * Installs, builds, imports, makes a first admin, starts, and prints address and login.
 * @param {string[]} args the folder to import; without one, the samples
 * @returns {Promise<number>} exit code
 * @throws {SetupProblem} with the reason and the remedy of the step that failed
 */
export const demo = async ([folder]) => {
  const archive = folder ? path.resolve(callerFolder(), folder) : inRoot('samples')
  if (!fs.existsSync(archive)) {
    throw new SetupProblem('folder-missing', `${archive} does not exist. Name an existing folder.`)
  }
  const port = Number(process.env.PORT || readDotEnv('PORT') || 3000)
  await requireFreePort(port)
  requireDiskSpace({ folder: root, megabytes: MEGABYTES_NEEDED })
  ensureSecret()

  await step('Packages', async () => ((await ensureInstalled()) ? 'installed' : 'up to date'))
  await step('Admin panel', async () => ((await ensureBuilt()) ? 'built' : 'up to date'))
  await step('Archive', () => importOnce(archive))
  const login = await step('First admin', async () => demoLogin())

  return start({ port, login })
}

/** Runs one step and prints its name, outcome and time. */
const step = async (name, run) => {
  const started = performance.now()
  const outcome = await run()
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  const text = typeof outcome === 'string' ? outcome : 'ready'
  console.log(`${name.padEnd(14)}${text.padEnd(24)}${seconds.padStart(6)} s`)
  return outcome
}

/** Puts a random PAYLOAD_SECRET into .env when neither it nor the environment has one. */
const ensureSecret = () => {
  if (process.env.PAYLOAD_SECRET || readDotEnv('PAYLOAD_SECRET')) return
  const file = inRoot('.env')
  const text = fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : ''
  const kept = text
    .split('\n')
    .filter((line) => !/^\s*PAYLOAD_SECRET\s*=/.test(line))
    .join('\n')
    .trimEnd()
  const secret = `PAYLOAD_SECRET=${randomBytes(32).toString('hex')}`
  fs.writeFileSync(file, `${kept ? `${kept}\n` : ''}${secret}\n`, { mode: 0o600 })
}

const readDotEnv = (name) => {
  const file = inRoot('.env')
  if (!fs.existsSync(file)) return undefined
  const match = new RegExp(`^\\s*${name}\\s*=\\s*["']?([^"'\\r\\n]*)`, 'm').exec(
    fs.readFileSync(file, 'utf8'),
  )
  return match?.[1]?.trim() || undefined
}

const databaseUri = () =>
  process.env.DATABASE_URI || readDotEnv('DATABASE_URI') || 'file:./data/galley.db'

const importOnce = async (archive) => {
  const stampFile = inRoot('data', 'demo-import.json')
  const stamp = { archive, files: folderStamp(archive), database: databaseUri() }
  if (hasDatabase() && JSON.stringify(readJson(stampFile)) === JSON.stringify(stamp)) {
    return 'already imported'
  }
  const code = await runProgram('scripts/import.ts', [archive], {
    ...FEW_ARENAS,
    NODE_ENV: 'production',
  })
  if (code === 2) {
    throw new SetupProblem(
      'import-failed',
      'the archive could not be imported; the reason stands above.',
    )
  }
  fs.mkdirSync(path.dirname(stampFile), { recursive: true })
  if (code === 0) fs.writeFileSync(stampFile, JSON.stringify(stamp))
  if (code !== 0 && code !== 1) {
    throw new SetupProblem('import-ended', `the import ended with code ${code}.`, code)
  }
  return code === 1 ? 'imported, see report' : 'imported'
}

const hasDatabase = () => {
  const uri = databaseUri()
  return !uri.startsWith('file:') || fs.existsSync(path.resolve(root, uri.slice('file:'.length)))
}

const readJson = (file) => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const start = async ({ port, login }) => {
  const started = performance.now()
  const child = spawn(process.execPath, programArguments('scripts/start.ts'), {
    cwd: root,
    stdio: 'inherit',
    env: { LOG_LEVEL: 'warn', ...process.env, NODE_ENV: 'production', PORT: String(port) },
  })
  const stopForwarding = forwardSignals(child)
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => {
      stopForwarding()
      resolve({ code: signal ? 128 + (os.constants.signals[signal] ?? 0) : (code ?? 1), signal })
    })
  })

  const isReady = await Promise.race([waitUntilReady(port), ended.then(() => false)])
  if (!isReady && child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM')
    await ended
    throw new SetupProblem(
      'start-timeout',
      `the server did not answer /readyz within ${START_TIMEOUT_MS / 1000} seconds. Its messages stand above.`,
    )
  }
  if (isReady) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${'Server'.padEnd(14)}${'ready'.padEnd(24)}${seconds.padStart(6)} s`)
    printBox({ port, login })
  }
  const { code, signal } = await ended
  // Ctrl-C is how a demo ends.
  return signal === 'SIGINT' || signal === 'SIGTERM' || code === 130 || code === 143 ? 0 : code
}

const waitUntilReady = async (port) => {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (Date.now() < deadline) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (response?.ok) return true
    await new Promise((resolve) => setTimeout(resolve, 150))
  }
  return false
}

const printBox = ({ port, login }) => {
  const address = `http://localhost:${port}`
  const lines = [
    'Galley is running.',
    '',
    `Newsroom   ${address}/admin`,
    `Articles   ${address}/api/articles`,
    `Email      ${login.email}`,
    login.password ? `Password   ${login.password}` : 'Password   the one this user already has',
    '',
    'Ctrl-C stops it. The login is kept in data/demo-login.json.',
  ]
  const width = Math.max(...lines.map((line) => line.length))
  const bar = '─'.repeat(width + 2)
  const rows = lines.map((line) => `│ ${line.padEnd(width)} │`)
  console.log([`┌${bar}┐`, ...rows, `└${bar}┘`].join('\n'))
}
