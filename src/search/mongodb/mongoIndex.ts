import { termsOf, type QueryPart } from '../tokens'
import type { IndexEntry, IndexQuery, SearchIndex } from '../searchIndex'

type Document = {
  _id: string
  article: string
  scope: string
  stamp: string
  title: string
  body: string
  titleTerms: string[]
  nameTerms: string[]
  excerptTerms: string[]
  /** Every term and facet once: what the database's index is on. */
  terms: string[]
  publishedAt: string | null
  expiresAt: string | null
  createdBy: string | null
}

type Cursor = {
  sort: (order: object) => Cursor
  limit: (count: number) => Cursor
  toArray: () => Promise<Partial<Document>[]>
}

type Collection = {
  createIndex: (keys: object) => Promise<unknown>
  deleteMany: (filter: object, options?: { session: object }) => Promise<unknown>
  bulkWrite: (operations: object[], options?: { session: object }) => Promise<unknown>
  find: (filter: object, options?: { projection: object }) => Cursor
  countDocuments: (filter: object) => Promise<number>
}

type Connected = { connection: { collection: (name: string) => Collection } }

/** Of what is found, so many of the newest are ranked. */
const MAX_RANKED = 500
/** A condition with more ids would be longer than a command may be (16 MB). */
const MOST_IDS = 200_000
const WEIGHTS = { titleTerms: 10, nameTerms: 5, excerptTerms: 4 } as const

/**
 * The index in a collection of MongoDB: terms of each article in an array with an index on it, which every server that speaks
 * the protocol has, unlike text search. Undefined for another database.
 */
export const openMongoIndex = (db: object): SearchIndex | undefined => {
  if (!isConnected(db)) return undefined
  let ready: Promise<Collection> | undefined
  const opened = (): Promise<Collection> => {
    ready ??= prepared(db.connection.collection('search_entries'))
    // The next search tries again.
    ready.catch(() => (ready = undefined))
    return ready
  }
  return {
    replace: async (articles, entries, session) => {
      const collection = await opened()
      const replacing = entries.map(documentOf).map((replacement) => ({
        replaceOne: { filter: { _id: replacement._id }, replacement, upsert: true },
      }))
      const filter = {
        article: { $in: [...articles] },
        _id: { $nin: replacing.map(({ replaceOne }) => replaceOne.filter._id) },
      }
      // The new ones first, so that what is found is found all the time. Each replaces itself when it is written twice.
      await collection.bulkWrite([...replacing, { deleteMany: { filter } }], session && { session })
    },

    search: async (query) => {
      const collection = await opened()
      const filter = filterOf(query)
      const [total, found] = await Promise.all([
        collection.countDocuments(filter),
        collection
          .find(filter, { projection: RANKED_BY })
          .sort({ publishedAt: -1, _id: 1 })
          .limit(Math.max(MAX_RANKED, query.offset + query.limit))
          .toArray(),
      ])
      const ids = found
        .map((document) => ({ id: document._id ?? '', score: scoreOf(document, query.parts) }))
        .sort((one, other) => other.score - one.score)
        .slice(query.offset, query.offset + query.limit)
        .map(({ id }) => id)
      const texts = await collection
        .find({ _id: { $in: ids } }, { projection: { article: 1, title: 1, body: 1 } })
        .toArray()
      const byId = new Map(texts.map((document) => [document._id, document]))
      return {
        total,
        hits: ids.flatMap((id) => {
          const { article, title = '', body = '' } = byId.get(id) ?? {}
          return article === undefined ? [] : [{ article, title, text: body }]
        }),
      }
    },

    condition: async (query, isNegated) => {
      const collection = await opened()
      const found = await collection
        .find(filterOf(query), { projection: { _id: 0, article: 1 } })
        .limit(MOST_IDS)
        .toArray()
      const ids = [...new Set(found.flatMap(({ article }) => article ?? []))]
      return { id: { [isNegated ? 'not_in' : 'in']: ids } }
    },

    stamps: async ({ after, limit }) => {
      const collection = await opened()
      const found = await collection
        .find({ article: { $gt: after } }, { projection: { article: 1, stamp: 1 } })
        .sort({ article: 1 })
        // An article has at most two entries, which may lie on both sides of the end: it is then looked at twice.
        .limit(limit * 2)
        .toArray()
      return new Map(found.map(({ article = '', stamp = '' }) => [article, stamp]))
    },

    clear: async () => {
      const collection = await opened()
      await collection.deleteMany({})
    },
  }
}

const RANKED_BY = { titleTerms: 1, nameTerms: 1, excerptTerms: 1 }

const prepared = async (collection: Collection): Promise<Collection> => {
  await collection.createIndex({ terms: 1 })
  await collection.createIndex({ article: 1 })
  return collection
}

const documentOf = (entry: IndexEntry): Document => {
  const titleTerms = unique(entry.title)
  const nameTerms = unique(entry.names)
  const excerptTerms = unique(entry.excerpt)
  return {
    _id: `${entry.article}:${entry.scope}`,
    article: entry.article,
    scope: entry.scope,
    stamp: entry.stamp,
    title: entry.title,
    body: entry.body || entry.excerpt,
    titleTerms,
    nameTerms,
    excerptTerms,
    terms: [
      ...new Set([
        ...titleTerms,
        ...nameTerms,
        ...excerptTerms,
        ...(entry.bodyTerms ? entry.bodyTerms.split(' ') : termsOf(entry.body)),
        ...entry.facets,
      ]),
    ],
    publishedAt: entry.publishedAt ?? null,
    expiresAt: entry.expiresAt ?? null,
    createdBy: entry.createdBy ?? null,
  }
}

const unique = (text: string): string[] => [...new Set(termsOf(text))]

const filterOf = (query: IndexQuery): object => {
  const { parts, facets, scope, ownedBy, now, publishedFrom, publishedBefore } = query
  const isPublic = {
    scope: { $in: ['both', 'public'] },
    publishedAt: { $lte: now, $ne: null },
    $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
  }
  const isNewsroom = { scope: { $in: ['both', 'newsroom'] } }
  return {
    $and: [
      ...parts.flatMap(({ terms, isPrefix }) =>
        // Terms are letters and digits: nothing in them means something to a regular expression.
        terms.map((term) => ({ terms: isPrefix ? { $regex: `^${term}` } : term })),
      ),
      ...facets.map((group) => ({ terms: { $in: group } })),
      ...(scope === 'public' ? [isPublic] : []),
      ...(scope === 'newsroom' && ownedBy === undefined ? [isNewsroom] : []),
      ...(scope === 'newsroom' && ownedBy !== undefined
        ? [
            {
              $or: [
                { $and: [isNewsroom, { createdBy: ownedBy }] },
                { $and: [isPublic, { createdBy: { $ne: ownedBy } }] },
              ],
            },
          ]
        : []),
      ...(publishedFrom === undefined ? [] : [{ publishedAt: { $gte: publishedFrom } }]),
      ...(publishedBefore === undefined ? [] : [{ publishedAt: { $lt: publishedBefore } }]),
    ],
  }
}

const scoreOf = (document: Partial<Document>, parts: readonly QueryPart[]): number => {
  let score = 0
  for (const { terms, isPrefix } of parts) {
    for (const term of terms) {
      for (const [field, weight] of Object.entries(WEIGHTS)) {
        const known = field in document ? document[field as keyof typeof WEIGHTS] : undefined
        const isFound = isPrefix
          ? known?.some((one) => one.startsWith(term))
          : known?.includes(term)
        if (isFound) score += weight / Math.sqrt(known?.length ?? 1)
      }
    }
  }
  return score
}

const isConnected = (db: object): db is Connected => 'connection' in db && 'collections' in db
