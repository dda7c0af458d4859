import type { Payload, PayloadRequest } from 'payload'
import { collectionNamed } from '../../collectionNamed'
import { noteQuery } from '../../changes/observeReads'
import { fillExcerpts } from '../../site/rendered/fillExcerpts'
import { inclusiveSelect, type FlatSelect } from './flatSelect'
import { byIds, listStatement } from './listStatement'
import { readByPayload, textsAsRead } from './payloadReads'
import type { Populate } from './question'
import type { ReadRow, Reader, Related } from './reader'
import type { Readers } from './readers'
import type { LeanShape, Relation } from './shape'
import type { Adapter } from './sqliteTables'
import { visible } from './visible'

/** What a lean answer is made with. */
export type Parts = {
  payload: Payload
  adapter: Adapter
  req: PayloadRequest
  readers: Readers
  shape: (slug: string) => LeanShape | undefined
}

/** What is read of documents. */
export type Wanted = {
  /** The deepest level that is populated, and the level that these documents are of: 1 for those asked for. */
  depth: number
  level?: number
  select?: FlatSelect
  populate?: Populate
}

/**
 * Rows as JSON, with what they point to.
 * @returns undefined where one of them is no longer there
 */
export const documents = async (
  parts: Parts,
  shape: LeanShape,
  reader: Reader,
  rows: readonly ReadRow[],
  wanted: Wanted,
): Promise<string[] | undefined> => {
  const related = wanted.depth > 0 ? await relatedTo(parts, reader, rows, wanted) : undefined
  const richTexts = await textsAsRead(parts, shape, rows, wanted)
  const excerpts = await excerptsOf(parts, reader, rows)
  const written = rows.map((row) => {
    const richText = richTexts?.get(row.id)
    return reader.write(row, {
      related,
      ...(richText !== undefined && { richText }),
      ...(excerpts.has(row.id) && { excerpt: excerpts.get(row.id) }),
    })
  })
  return shape.isReadByPayload ? readByPayload(parts, shape, written, wanted) : written
}

const relatedTo = async (
  parts: Parts,
  reader: Reader,
  rows: readonly ReadRow[],
  wanted: Wanted,
): Promise<Related> => {
  const { depth, level = 1 } = wanted
  const depthOf = ({ maxDepth }: Relation): number => Math.min(maxDepth, depth)
  const groups = new Map<string, { to: string; depth: number; ids: Set<string> }>()
  const keyOf = (relation: Relation): string => `${relation.to} ${depthOf(relation)}`
  for (const pointer of rows.flatMap(reader.pointers)) {
    if (level > depthOf(pointer)) continue
    const key = keyOf(pointer)
    const group = groups.get(key) ?? { to: pointer.to, depth: depthOf(pointer), ids: new Set() }
    groups.set(key, group)
    group.ids.add(pointer.id)
  }
  const related = new Map<string, ReadonlyMap<string, string>>()
  for (const [key, group] of groups) {
    const next = { ...wanted, depth: group.depth, level: level + 1 }
    related.set(key, await populated(parts, group.to, [...group.ids], next))
  }
  return (relation) => (level > depthOf(relation) ? undefined : related.get(keyOf(relation)))
}

const populated = async (
  parts: Parts,
  slug: string,
  ids: readonly string[],
  { populate, depth, level }: Wanted,
): Promise<ReadonlyMap<string, string>> => {
  const select = populate?.[slug] ?? collectionNamed(parts.payload, slug)?.config.defaultPopulate
  const flat = inclusiveSelect(select)
  const wanted = { depth, level, populate, ...(flat && { select: flat }) }
  const shape = select && !flat ? undefined : parts.shape(slug)
  const read =
    shape && (await pointedTo(parts, shape, ids, { ...wanted, select: withTrashMark(shape, flat) }))
  return read ?? foundByPayload(parts, slug, ids, wanted, select)
}

/** Payload reads of what is pointed to whether it lies in the trash as well. */
export const withTrashMark = (
  { config }: LeanShape,
  select: FlatSelect | undefined,
): FlatSelect | undefined =>
  config.trash && select ? inclusiveSelect({ ...select, deletedAt: true }) : select

/** Documents as those that point to them show them, by their ids; undefined for what Payload has to read. */
export const pointedTo = async (
  parts: Parts,
  shape: LeanShape,
  ids: readonly string[],
  wanted: Wanted,
): Promise<ReadonlyMap<string, string> | undefined> => {
  const { payload, adapter, req } = parts
  const reader = parts.readers(shape, wanted.select)
  const asked = { id: { in: [...ids] } }
  // Nobody sees all of what may lie in the trash.
  const isPublic = !shape.config.trash && (await shape.config.access.read({ req })) === true
  const where = isPublic ? asked : await visible(parts, shape, asked)
  if (!where) return undefined
  const found = isPublic
    ? await byIds(adapter, shape.table, reader.columns, ids)
    : await listStatement(adapter, {
        table: shape.table,
        fields: shape.config.flattenedFields,
        where,
        sort: undefined,
        limit: undefined,
        offset: 0,
      })?.rows(reader.columns)
  if (!found) return undefined
  const rows = found.map(reader.rowOf)
  noteQuery(payload, { collection: shape.slug, where }, rows)
  const written = await documents(parts, shape, reader, rows, wanted)
  return written && new Map(rows.map(({ id }, index) => [id, written[index] ?? 'null']))
}

const foundByPayload = async (
  { payload, req }: Parts,
  slug: string,
  ids: readonly string[],
  { depth, level, populate }: Wanted,
  select: object | undefined,
): Promise<ReadonlyMap<string, string>> => {
  const collection = collectionNamed(payload, slug)
  if (!collection) return new Map()
  const { docs } = await payload.find({
    collection: collection.config.slug,
    where: { id: { in: [...ids] } },
    select: { ...select },
    populate,
    depth,
    currentDepth: level,
    pagination: false,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return new Map(docs.map((doc) => [String(doc.id), JSON.stringify(doc)]))
}

const excerptsOf = async (
  { payload }: Parts,
  { excerptOf, updatedAtOf }: Reader,
  rows: readonly ReadRow[],
): Promise<ReadonlyMap<string, string | null>> => {
  if (!excerptOf) return new Map()
  const missing = rows
    .filter((row) => !excerptOf(row))
    .map((row): { id: string; updatedAt: unknown; excerpt?: unknown } => ({
      id: row.id,
      updatedAt: updatedAtOf?.(row),
      excerpt: excerptOf(row),
    }))
  await fillExcerpts({ payload, documents: missing, isDraft: false })
  return new Map(
    missing.map(({ id, excerpt }) => [id, typeof excerpt === 'string' ? excerpt : null]),
  )
}
