import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { countCommands } from './admin/countCommands'
import { fillMongo } from './admin/fillMongo'
import { fillSqlite } from './admin/fillSqlite'
import { makePeople, PASSWORD } from './admin/people'
import { measurePages } from './admin/measurePages'

/**
 * `npm run bench -- admin [--articles=50000]`: the first page and the list of articles of the panel, as an editor's browser
 * asks the real server for them, on a database made for it. With MONGODB_URI set, the commands that each costs on
 * MongoDB are counted instead. The panel must be built.
 */
const main = async (): Promise<void> => {
  const articles = Number(/--articles=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 50_000)
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'galley-bench-'))
  const isMongo = Boolean(process.env.MONGODB_URI)
  process.env.DATABASE_URI = isMongo ? mongoAddress() : `file:${path.join(folder, 'bench.db')}`
  process.env.MEDIA_DIR = path.join(folder, 'media')
  process.env.PAYLOAD_SECRET ||= 'secret-of-the-benchmark'
  try {
    const { openPayload } = await import('../../src/openPayload')
    const payload = await openPayload()
    payload.logger.level = 'error'
    const editor = await makePeople(payload)
    const begun = performance.now()
    await (isMongo ? fillMongo : fillSqlite)(payload, articles)
    console.error(`${articles} articles in ${Math.round((performance.now() - begun) / 1000)} s`)
    console.table(
      isMongo ? await countCommands(payload, editor) : await overHttp(payload, editor.email),
    )
    if (isMongo) await dropDatabase(payload)
  } finally {
    await fs.rm(folder, { recursive: true, force: true })
  }
  process.exit()
}

/** The server is a process of its own, so this one lets go of the database first. */
const overHttp = async (payload: Payload, email: string) => {
  await payload.destroy()
  return measurePages({ email, password: PASSWORD })
}

const mongoAddress = (): string => {
  const address = new URL(process.env.MONGODB_URI ?? '')
  address.pathname = '/galley-bench-admin'
  address.searchParams.set('monitorCommands', 'true')
  return address.toString()
}

const dropDatabase = async ({ db }: Payload): Promise<void> => {
  if ('connection' in db && isDroppable(db.connection)) await db.connection.dropDatabase()
}

const isDroppable = (connection: unknown): connection is { dropDatabase: () => Promise<void> } =>
  typeof connection === 'object' && connection !== null && 'dropDatabase' in connection

await main()
