import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'
import { isMongodb, isSqlite } from '../databaseKind'
import type { TermCollection } from './termCollections'

/** What an article says of a term, whoever keeps it. */
type TermStore = {
  /** Ids of articles that have a term: as they are stored, or in their newest version. */
  articlesWith: (term: string) => Promise<string[]>
  /** Puts one term in the place of another in all articles and all their versions; who has both keeps one. */
  replace: (from: string, into: string) => Promise<void>
  /** How many articles, the trash aside, have each term. */
  counts: () => Promise<Map<string, number>>
}

/**
 * The terms of articles as the database keeps them. Written past Payload: a save of each article would take minutes, publish what
 * is being written, and overwrite what somebody saves at the same moment; these statements change the one relation. Whoever
 * calls `replace` announces the change.
 * @throws Error `database-unknown`
 */
export const termStore = (payload: Payload, field: TermCollection): TermStore => {
  const { db } = payload
  if (isSqlite(db)) return inSqlite(db, field)
  if (isMongodb(db)) return inMongo(db, field)
  throw new Error(`database-unknown: terms of articles can't be replaced in ${payload.db.name}.`)
}

const inSqlite = (
  { drizzle }: Pick<SQLiteAdapter, 'drizzle'>,
  field: TermCollection,
): TermStore => {
  const column = sql.identifier(`${field}_id`)
  const tables = [
    { table: sql.identifier('articles_rels'), path: field },
    { table: sql.identifier('_articles_v_rels'), path: `version.${field}` },
  ]
  return {
    articlesWith: async (term) => {
      const rows = await drizzle.all(sql`
        SELECT parent_id AS id FROM articles_rels WHERE path = ${field} AND ${column} = ${term}
        UNION SELECT v.parent_id AS id FROM _articles_v_rels r JOIN _articles_v v ON v.id = r.parent_id
          WHERE r.path = ${`version.${field}`} AND r.${column} = ${term} AND v.latest = 1`)
      return rowsOf(rows).map(({ id }) => String(id))
    },
    replace: async (from, into) => {
      for (const { table, path } of tables) {
        await drizzle.run(sql`DELETE FROM ${table} WHERE path = ${path} AND ${column} = ${from}
          AND parent_id IN (SELECT parent_id FROM ${table} WHERE path = ${path} AND ${column} = ${into})`)
        await drizzle.run(
          sql`UPDATE ${table} SET ${column} = ${into} WHERE path = ${path} AND ${column} = ${from}`,
        )
      }
    },
    counts: async () => {
      const rows = await drizzle.all(sql`
        SELECT r.${column} AS term, count(*) AS count FROM articles_rels r JOIN articles a ON a.id = r.parent_id
          WHERE r.path = ${field} AND a.deleted_at IS NULL GROUP BY r.${column}`)
      return new Map(rowsOf(rows).map(({ term, count }) => [String(term), Number(count)]))
    },
  }
}

const inMongo = (
  { collections, versions }: Pick<MongooseAdapter, 'collections' | 'versions'>,
  field: TermCollection,
): TermStore => {
  const stores = [
    { model: modelIn(collections), path: field },
    { model: modelIn(versions), path: `version.${field}` },
  ]
  return {
    articlesWith: async (term) => {
      const stored = await modelIn(collections)
        .find({ [field]: term }, { _id: 1 })
        .lean()
      const newest = await modelIn(versions)
        .find({ [`version.${field}`]: term, latest: true }, { parent: 1 })
        .lean()
      return [
        ...new Set([
          ...stored.map(({ _id }) => String(_id)),
          ...newest.map(({ parent }) => String(parent)),
        ]),
      ]
    },
    replace: async (from, into) => {
      for (const { model, path } of stores) {
        const options = { timestamps: false }
        await model.updateMany(
          { $and: [{ [path]: from }, { [path]: into }] },
          { $pull: { [path]: from } },
          options,
        )
        await model.updateMany({ [path]: from }, { $set: { [`${path}.$`]: into } }, options)
      }
    },
    // Servers that only speak MongoDB's protocol don't group.
    counts: async () => {
      const counts = new Map<string, number>()
      const documents = await modelIn(collections)
        .find({ deletedAt: null }, { [field]: 1 })
        .lean()
      for (const { [field]: terms } of documents) {
        for (const term of [terms].flat()) {
          if (term) counts.set(String(term), (counts.get(String(term)) ?? 0) + 1)
        }
      }
      return counts
    },
  }
}

const modelIn = (models: MongooseAdapter['collections']) => {
  const model = models.articles
  if (!model) throw new Error('database-unknown: there are no articles.')
  return model
}

const rowsOf = (rows: unknown): Record<string, unknown>[] => (Array.isArray(rows) ? rows : [])
