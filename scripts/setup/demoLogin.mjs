import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { SetupProblem } from './problem.mjs'
import { inRoot } from './root.mjs'
import { runProgram } from './typescript.mjs'

const EMAIL = 'admin@example.com'
const file = inRoot('data', 'demo-login.json')

/**
 * The demo's first admin: made once, with a random password that data/demo-login.json keeps for the next run.
 * @returns {Promise<{ email: string, password?: string }>} without a password when the user was there before
 * @throws {SetupProblem} `admin-failed`
 */
export const demoLogin = async () => {
  const kept = readLogin()
  // Asking the database takes a second or two; what a finished run has noted is enough.
  if (kept?.isCreated && kept.database === databaseMark()) return kept
  const login = { email: EMAIL, password: kept?.password ?? randomBytes(9).toString('base64url') }
  writeLogin(login)
  const code = await runProgram('scripts/setup/createAdmin.ts', [], {
    NODE_ENV: 'production',
    ADMIN_EMAIL: login.email,
    ADMIN_PASSWORD: login.password,
  })
  if (code === 3) {
    // Somebody made this user with a password that we don't know.
    const isOurs = Boolean(kept?.password)
    return isOurs ? finish(login) : finish({ email: login.email })
  }
  if (code !== 0) {
    throw new SetupProblem(
      'admin-failed',
      'the first admin could not be made; the reason stands above.',
    )
  }
  return finish(login)
}

const finish = (login) => {
  const done = { ...login, isCreated: true, database: databaseMark() }
  writeLogin(done)
  return done
}

/** Tells one SQLite file from another that took its place; for another database, its address. */
const databaseMark = () => {
  const uri = process.env.DATABASE_URI || 'file:./data/galley.db'
  if (!uri.startsWith('file:')) return uri
  const stats = fs.statSync(path.resolve(inRoot(), uri.slice('file:'.length)), {
    throwIfNoEntry: false,
  })
  return stats ? `${uri} ${stats.ino} ${Math.round(stats.birthtimeMs)}` : undefined
}

const readLogin = () => {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const writeLogin = (login) => {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify(login, null, 2)}\n`, { mode: 0o600 })
  fs.chmodSync(file, 0o600)
}
