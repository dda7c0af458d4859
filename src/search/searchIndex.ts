import type { Payload, Where } from 'payload'
import { openMongoIndex } from './mongodb/mongoIndex'
import { openSqliteIndex } from './sqlite/sqliteIndex'
import type { QueryPart } from './tokens'

/**
 * Who may find an entry. What is published and what is being written are entries of their own, so that no search of the
 * public meets a word of a draft; an article without unpublished changes has one entry for both.
 */
export type EntryScope = 'both' | 'public' | 'newsroom'

/** What the index keeps of one article. */
export type IndexEntry = {
  article: string
  scope: EntryScope
  /** Tells whether the article has changed since. */
  stamp: string
  title: string
  /** Names of authors, categories and tags. */
  names: string
  excerpt: string
  body: string
  /** Terms of the body, parted by spaces, where they are made already. */
  bodyTerms?: string
  /** `facetOf` the language, categories, tags and authors. */
  facets: string[]
  publishedAt: string | undefined
  expiresAt: string | undefined
  createdBy: string | undefined
}

export type IndexQuery = {
  parts: QueryPart[]
  /** Each group: one of its facets. */
  facets: string[][]
  /** `public`: published and due at `now`. */
  scope: 'public' | 'newsroom'
  /** In the newsroom: only what this user has made, beside what is public. */
  ownedBy?: string
  now: string
  publishedFrom?: string
  publishedBefore?: string
}

export type IndexPage = IndexQuery & { limit: number; offset: number }

export type IndexHit = { article: string; title: string; text: string }

export type SearchIndex = {
  /**
   * Replaces all entries of some articles.
   * @param session of MongoDB, to be a part of a transaction
   */
  replace: (
    articles: readonly string[],
    entries: readonly IndexEntry[],
    session?: object,
  ) => Promise<void>
  search: (query: IndexPage) => Promise<{ hits: IndexHit[]; total: number }>
  /** What an article must meet to be among those that are found, or not among them. */
  condition: (query: IndexQuery, isNegated: boolean) => Promise<Where>
  /** Stamps by article, for those after `after` in the order of ids. */
  stamps: (query: { after: string; limit: number }) => Promise<Map<string, string>>
  clear: () => Promise<void>
}

/** A word of the index for the filters. */
export const facetOf = (kind: 'locale' | 'category' | 'tag' | 'author', value: string): string =>
  `f${kind}${value.toLowerCase().replace(/[^a-z\d]/g, '')}`

const indexes = new WeakMap<Payload['db'], SearchIndex>()

/**
 * The index of an installation: FTS5 in SQLite, a collection of terms in MongoDB.
 * @throws Error `database-unknown`
 */
export const searchIndexOf = (payload: Payload): SearchIndex => {
  const known = indexes.get(payload.db)
  if (known) return known
  const db: object = payload.db
  const index = openSqliteIndex(db) ?? openMongoIndex(db)
  if (!index) throw new Error(`database-unknown: ${payload.db.name} has no search index.`)
  indexes.set(payload.db, index)
  return index
}
