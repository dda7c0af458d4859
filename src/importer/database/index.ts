import type { Payload } from 'payload'
import { openMongodb } from './mongodb'
import { openSqlite } from './sqlite'
import type { BulkDatabase } from './types'
import { isMongodb, isSqlite } from '../../databaseKind'

export type {
  BulkDatabase,
  LatestVersion,
  RecordedWrites,
  Refusal,
  StoredArticle,
  StoredState,
} from './types'

/** The database of a Payload instance as a run writes it: many documents at a time. */
export const openBulkDatabase = (payload: Payload): BulkDatabase => {
  const { db } = payload
  if (isMongodb(db)) return openMongodb(payload, db)
  if (isSqlite(db)) return openSqlite(payload, db)
  throw new Error(`database-unknown: an import writes to SQLite and MongoDB, not to ${db.name}.`)
}
