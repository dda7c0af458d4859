import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { DrizzleAdapter } from '@payloadcms/drizzle'
import type { Payload } from 'payload'

/** The adapter of SQLite, which is one of those that Payload's query builder takes. */
export type Adapter = SQLiteAdapter & DrizzleAdapter

export type Value = string | number | null
export type Statement = { sql: string; args: Value[] }

/** SQLite's adapter of an instance; undefined on another database. */
export const sqliteOf = ({ db }: Payload): Adapter | undefined => (isSqlite(db) ? db : undefined)

const isSqlite = (db: object): db is Adapter =>
  'name' in db && db.name === 'sqlite' && 'client' in db && 'tables' in db

/** A table or a column as SQL writes it. */
export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** The SQL name of a column by the name of its field; throws for a field without a column. */
export const columnName = (adapter: Adapter, table: string, field: string): string => {
  const column: { name: string } | undefined = adapter.tables[table]?.[field]
  if (!column) throw new Error(`The table ${table} has no column for ${field}.`)
  return column.name
}

/** Runs a statement and gives its rows by column. */
export const rowsOf = async (
  adapter: Adapter,
  statement: Statement,
): Promise<Record<string, unknown>[]> => (await adapter.client.execute(statement)).rows
