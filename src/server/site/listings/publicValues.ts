import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'
import { isMongodb, isSqlite } from '../../../databaseKind'
import { publicInMongo } from '../../../site/publicInDatabase'
import { declareReads } from '../../../changes/readTracker'

export type CountedField = 'publishedAt' | 'categories' | 'tags' | 'authors'

/** One value of one public article. */
export type PublicValue = { id: string; value: string }

/**
 * All values of one field over the public articles, for counting. Asked from the database itself: neither Payload nor the
 * servers that only speak MongoDB's protocol group by a field.
 */
export const publicValues = async (
  payload: Payload,
  { field, locale, now = new Date() }: { field: CountedField; locale?: string; now?: Date },
): Promise<PublicValue[]> => {
  declareReads('articles')
  const { db } = payload
  if (isSqlite(db)) return fromSqlite(db, field, locale, now)
  if (isMongodb(db)) return fromMongo(db, field, locale, now)
  throw new Error(`database-unknown: ${payload.db.name} can't be counted.`)
}

const COLUMNS = { categories: 'categories_id', tags: 'tags_id', authors: 'authors_id' } as const

const fromSqlite = async (
  { drizzle }: Pick<SQLiteAdapter, 'drizzle'>,
  field: CountedField,
  locale: string | undefined,
  now: Date,
): Promise<PublicValue[]> => {
  const at = now.toISOString()
  const isPublic = sql`a._status = 'published' AND a.published_at <= ${at}
    AND (a.expires_at IS NULL OR a.expires_at > ${at}) AND a.deleted_at IS NULL
    AND (${locale ?? null} IS NULL OR a.locale = ${locale ?? null})`
  const query =
    field === 'publishedAt'
      ? sql`SELECT a.id AS id, a.published_at AS value FROM articles a WHERE ${isPublic}`
      : sql`SELECT a.id AS id, r.${sql.identifier(COLUMNS[field])} AS value FROM articles_rels r
          JOIN articles a ON a.id = r.parent_id WHERE r.path = ${field} AND ${isPublic}`
  return valuesOf(await drizzle.all(query))
}

const fromMongo = async (
  { collections }: Pick<MongooseAdapter, 'collections'>,
  field: CountedField,
  locale: string | undefined,
  now: Date,
): Promise<PublicValue[]> => {
  const documents = await collections.articles
    ?.find({ ...publicInMongo(now), ...(locale && { locale }) }, { [field]: 1 })
    .lean()
  return (documents ?? []).flatMap(({ _id, [field]: value }) =>
    [value].flat().flatMap((one) => valuesOf([{ id: String(_id), value: textOf(one) }])),
  )
}

const textOf = (value: unknown): string | undefined => {
  if (value === null || value === undefined) return undefined
  return value instanceof Date ? value.toISOString() : String(value)
}

const valuesOf = (rows: unknown): PublicValue[] => (Array.isArray(rows) ? rows.filter(isValue) : [])

const isValue = (row: unknown): row is PublicValue =>
  typeof row === 'object' &&
  row !== null &&
  'id' in row &&
  typeof row.id === 'string' &&
  'value' in row &&
  typeof row.value === 'string'
