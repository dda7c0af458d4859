import { createHash } from 'node:crypto'
import { termsOf, type QueryPart } from '../tokens'
import { foundCondition } from './foundCondition'
import type { IndexEntry, IndexQuery, SearchIndex } from '../searchIndex'

type Value = string | number | null
type Row = Record<string, unknown>
type Client = {
  execute: (statement: { sql: string; args: Value[] }) => Promise<{ rows: Row[] }>
  batch: (statements: { sql: string; args: Value[] }[], mode: 'write') => Promise<unknown>
}

/** The index in SQLite's FTS5; undefined for another database. */
export const openSqliteIndex = (db: object): SearchIndex | undefined => {
  if (!hasClient(db)) return undefined
  // The client is made when the database is connected.
  const rows = async (sql: string, args: Value[]) => (await db.client.execute({ sql, args })).rows
  return {
    replace: async (articles, entries) => {
      await db.client.batch(replacement(articles, entries), 'write')
    },

    search: async (query) => {
      const { where, args } = conditionOf(query)
      // One pass ranks and counts; texts are read for the page alone.
      const hits = await rows(
        `WITH found AS MATERIALIZED (
            SELECT e.id AS hit, e.article AS article, e.published_at AS published_at,
              bm25(search_terms, 10, 5, 4, 1, 0) AS score
            FROM search_terms JOIN search_entries e ON e.id = search_terms.rowid WHERE ${where}
          ), page AS (SELECT * FROM found ORDER BY score, published_at DESC LIMIT ? OFFSET ?)
          SELECT article, title, body, (SELECT count(*) FROM found) AS total
          FROM page JOIN search_texts ON id = hit ORDER BY score, published_at DESC`,
        [...args, query.limit, query.offset],
      )
      return {
        total: Number(hits[0]?.total ?? 0),
        hits: hits.map(({ article, title, body }) => ({
          article: String(article),
          title: String(title),
          text: String(body),
        })),
      }
    },

    condition: (query, isNegated) =>
      Promise.resolve(foundCondition({ ...conditionOf(query), isNegated })),

    stamps: async ({ after, limit }) => {
      const found = await rows(
        `SELECT article, max(stamp) AS stamp FROM search_entries WHERE article > ? GROUP BY article ORDER BY article LIMIT ?`,
        [after, limit],
      )
      return new Map(found.map(({ article, stamp }) => [String(article), String(stamp)]))
    },

    clear: async () => {
      await db.client.batch(
        [
          { sql: 'DELETE FROM search_entries', args: [] },
          { sql: 'DELETE FROM search_texts', args: [] },
          { sql: `INSERT INTO search_terms (search_terms) VALUES ('delete-all')`, args: [] },
        ],
        'write',
      )
    },
  }
}

type Statement = { sql: string; args: Value[] }

/** Few enough for the values that SQLite takes in a statement. */
const ROWS_IN_A_STATEMENT = 1000

/** The statements that replace all entries of some articles; they belong into one transaction. */
export const replacement = (
  articles: readonly string[],
  entries: readonly IndexEntry[],
): Statement[] => [
  ...parts(articles).flatMap(removal),
  ...parts(byRowId(entries)).flatMap((some) => [
    insertion(
      'search_entries (id, article, scope, stamp, published_at, expires_at, created_by)',
      some.map(entryRow),
    ),
    insertion('search_texts (id, title, body)', some.map(textRow)),
    insertion('search_terms (rowid, title, names, excerpt, body, facets)', some.map(termsRow)),
  ]),
]

/** FTS5 writes out all that it holds in memory at a row that comes before the last one. */
const byRowId = (entries: readonly IndexEntry[]): IndexEntry[] =>
  entries
    .map((entry) => ({ entry, id: rowId(entry.article, entry.scope) }))
    .sort((a, b) => a.id - b.id)
    .map(({ entry }) => entry)

const removal = (articles: readonly string[]): Statement[] => {
  const ids = `(SELECT id FROM search_entries WHERE article IN (${articles.map(() => '?').join(', ')}))`
  return ['search_terms WHERE rowid', 'search_texts WHERE id', 'search_entries WHERE id'].map(
    (rows) => ({ sql: `DELETE FROM ${rows} IN ${ids}`, args: [...articles] }),
  )
}

const insertion = (into: string, rows: Value[][]): Statement => ({
  sql: `INSERT INTO ${into} VALUES ${rows.map((row) => `(${row.map(() => '?').join(', ')})`).join(', ')}`,
  args: rows.flat(),
})

const entryRow = (entry: IndexEntry): Value[] => [
  rowId(entry.article, entry.scope),
  entry.article,
  entry.scope,
  entry.stamp,
  entry.publishedAt ?? null,
  entry.expiresAt ?? null,
  entry.createdBy ?? null,
]

const textRow = (entry: IndexEntry): Value[] => [
  rowId(entry.article, entry.scope),
  entry.title,
  textOf(entry),
]

const termsRow = (entry: IndexEntry): Value[] => [
  rowId(entry.article, entry.scope),
  terms(entry.title),
  terms(entry.names),
  terms(entry.excerpt),
  entry.bodyTerms ?? terms(entry.body),
  entry.facets.join(' '),
]

const terms = (text: string): string => termsOf(text).join(' ')

const parts = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / ROWS_IN_A_STATEMENT) }, (_, index) =>
    items.slice(index * ROWS_IN_A_STATEMENT, (index + 1) * ROWS_IN_A_STATEMENT),
  )

const textOf = ({ excerpt, body }: IndexEntry): string => body || excerpt

const conditionOf = ({
  parts,
  facets,
  scope,
  ownedBy,
  now,
  publishedFrom,
  publishedBefore,
}: IndexQuery): { where: string; args: Value[] } => {
  const isPublic = `e.scope IN ('both', 'public') AND e.published_at <= ? AND (e.expires_at IS NULL OR e.expires_at > ?)`
  const conditions: [string, ...Value[]][] = [['search_terms MATCH ?', matchOf(parts, facets)]]
  if (scope === 'public') conditions.push([isPublic, now, now])
  else if (ownedBy === undefined) conditions.push([`e.scope IN ('both', 'newsroom')`])
  else {
    // Of an own article that has both, the newest version alone.
    conditions.push([
      `((e.scope IN ('both', 'newsroom') AND e.created_by = ?) OR (${isPublic} AND (e.created_by IS NULL OR e.created_by <> ?)))`,
      ownedBy,
      now,
      now,
      ownedBy,
    ])
  }
  if (publishedFrom !== undefined) conditions.push(['e.published_at >= ?', publishedFrom])
  if (publishedBefore !== undefined) conditions.push(['e.published_at < ?', publishedBefore])
  return {
    where: conditions.map(([condition]) => condition).join(' AND '),
    args: conditions.flatMap(([, ...args]) => args),
  }
}

/** An expression of FTS5. Terms are letters and digits, and stand in quotes: nothing in them is an operator. */
const matchOf = (parts: readonly QueryPart[], facets: readonly string[][]): string => {
  const words = parts.map(({ terms, isPrefix }) => `"${terms.join(' ')}"${isPrefix ? ' *' : ''}`)
  const filters = facets.map(
    (group) => `(facets : (${group.map((one) => `"${one}"`).join(' OR ')}))`,
  )
  return [`({title names excerpt body} : (${words.join(' AND ')}))`, ...filters].join(' AND ')
}

/** A number that is always the same for an entry: 52 bits of a digest. */
const rowId = (article: string, scope: string): number =>
  parseInt(createHash('sha256').update(`${article}:${scope}`).digest('hex').slice(0, 13), 16)

const hasClient = (db: object): db is { client: Client } => 'drizzle' in db && 'client' in db
