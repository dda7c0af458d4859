import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Payload, Where } from 'payload'
import { declareReads } from '../changes/readTracker'
import { isMongodb, isSqlite } from '../databaseKind'
import { idCondition } from '../search/sqlite/foundCondition'
import { PUBLIC_IN_SQLITE, publicInMongo } from '../site/publicInDatabase'

/** The files that the public is shown: by a public article (in its text, as its cover, for sharing) or as an author's portrait. */
export type ShownMedia = {
  /** The condition for lists of files. */
  condition: () => Promise<Where>
  has: (media: string) => Promise<boolean>
}

/**
 * What the public is shown, asked in the database's own words; answers that are made from it depend on all articles.
 * @throws Error `database-unknown`
 */
export const shownMedia = ({ db }: Pick<Payload, 'db'>, now = new Date()): ShownMedia => {
  for (const collection of ['media', 'articles', 'authors']) declareReads(collection)
  if (isSqlite(db)) return inSqlite(db, now)
  if (isMongodb(db)) return inMongo(db, now)
  throw new Error(`database-unknown: files that are shown can't be found in ${db.name}.`)
}

/** What a list of files is asked for, narrowed to those that the public is shown. */
export const amongShown = async (
  payload: Pick<Payload, 'db'>,
  asked: Where | undefined,
): Promise<Where> => {
  const condition = await shownMedia(payload).condition()
  return asked ? { and: [asked, condition] } : condition
}

const SHOWN_IN_SQLITE = `(
  EXISTS (SELECT 1 FROM articles a WHERE a.cover_id = {column} AND ${PUBLIC_IN_SQLITE})
  OR EXISTS (SELECT 1 FROM articles_rels r JOIN articles a ON a.id = r.parent_id
    WHERE r.media_id = {column} AND ${PUBLIC_IN_SQLITE})
  OR EXISTS (SELECT 1 FROM articles a WHERE a.meta_image_id = {column} AND ${PUBLIC_IN_SQLITE})
  OR EXISTS (SELECT 1 FROM authors WHERE avatar_id = {column}))`

const inSqlite = (db: Pick<SQLiteAdapter, 'count'>, now: Date): ShownMedia => {
  const at = now.toISOString()
  const condition = () =>
    Promise.resolve(idCondition({ sql: SHOWN_IN_SQLITE, args: [at, at, at, at, at, at] }))
  return {
    condition,
    has: async (media) => {
      const where = { and: [{ id: { equals: media } }, await condition()] }
      return (await db.count({ collection: 'media', where })).totalDocs > 0
    },
  }
}

const PLACES = ['cover', 'pictures', 'meta.image']

const inMongo = ({ collections }: Pick<MongooseAdapter, 'collections'>, now: Date): ShownMedia => {
  const { articles, authors } = collections
  if (!articles || !authors) throw new Error('database-unknown: there are no articles.')
  const isPublic = publicInMongo(now)
  return {
    condition: async () => {
      const found = await Promise.all([
        ...PLACES.map((place) => articles.distinct(place, isPublic)),
        authors.distinct('avatar'),
      ])
      return { id: { in: [...new Set(found.flat().filter(Boolean).map(String))] } }
    },
    has: async (media) => {
      const inArticles = { $and: [isPublic, { $or: PLACES.map((place) => ({ [place]: media })) }] }
      const found = await Promise.all([
        articles.findOne(inArticles, { _id: 1 }).lean(),
        authors.findOne({ avatar: media }, { _id: 1 }).lean(),
      ])
      return found.some(Boolean)
    },
  }
}
