import { getTableColumns, type Column } from '@payloadcms/db-sqlite/drizzle'
import type { tableNamed } from './sqliteTable'

export type Row = Record<string, unknown>
export type Statement = { sql: string; params: unknown[] }

/** JSON that is ready to be stored. */
export class ReadyJson {
  constructor(readonly json: string) {}
}

/** SQLite takes 32,766 values in a statement. */
const MAX_VALUES = 30_000

/**
 * Inserts rows of one table, many at a time, in the form that drizzle gives each value. Drizzle itself builds an object for
 * each value of each row, which takes longer than SQLite takes to store it. Columns without a value get the table's default.
 */
export const insertRows = (
  name: string,
  table: ReturnType<typeof tableNamed>,
  rows: readonly Row[],
): Statement[] => {
  const columns: Record<string, Column> = getTableColumns(table)
  return [...byKeys(rows)].flatMap(([, alike]) => {
    const used = Object.entries(columns).filter(([key]) => alike[0]?.[key] !== undefined)
    const size = Math.max(1, Math.floor(MAX_VALUES / Math.max(1, used.length)))
    const statements: Statement[] = []
    for (let start = 0; start < alike.length; start += size) {
      const some = alike.slice(start, start + size)
      statements.push({
        sql: insertion(name, used, some.length),
        params: some.flatMap((row) => used.map(([key, column]) => stored(row[key], column))),
      })
    }
    return statements
  })
}

const byKeys = (rows: readonly Row[]): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const keys = Object.keys(row).filter((key) => row[key] !== undefined)
    const signature = keys.sort().join()
    const group = groups.get(signature)
    if (group) group.push(row)
    else groups.set(signature, [row])
  }
  return groups
}

const insertion = (name: string, columns: readonly [string, Column][], rows: number): string => {
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ')
  const values = `(${columns.map(() => '?').join(', ')})`
  return `INSERT INTO "${name}" (${names}) VALUES ${Array.from({ length: rows }, () => values).join(', ')}`
}

const stored = (value: unknown, column: Column): unknown => {
  if (value instanceof ReadyJson) return value.json
  return value === null ? null : column.mapToDriverValue(value)
}
