import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { buildQuery } from '@payloadcms/drizzle'
import type { FlattenedField, Where } from 'payload'
import { columnName, quoted, rowsOf, type Adapter, type Value } from './sqliteTables'

export type Search = {
  table: string
  fields: FlattenedField[]
  where: Where
  sort: string[] | undefined
  limit: number | undefined
  offset: number
}

/** A list as the database is asked for it. */
export type ListStatement = {
  /** @param columns what is read of each row, which are of the table `table` */
  rows: (columns: string) => Promise<Record<string, unknown>[]>
  count: () => Promise<number>
}

/**
 * Lets Payload's adapter make the condition and the order, and the rest in as few statements as can be.
 * @returns undefined where the condition or the order leads through another table
 */
export const listStatement = (
  adapter: Adapter,
  { table, fields, where, sort, limit, offset }: Search,
): ListStatement | undefined => {
  const query = buildQuery({ adapter, fields, sort, tableName: table, where })
  if (query.joins.length > 0) return undefined
  const db: SQLiteAdapter['drizzle'] = adapter.drizzle
  const source: Source = adapter.tables[table]
  const select = db.select({ id: adapter.tables[table].id }).from(source).where(query.where).toSQL()
  const args = select.params.filter(isValue)
  if (args.length < select.params.length) throw new Error('A value cannot be asked for.')
  const condition = select.sql.slice(select.sql.indexOf(' from '))
  const id = `${quoted(table)}.${quoted(columnName(adapter, table, 'id'))}`
  const order = query.orderBy
    .map(({ column, order: direction }) => {
      const word = direction.name === 'asc' ? 'asc' : 'desc'
      return `${quoted(table)}.${quoted(column.name)} ${word}`
    })
    .join(', ')
  const page = limit === undefined ? [] : [limit, offset]
  const ending = `order by ${order}${limit === undefined ? '' : ' limit ? offset ?'}`
  return {
    // What is read of a row is worked out for those of the page alone.
    rows: (columns) =>
      rowsOf(adapter, {
        sql: `select ${columns} from ${quoted(table)} where ${id} in (select ${id}${condition} ${ending}) order by ${order}`,
        args: [...args, ...page],
      }),
    count: async () => {
      const [row] = await rowsOf(adapter, { sql: `select count(*) as total${condition}`, args })
      return Number(row?.total ?? 0)
    },
  }
}

type Source = Parameters<ReturnType<SQLiteAdapter['drizzle']['select']>['from']>[0]

/** Documents by their ids, in no order. */
export const byIds = (
  adapter: Adapter,
  table: string,
  columns: string,
  ids: readonly string[],
): Promise<Record<string, unknown>[]> =>
  rowsOf(adapter, {
    sql: `select ${columns} from ${quoted(table)} where ${quoted(table)}.${quoted(columnName(adapter, table, 'id'))} in (select value from json_each(?))`,
    args: [JSON.stringify(ids)],
  })

const isValue = (value: unknown): value is Value =>
  value === null || typeof value === 'string' || typeof value === 'number'
