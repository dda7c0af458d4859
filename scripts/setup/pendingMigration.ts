// Compares the collections with the newest migration's snapshot and prints the SQL that a migration lacks.
// Ends with 1 when there is any. It opens no database.
import fs from 'node:fs'
import path from 'node:path'
import { getPayload } from 'payload'
import config from '../../src/payload.config'

type DrizzleKit = {
  generateDrizzleJson: (schema: unknown) => unknown
  generateMigration: (before: unknown, after: unknown) => Promise<string[]>
}

type WithSchema = { schema: unknown; requireDrizzleKit: () => DrizzleKit }

const hasSchema = (adapter: object): adapter is WithSchema =>
  'schema' in adapter && 'requireDrizzleKit' in adapter

const readNewestSnapshot = (folder: string): unknown => {
  const newest = fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .at(-1)
  if (!newest) throw new Error(`migration-snapshot-missing: ${folder} has no snapshot (*.json).`)
  return JSON.parse(fs.readFileSync(path.join(folder, newest), 'utf8'))
}

const payload = await getPayload({ config, disableDBConnect: true })
const db: object = payload.db
if (!hasSchema(db)) throw new Error('database-has-no-schema: this check needs SQLite.')

const { generateDrizzleJson, generateMigration } = db.requireDrizzleKit()
const before = readNewestSnapshot(path.resolve('src/migrations'))
const after = await generateDrizzleJson(db.schema)
const statements = await generateMigration(before, after)

if (statements.length > 0) {
  console.error(
    'migration-missing: the collections need a migration of SQLite that src/migrations does not have. ' +
      'Run `npx payload migrate:create <name>` and commit it. It would run:',
  )
  console.error(statements.join('\n'))
}
process.exit(statements.length > 0 ? 1 : 0)
