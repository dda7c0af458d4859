import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapter } from 'payload'

/** Whether an instance works on MongoDB, or a service that speaks its protocol. */
export const isMongodb = (db: DatabaseAdapter): db is DatabaseAdapter & MongooseAdapter =>
  db.name === 'mongoose'

/** Whether an instance works on SQLite. */
export const isSqlite = (db: DatabaseAdapter): db is DatabaseAdapter & SQLiteAdapter =>
  db.name === 'sqlite'
