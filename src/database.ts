import { compatibilityOptions, mongooseAdapter } from '@payloadcms/db-mongodb'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import fs from 'node:fs'
import path from 'node:path'
import type { DatabaseAdapterObj } from 'payload'
import { migrations } from './migrations'
import { makeMongodbIndexes } from './mongodbIndexes'
import { withFoundConditions } from './search/sqlite/foundCondition'
import { searchMigrations } from './search/sqlite/searchMigrations'
import { indexTexts } from './textIndexes'
import { indexVersions } from './versionIndexes'

export const DEFAULT_DATABASE_URI = 'file:./data/galley.db'

/**
 * Chooses the database.
 * @param uri `file:<path>` for the embedded SQLite, `mongodb://…` or `mongodb+srv://…` for MongoDB
 * @param compatibility settings for services that only speak MongoDB's protocol
 * @throws Error `database-uri-unknown`, `mongodb-compatibility-unknown` with the remedy
 */
export const databaseAdapter = (
  uri = process.env.DATABASE_URI || DEFAULT_DATABASE_URI,
  compatibility = process.env.MONGODB_COMPATIBILITY,
): DatabaseAdapterObj => {
  if (/^mongodb(\+srv)?:\/\//.test(uri)) return mongo(uri, compatibility)
  if (uri.startsWith('file:')) return sqlite(uri)
  throw new Error(
    `database-uri-unknown: DATABASE_URI is "${uri}". Use file:<path> for SQLite or mongodb://… for MongoDB.`,
  )
}

const sqlite = (uri: string): DatabaseAdapterObj => {
  fs.mkdirSync(path.dirname(path.resolve(uri.slice('file:'.length))), { recursive: true })
  const adapter = sqliteAdapter({
    client: { url: uri },
    idType: 'uuid',
    allowIDOnCreate: true,
    wal: { synchronous: 'NORMAL' },
    busyTimeout: 5000,
    push: false,
    migrationDir: path.resolve('src/migrations'),
    prodMigrations: [...migrations, ...searchMigrations],
    afterSchemaInit: [indexVersions, indexTexts],
    // One writer at a time: with transactions, concurrent writers meet SQLITE_BUSY.
    transactionOptions: undefined,
  })
  return withFoundConditions(adapter)
}

const mongo = (uri: string, compatibility: string | undefined): DatabaseAdapterObj => {
  const options = compatibility ? compatibilityFor(compatibility) : {}
  return mongooseAdapter({
    url: uri,
    allowIDOnCreate: true,
    connectOptions: { autoCreate: false, autoIndex: false },
    afterOpenConnection: makeMongodbIndexes,
    ...options,
  })
}

const compatibilityFor = (name: string) => {
  if (isCompatibility(name)) return compatibilityOptions[name]
  throw new Error(
    `mongodb-compatibility-unknown: MONGODB_COMPATIBILITY is "${name}". Use ${Object.keys(compatibilityOptions).join(', ')} or leave it empty.`,
  )
}

const isCompatibility = (name: string): name is keyof typeof compatibilityOptions =>
  Object.hasOwn(compatibilityOptions, name)
