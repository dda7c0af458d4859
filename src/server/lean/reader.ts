import type { LeanField, LeanShape, Relation } from './shape'
import { columnName, quoted, type Adapter } from './sqliteTables'

/** A row as it was read: the values of its fields, and its rich text as it is stored. */
export type ReadRow = { id: string; cells: readonly unknown[]; richText: string | null }

/** Documents that a field points to, as JSON, by their ids; undefined where the ids themselves are shown. */
export type Related = (relation: Relation) => ReadonlyMap<string, string> | undefined

export type Pointer = Relation & { id: string }

/** What a document has of its own beside its row. */
export type Extras = { related?: Related; richText?: string | null; excerpt?: string | null }

/** Reads the documents of a collection from one statement each, and writes them as JSON as Payload would. */
export type Reader = {
  /** `cells` and `rich_text` of a row of the table. */
  columns: string
  /** @param row of the statement's result */
  rowOf: (row: Record<string, unknown>) => ReadRow
  /** What a document points to. */
  pointers: (row: ReadRow) => Pointer[]
  write: (row: ReadRow, extras: Extras) => string
  excerptOf?: (row: ReadRow) => unknown
  updatedAtOf?: (row: ReadRow) => unknown
}

type Writer = (cells: readonly unknown[], extras: Extras) => string
type Pointers = (cells: readonly unknown[]) => Pointer[]
type Compiled = { write: Writer; pointers?: Pointers }

/**
 * Compiles a reader.
 * @param isNamed whether a field of the root is read
 */
export const readerOf = (
  adapter: Adapter,
  shape: LeanShape,
  isNamed: (name: string) => boolean,
): Reader => {
  const fields = shape.fields.filter(({ name }) => isNamed(name))
  const expressions: string[] = []
  const compile = compiler({ adapter, table: shape.table, expressions })
  const id = compile.expression(compile.column('id'))
  const properties = fields.map((field) => ({ name: field.name, ...compile.field(field) }))
  const richText = fields.find(({ kind }) => kind === 'richText')
  const hasColumn = (name: string) => Boolean(adapter.tables[shape.table]?.[name])
  const extra = (name: string) =>
    shape.fillsExcerpts && hasColumn(name) ? compile.expression(compile.column(name)) : undefined
  const [excerpt, updatedAt] = [extra('excerpt'), extra('updatedAt')]
  const raw = richText && 'column' in richText ? compile.column(richText.column) : 'NULL'
  return {
    columns: `json_array(${expressions.join(', ')}) AS cells, ${raw} AS rich_text`,
    rowOf: (row) => {
      const cells: unknown = JSON.parse(String(row.cells))
      if (!Array.isArray(cells)) throw new Error('A row has no cells.')
      return {
        id: String(cells[id]),
        cells,
        richText: typeof row.rich_text === 'string' ? row.rich_text : null,
      }
    },
    pointers: ({ cells }) => properties.flatMap(({ pointers }) => pointers?.(cells) ?? []),
    write: ({ cells, richText: stored }, extras) => {
      const own = { richText: stored, ...extras }
      return object([
        ['id', JSON.stringify(cells[id])],
        ...properties.map(({ name, write }): [string, string] => [name, write(cells, own)]),
      ])
    },
    ...(excerpt !== undefined &&
      isNamed('excerpt') && { excerptOf: ({ cells }) => cells[excerpt] }),
    ...(updatedAt !== undefined && { updatedAtOf: ({ cells }) => cells[updatedAt] }),
  }
}

const compiler = ({
  adapter,
  table,
  expressions,
}: {
  adapter: Adapter
  table: string
  expressions: string[]
}) => {
  const column = (field: string): string =>
    `${quoted(table)}.${quoted(columnName(adapter, table, field))}`
  /** @returns the place of its value among the cells */
  const expression = (sql: string): number => expressions.push(sql) - 1

  const field = (lean: LeanField): Compiled => {
    switch (lean.kind) {
      case 'richText':
        return { write: (_, { richText }) => richText ?? 'null' }
      case 'one': {
        const place = expression(column(lean.column))
        return {
          write: (cells, { related }) => documentOr(cells[place], lean, related),
          pointers: (cells) => pointersTo(lean, [cells[place]]),
        }
      }
      case 'many': {
        const place = expression(relationsSql(adapter, table, lean))
        return {
          write: (cells, { related }) =>
            list(arrayOf(cells[place]).map((id) => documentOr(id, lean, related))),
          pointers: (cells) => pointersTo(lean, arrayOf(cells[place])),
        }
      }
      case 'texts': {
        const place = expression(textsSql(adapter, table, lean.path))
        return { write: (cells) => JSON.stringify(cells[place]) }
      }
      case 'group': {
        const inner = lean.fields.map((one) => ({ name: one.name, ...field(one) }))
        return {
          write: (cells, extras) =>
            object(inner.map(({ name, write }): [string, string] => [name, write(cells, extras)])),
          pointers: (cells) => inner.flatMap(({ pointers }) => pointers?.(cells) ?? []),
        }
      }
      case 'rows':
        return rows(lean)
      default: {
        const place = expression(column(lean.column))
        const write = lean.name === 'excerpt' ? excerptOrNull(place) : scalar(lean.kind, place)
        return { write }
      }
    }
  }

  const rows = ({ table: inner, fields }: LeanField & { kind: 'rows' }): Compiled => {
    const values: string[] = []
    const within = compiler({ adapter, table: inner, expressions: values })
    const id = within.expression(within.column('id'))
    const compiled = fields
      .filter(({ name }) => name !== 'id')
      .map((one) => ({ name: one.name, ...within.field(one) }))
    // Payload hands the row of the table on, whose columns are in this order.
    const order = Object.keys(adapter.tables[inner] ?? {})
    const properties: { name: string; write: Writer; pointers?: Pointers }[] = [
      { name: 'id', write: (cells: readonly unknown[]) => JSON.stringify(cells[id]) },
      ...compiled,
    ].sort((one, other) => order.indexOf(one.name) - order.indexOf(other.name))
    const source = ordered(adapter, inner, '_parentID', '_order', table, '')
    const place = expression(
      `json((SELECT json_group_array(json_array(${values.join(', ')})) FROM ${source}))`,
    )
    const rowsIn = (cells: readonly unknown[]): unknown[][] => arrayOf(cells[place]).map(arrayOf)
    return {
      write: (cells, extras) =>
        list(
          rowsIn(cells).map((row) =>
            object(
              properties.map(({ name, write }): [string, string] => [name, write(row, extras)]),
            ),
          ),
        ),
      pointers: (cells) =>
        rowsIn(cells).flatMap((row) => properties.flatMap(({ pointers }) => pointers?.(row) ?? [])),
    }
  }

  return { column, expression, field }
}

/** The rows of a table that belong to a document, in their order, under the table's own name. */
const ordered = (
  adapter: Adapter,
  table: string,
  parent: string,
  order: string,
  owner: string,
  condition: string,
): string => {
  const name = (field: string) => quoted(columnName(adapter, table, field))
  return `(SELECT * FROM ${quoted(table)} AS inner_rows WHERE inner_rows.${name(parent)} = ${quoted(owner)}."id"${condition} ORDER BY inner_rows.${name(order)}) AS ${quoted(table)}`
}

const relationsSql = (
  adapter: Adapter,
  table: string,
  { path, to }: LeanField & { kind: 'many' },
): string => {
  const relations = `${table}${adapter.relationshipsSuffix}`
  const source = ordered(
    adapter,
    relations,
    'parent',
    'order',
    table,
    ` AND +inner_rows."path" = '${path}'`,
  )
  const id = `${quoted(relations)}.${quoted(columnName(adapter, relations, `${to}ID`))}`
  return `json((SELECT json_group_array(${id}) FROM ${source}))`
}

const textsSql = (adapter: Adapter, table: string, path: string): string => {
  const texts = `${table}_texts`
  const source = ordered(
    adapter,
    texts,
    'parent',
    'order',
    table,
    ` AND +inner_rows."path" = '${path}'`,
  )
  return `json((SELECT json_group_array(${quoted(texts)}."text") FROM ${source}))`
}

const scalar = (kind: 'plain' | 'boolean' | 'date' | 'json', place: number): Writer => {
  const write: Record<typeof kind, (value: unknown) => string> = {
    plain: JSON.stringify,
    boolean: (value) => (value === null ? 'null' : String(Number(value) === 1)),
    date: (value) =>
      JSON.stringify(typeof value === 'string' ? new Date(value).toISOString() : value),
    json: (value) =>
      typeof value === 'string' ? JSON.stringify(JSON.parse(value)) : JSON.stringify(value),
  }
  return (cells) => write[kind](cells[place])
}

const excerptOrNull =
  (place: number): Writer =>
  (cells, { excerpt }) =>
    JSON.stringify(excerpt === undefined ? cells[place] : excerpt)

/** What an id is shown as: the document, or the id where there is none. */
const documentOr = (id: unknown, relation: Relation, related: Related | undefined): string =>
  (typeof id === 'string' && related?.(relation)?.get(id)) || JSON.stringify(id)

const pointersTo = ({ to, maxDepth }: Relation, ids: readonly unknown[]): Pointer[] =>
  ids.flatMap((id) => (typeof id === 'string' && id !== '' ? [{ to, maxDepth, id }] : []))

const arrayOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

const list = (items: readonly string[]): string => `[${items.join(',')}]`

const object = (properties: readonly [string, string][]): string =>
  `{${properties.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`
