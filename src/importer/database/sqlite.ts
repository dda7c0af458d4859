import { randomUUID } from 'node:crypto'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, eq, gt, inArray, sql, type SQL } from '@payloadcms/db-sqlite/drizzle'
import pRetry from 'p-retry'
import type { DatabaseAdapter, Payload } from 'payload'
import { getVersionsMax } from 'payload/shared'
import { recordingAdapter } from './recordingAdapter'
import { replacement } from '../../search/sqlite/sqliteIndex'
import { insertRows, ReadyJson, type Row, type Statement } from './sqliteInsert'
import { tableNamed } from './sqliteTable'
import { readSqliteState } from './sqliteState'
import { storeSplitting } from './storeSplitting'
import type { BulkDatabase, RecordedWrites } from './types'

type Step = { table: string; rows: Row[] } | Statement

/** Several waits of the adapter's own time for a lock, so that a long write of another process ends no run. */
const LOCK_RETRIES = 10

/** Records rows as Payload's SQLite adapter makes them, and inserts those of a batch in one short transaction. */
export const openSqlite = (
  payload: Payload,
  adapter: SQLiteAdapter & DatabaseAdapter,
): BulkDatabase => {
  const recorded = new WeakMap<RecordedWrites, Step[]>()
  const table = (name: string) => tableNamed(adapter, name)

  return {
    name: 'sqlite',
    isAtomic: true,
    prepare: async () => {
      const before = new Map<string, unknown>()
      for (const [name, value] of FOR_MANY_WRITES) {
        const { rows } = await adapter.client.execute(`PRAGMA ${name}`)
        before.set(name, rows[0]?.[name])
        await adapter.client.execute(`PRAGMA ${name} = ${value}`)
      }
      return async () => {
        for (const [name, value] of before) {
          await adapter.client.execute(`PRAGMA ${name} = ${Number(value)}`)
        }
      }
    },

    readState: (archive) => readSqliteState(adapter, archive),

    record: ({ path, latest, text }) => {
      const steps: Step[] = []
      const unlocks: RecordedWrites['unlocks'] = []
      const overrides = {
        ...recordInto(steps, text),
        ...(!latest && { execute: async () => undefined }),
      }
      const document: RecordedWrites = {
        path,
        recorder: adapter,
        unlocks,
        updates: latest?.parent,
        companionId: () => randomUUID(),
      }
      document.recorder = recordingAdapter({ adapter, overrides, latest, document })
      recorded.set(document, steps)
      return document
    },

    store: (documents) =>
      storeSplitting(
        documents,
        async (some) => {
          const steps = some.flatMap((document) => recorded.get(document) ?? [])
          await write([
            ...statementsOf(steps),
            ...unlock(some),
            ...trimVersions(some),
            ...indexing(some),
          ])
        },
        refusalOf,
      ),
  }

  function recordInto(steps: Step[], text: { json: string } | undefined) {
    return {
      insert: async ({
        onConflictDoUpdate,
        tableName,
        values,
      }: Parameters<SQLiteAdapter['insert']>[0]) => {
        const rows = (Array.isArray(values) ? values : [values]).map((row) =>
          withText(tableName, withId(tableName, row), text),
        )
        if (onConflictDoUpdate) {
          const query = adapter.drizzle.insert(table(tableName)).values(rows)
          steps.push(query.onConflictDoUpdate(onConflictDoUpdate).toSQL())
        } else steps.push({ table: tableName, rows })
        return rows
      },
      deleteWhere: async ({ tableName, where }: { tableName: string; where: SQL }) => {
        steps.push(adapter.drizzle.delete(table(tableName)).where(where).toSQL())
      },
      execute: async ({ sql }: { sql?: SQL }) => {
        if (sql) steps.push(adapter.drizzle.run(sql).getQuery())
      },
    }
  }

  /** Ids that the adapter would have read back from the database. */
  function withId(tableName: string, row: Row): Row {
    const makeId: unknown = table(tableName).id?.defaultFn
    return row.id === undefined && typeof makeId === 'function' ? { ...row, id: makeId() } : row
  }

  /** The text of a new article and of its version, in place of the outline. */
  function withText(tableName: string, row: Row, text: { json: string } | undefined): Row {
    const column = text && TEXT_COLUMN.get(tableName)
    return column ? { ...row, [column]: new ReadyJson(text.json) } : row
  }

  /** Changes of rows that are there come first; new rows of one table are inserted together. */
  function statementsOf(steps: readonly Step[]): Statement[] {
    const changes: Statement[] = []
    const rows = new Map<string, Row[]>()
    for (const step of steps) {
      if ('sql' in step) changes.push(step)
      else {
        const known = rows.get(step.table)
        if (known) known.push(...step.rows)
        else rows.set(step.table, [...step.rows])
      }
    }
    return [...changes, ...[...rows].flatMap(([name, all]) => insertRows(name, table(name), all))]
  }

  /** What the search finds the articles by. */
  function indexing(documents: readonly RecordedWrites[]): Statement[] {
    const indexed = documents.flatMap((document) => document.indexed ?? [])
    return replacement(
      indexed.map(({ article }) => article),
      indexed.flatMap(({ entries }) => entries),
    ).map(({ sql, args }) => ({ sql, params: args }))
  }

  function unlock(documents: readonly RecordedWrites[]): Statement[] {
    const ids = documents.flatMap(({ unlocks }) => unlocks.map(({ id }) => id))
    if (ids.length === 0) return []
    const locks = table('payload_locked_documents')
    const relations = table('payload_locked_documents_rels')
    const locked = adapter.drizzle
      .select({ id: relations.parent })
      .from(relations)
      .where(and(eq(relations.path, 'document'), inArray(relations.articlesID, ids)))
    return [adapter.drizzle.delete(locks).where(inArray(locks.id, locked)).toSQL()]
  }

  /** Payload keeps the latest versions of a document, up to a number, and so does a batch. */
  function trimVersions(documents: readonly RecordedWrites[]): Statement[] {
    const parents = documents.flatMap(({ updates }) => (updates ? [updates] : []))
    const max = getVersionsMax(payload.collections.articles.config)
    if (parents.length === 0 || max === 0) return []
    const versions = table('_articles_v')
    const ranked = adapter.drizzle
      .select({
        id: versions.id,
        age: sql`row_number() over (partition by ${versions.parent} order by ${versions.updatedAt} desc)`.as(
          'age',
        ),
      })
      .from(versions)
      .where(inArray(versions.parent, parents))
      .as('ranked')
    const old = adapter.drizzle.select({ id: ranked.id }).from(ranked).where(gt(ranked.age, max))
    return [adapter.drizzle.delete(versions).where(inArray(versions.id, old)).toSQL()]
  }

  async function write(statements: readonly Statement[]): Promise<void> {
    if (statements.length === 0) return
    // BEGIN IMMEDIATE … COMMIT without a turn of the event loop between: as short as it can be.
    const batch = () =>
      adapter.client.batch(
        statements.map(({ sql, params }) => ({ sql, args: params as never })),
        'write',
      )
    await pRetry(batch, {
      retries: LOCK_RETRIES,
      minTimeout: 50,
      shouldRetry: ({ error }) => isLocked(error),
      onFailedAttempt: ({ error }) => {
        if (isLocked(error))
          payload.logger.warn('The database is locked by another process; trying again.')
      },
    })
  }
}

/**
 * Pages in memory (KiB, negative) and pages in the log before it is copied to the database: new rows go to random places of
 * dozens of indexes, whose pages are then read and copied less often.
 */
const FOR_MANY_WRITES = [
  ['cache_size', -32 * 1024],
  ['wal_autocheckpoint', 8000],
] as const

/** Where an article's text stands. */
const TEXT_COLUMN: ReadonlyMap<string, string> = new Map([
  ['articles', 'content'],
  ['_articles_v', 'version_content'],
])

const codeOf = (error: unknown): string =>
  error && typeof error === 'object' && 'code' in error ? String(error.code) : ''

const isLocked = (error: unknown): boolean => /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))

const refusalOf = (error: unknown): string | undefined =>
  codeOf(error).startsWith('SQLITE_CONSTRAINT') && error instanceof Error
    ? error.message
    : undefined
