import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DatabaseAdapter } from 'payload'

export const isMongodb = (db: DatabaseAdapter): db is DatabaseAdapter & MongooseAdapter =>
  db.name === 'mongoose'

export const isSqlite = (db: DatabaseAdapter): db is DatabaseAdapter & SQLiteAdapter =>
  db.name === 'sqlite'
