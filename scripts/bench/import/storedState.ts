import { BSON } from 'mongodb'
import type { CollectionSlug, Payload } from 'payload'
import { isMongodb, isSqlite } from '../../../src/databaseKind'
import { searchIndexOf } from '../../../src/search/searchIndex'

/** Collections whose stored form a test compares, the versions of articles with them. */
const COMPARED = ['articles', 'categories', 'tags', 'authors', 'redirects', 'activity'] as const

/** Rows or documents of these collections as they lie in the database, each as text, in an order of their own. */
export const rawState = async (payload: Payload): Promise<Record<string, string[]>> => {
  const { db } = payload
  if (isSqlite(db)) {
    const tables = Object.keys(db.tables).filter((name) =>
      COMPARED.some((slug) => new RegExp(`^_?${slug}(_|$)`).test(name)),
    )
    const state: Record<string, string[]> = {}
    for (const table of [...tables, 'search_entries', 'search_texts']) {
      const { rows } = await db.client.execute(`select * from "${table}"`)
      state[table] = rows.map((row) => JSON.stringify(row))
    }
    return state
  }
  if (!isMongodb(db)) throw new Error(`unknown database ${db.name}`)
  const state: Record<string, string[]> = {}
  const models = [...COMPARED.map((slug) => [slug, db.collections[slug]] as const)]
  for (const [name, model] of [...models, ['versions', db.versions.articles] as const]) {
    const documents = (await model?.collection.find().toArray()) ?? []
    state[name] = documents.map((document) => BSON.EJSON.stringify(document))
  }
  const entries = await db.connection.collection('search_entries').find().toArray()
  state.search_entries = entries.map((entry) => BSON.EJSON.stringify(entry))
  return state
}

/** Removes all documents of the compared collections, with their versions and what the search finds them by. */
export const emptyState = async (payload: Payload): Promise<void> => {
  const { db } = payload
  await searchIndexOf(payload).clear()
  await db.deleteVersions({ collection: 'articles', where: {}, req: {} })
  for (const collection of COMPARED satisfies readonly CollectionSlug[]) {
    await db.deleteMany({ collection, where: {}, req: {} })
  }
}

/**
 * A state in which ids are names and times of the test are one: two states that differ in nothing else are equal.
 * @param names what to call an id; others become `ID`
 * @param since times from this moment on become `NOW`
 */
export const comparable = (
  state: Record<string, string[]>,
  names: ReadonlyMap<string, string>,
  since: Date,
): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(state).map(([name, rows]) => [
      name,
      rows
        .filter((row) => !isResave(row))
        .map((row) => named(row, names, since))
        .sort(),
    ]),
  )

/** The nested-docs plugin saves each new category a second time, which the activity log notes as a change. */
const isResave = (row: string): boolean =>
  row.includes('"action":"update"') && row.includes(':"categories"')

/** Ids, also in the words by which the search filters. */
const ID =
  /(?:\b|(?<=\bf(?:category|tag|author)))(?:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9a-f]{24})\b/g
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g
const ROW_NUMBER = /^\{"id":\d+,/

const named = (row: string, names: ReadonlyMap<string, string>, since: Date): string =>
  row
    .replace(ROW_NUMBER, '{')
    .replace(TIME, (time) => (Date.parse(time) >= since.getTime() ? 'NOW' : time))
    .replace(ID, (id) => names.get(id) ?? 'ID')

/**
 * What two states differ in, a line for each row that only one of them has. Short where `toEqual` would print both states.
 * @returns lines such as `- articles: {…}` (only in `expected`) and `+ articles: {…}` (only in `actual`); none when they are equal
 */
export const differences = (
  actual: Record<string, string[]>,
  expected: Record<string, string[]>,
): string[] =>
  [...new Set([...Object.keys(actual), ...Object.keys(expected)])].flatMap((name) => [
    ...onlyIn(expected[name] ?? [], actual[name] ?? []).map((row) => `- ${name}: ${row}`),
    ...onlyIn(actual[name] ?? [], expected[name] ?? []).map((row) => `+ ${name}: ${row}`),
  ])

const onlyIn = (rows: readonly string[], others: readonly string[]): string[] => {
  const left = new Map<string, number>()
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1)
  return rows.filter((row) => {
    const count = left.get(row) ?? 0
    left.set(row, count - 1)
    return count <= 0
  })
}
