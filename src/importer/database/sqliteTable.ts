import type { SQLiteAdapter } from '@payloadcms/db-sqlite'

/** The table of that name. @throws Error when the schema has none, which is a mistake of the program */
export const tableNamed = ({ tables }: Pick<SQLiteAdapter, 'tables'>, name: string) => {
  const table = tables[name]
  if (!table) throw new Error(`the database has no table ${name}`)
  return table
}
