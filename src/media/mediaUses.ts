import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'
import { isMongodb, isSqlite } from '../databaseKind'

/** Where a document uses a file. */
export type UsedAs = 'cover' | 'text' | 'sharing' | 'avatar'
export type MediaUse = { collection: 'articles' | 'authors'; id: string; as: UsedAs }

/** Where files of the media library are used: in articles as they are stored or in their newest version, and by authors. */
export type MediaUses = {
  usesOf: (media: string) => Promise<MediaUse[]>
  /** Those of some files that are used. */
  usedAmong: (media: readonly string[]) => Promise<Set<string>>
  /** Ids of files that are used, or that are not, at most so many. */
  ids: (wanted: 'used' | 'unused', limit: number) => Promise<string[]>
}

/**
 * What uses a file, asked in the database's own words: one question for all places, each answered by an index.
 * @throws Error `database-unknown`
 */
export const mediaUsesOf = ({ db }: Pick<Payload, 'db'>): MediaUses => {
  if (isSqlite(db)) return inSqlite(db)
  if (isMongodb(db)) return inMongo(db)
  throw new Error(`database-unknown: uses of files can't be found in ${db.name}.`)
}

const inSqlite = ({ drizzle }: Pick<SQLiteAdapter, 'drizzle'>): MediaUses => {
  const rows = async (query: ReturnType<typeof sql>) => {
    const found: unknown = await drizzle.all(query)
    return Array.isArray(found) ? found : []
  }
  const isUsed = sql`(
    EXISTS (SELECT 1 FROM articles_rels r WHERE r.media_id = m.id)
    OR EXISTS (SELECT 1 FROM articles a WHERE a.cover_id = m.id)
    OR EXISTS (SELECT 1 FROM articles a WHERE a.meta_image_id = m.id)
    OR EXISTS (SELECT 1 FROM authors a WHERE a.avatar_id = m.id)
    OR EXISTS (SELECT 1 FROM _articles_v_rels r JOIN _articles_v v ON v.id = r.parent_id
      WHERE r.media_id = m.id AND v.latest = 1)
    OR EXISTS (SELECT 1 FROM _articles_v v WHERE v.version_cover_id = m.id AND v.latest = 1)
    OR EXISTS (SELECT 1 FROM _articles_v v WHERE v.version_meta_image_id = m.id AND v.latest = 1))`
  return {
    usesOf: async (media) => {
      const found = await rows(sql`
        SELECT parent_id AS id, 'text' AS place FROM articles_rels WHERE media_id = ${media}
        UNION SELECT id, 'cover' FROM articles WHERE cover_id = ${media}
        UNION SELECT id, 'sharing' FROM articles WHERE meta_image_id = ${media}
        UNION SELECT id, 'avatar' FROM authors WHERE avatar_id = ${media}
        UNION SELECT v.parent_id, 'text' FROM _articles_v_rels r JOIN _articles_v v ON v.id = r.parent_id
          WHERE r.media_id = ${media} AND v.latest = 1 AND v.parent_id IS NOT NULL
        UNION SELECT parent_id, 'cover' FROM _articles_v
          WHERE version_cover_id = ${media} AND latest = 1 AND parent_id IS NOT NULL
        UNION SELECT parent_id, 'sharing' FROM _articles_v
          WHERE version_meta_image_id = ${media} AND latest = 1 AND parent_id IS NOT NULL`)
      return found.map(({ id, place }) => useOf(String(id), place))
    },
    usedAmong: async (media) => {
      if (media.length === 0) return new Set()
      const ids = sql.join(
        media.map((id) => sql`${id}`),
        sql`, `,
      )
      const found = await rows(sql`SELECT m.id AS id FROM media m WHERE m.id IN (${ids}) AND ${isUsed}`)
      return new Set(found.map(({ id }) => String(id)))
    },
    ids: async (wanted, limit) => {
      const condition = wanted === 'used' ? isUsed : sql`NOT ${isUsed}`
      const found = await rows(
        sql`SELECT m.id AS id FROM media m WHERE ${condition} ORDER BY m.id LIMIT ${limit}`,
      )
      return found.map(({ id }) => String(id))
    },
  }
}

const useOf = (id: string, place: UsedAs): MediaUse => ({
  collection: place === 'avatar' ? 'authors' : 'articles',
  id,
  as: place,
})

type Place = { as: UsedAs; model: MongooseAdapter['collections'][string]; path: string; id: string; of: object }

const inMongo = ({
  collections,
  versions,
}: Pick<MongooseAdapter, 'collections' | 'versions'>): MediaUses => {
  const places = placesIn({ collections, versions })
  return {
    usesOf: async (media) => {
      const found = await Promise.all(
        places.map(async ({ as, model, path, id, of }) => {
          const documents = await model.find({ ...of, [path]: media }, { [id]: 1 }).lean()
          return documents.map((document) => ({ as, id: String(document[id]) }))
        }),
      )
      const uses = new Map(found.flat().map(({ as, id }) => [`${as}:${id}`, useOf(id, as)]))
      return [...uses.values()]
    },
    usedAmong: (media) => usedIn(places, media),
    ids: async (wanted, limit) => {
      const used = await usedIn(places)
      const known = await modelOf(collections, 'media').find({}, { _id: 1 }).sort({ _id: 1 }).lean()
      return known
        .map(({ _id }) => String(_id))
        .filter((id) => used.has(id) === (wanted === 'used'))
        .slice(0, limit)
    },
  }
}

const placesIn = ({
  collections,
  versions,
}: Pick<MongooseAdapter, 'collections' | 'versions'>): Place[] => {
  const stored = { model: modelOf(collections, 'articles'), id: '_id', of: {} }
  const newest = { model: modelOf(versions, 'articles'), id: 'parent', of: { latest: true } }
  return [
    { ...stored, as: 'text', path: 'pictures' },
    { ...stored, as: 'cover', path: 'cover' },
    { ...stored, as: 'sharing', path: 'meta.image' },
    { ...newest, as: 'text', path: 'version.pictures' },
    { ...newest, as: 'cover', path: 'version.cover' },
    { ...newest, as: 'sharing', path: 'version.meta.image' },
    { model: modelOf(collections, 'authors'), id: '_id', of: {}, as: 'avatar', path: 'avatar' },
  ]
}

/** Each used file's id once, by the database; of all files, or of some. */
const usedIn = async (
  places: readonly Place[],
  media?: readonly string[],
): Promise<Set<string>> => {
  const some = (path: string) => (media ? { [path]: { $in: [...media] } } : { [path]: { $ne: null } })
  const found = await Promise.all(
    places.map(({ model, path, of }) => model.distinct(path, { ...of, ...some(path) })),
  )
  const used = new Set(found.flat().map(String))
  return media ? new Set(media.filter((id) => used.has(id))) : used
}

const modelOf = (models: MongooseAdapter['collections'], slug: string) => {
  const model = models[slug]
  if (!model) throw new Error(`database-unknown: there is no collection ${slug}.`)
  return model
}
