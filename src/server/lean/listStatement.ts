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
  /** Whether the condition leads through another table. */
  isJoined: boolean
}

/**
 * Lets Payload's adapter make the condition and the order, and the rest in as few statements as can be.
 * @returns undefined where the order leads through another table
 */
export const listStatement = (
  adapter: Adapter,
  { table, fields, where, sort, limit, offset }: Search,
): ListStatement | undefined => {
  const query = buildQuery({ adapter, fields, sort: sort && [...sort], tableName: table, where })
  const db: SQLiteAdapter['drizzle'] = adapter.drizzle
  const source: Source = adapter.tables[table]
  const { id: idColumn } = adapter.tables[table]
  if (query.orderBy.some(({ column }) => column.table !== adapter.tables[table])) return undefined
  const isJoined = query.joins.length > 0
  const joined = query.joins.reduce(
    (select, join) => select[join.type ?? 'leftJoin'](join.table, join.condition),
    db.select({ id: idColumn }).from(source).$dynamic(),
  )
  const select = joined.where(query.where).toSQL()
  const args = select.params.filter(isValue)
  if (args.length < select.params.length) throw new Error('A value cannot be asked for.')
  const condition = select.sql.slice(select.sql.indexOf(' from '))
  const id = `${quoted(table)}.${quoted(columnName(adapter, table, 'id'))}`
  // A row that is joined with several others is found once.
  const once = isJoined ? ` group by ${id}` : ''
  const order = query.orderBy
    .map(({ column, order: direction }) => {
      const word = direction.name === 'asc' ? 'asc' : 'desc'
      return `${quoted(table)}.${quoted(column.name)} ${word}`
    })
    .join(', ')
  const page = limit === undefined ? [] : [limit, offset]
  const ending = `order by ${order}${limit === undefined ? '' : ' limit ? offset ?'}`
  return {
    isJoined,
    // What is read of a row is worked out for those of the page alone.
    rows: (columns) =>
      rowsOf(adapter, {
        sql: `select ${columns} from ${quoted(table)} where ${id} in (select ${id}${condition}${once} ${ending}) order by ${order}`,
        args: [...args, ...page],
      }),
    count: async () => {
      const found = isJoined ? `count(distinct ${id})` : 'count(*)'
      const [row] = await rowsOf(adapter, { sql: `select ${found} as total${condition}`, args })
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
