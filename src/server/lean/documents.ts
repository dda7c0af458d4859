import type { Payload, PayloadRequest } from 'payload'
import { collectionNamed } from '../../collectionNamed'
import { noteQuery } from '../../changes/observeReads'
import { fillExcerpts } from '../../site/rendered/fillExcerpts'
import { byIds } from './listStatement'
import type { Question } from './question'
import type { ReadRow, Reader, Related } from './reader'
import type { Readers } from './readers'
import type { LeanShape } from './shape'
import type { Adapter } from './sqliteTables'

/** Nodes of rich text that Payload changes as it reads: it populates what they point to, and fills in defaults. */
const READ_BY_PAYLOAD = /"type":"(?:upload|relationship|block|inlineBlock|link|autolink)"/

/** What a lean answer is made with. */
export type Parts = {
  payload: Payload
  adapter: Adapter
  req: PayloadRequest
  readers: Readers
  shape: (slug: string) => LeanShape | undefined
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
  { depth }: Question,
): Promise<string[] | undefined> => {
  const related = depth > 0 ? await relatedTo(parts, reader, rows) : undefined
  const richTexts = await readRichTexts(parts, shape, reader, rows, depth)
  const excerpts = await excerptsOf(parts, reader, rows)
  if (rows.some(({ id }) => richTexts?.get(id) === undefined && richTexts?.has(id))) {
    return undefined
  }
  return rows.map((row) =>
    reader.write(row, {
      related,
      ...(richTexts?.has(row.id) && { richText: richTexts.get(row.id) }),
      ...(excerpts.has(row.id) && { excerpt: excerpts.get(row.id) }),
    }),
  )
}

const relatedTo = async (
  parts: Parts,
  reader: Reader,
  rows: readonly ReadRow[],
): Promise<Related> => {
  const ids = new Map<string, Set<string>>()
  for (const { to, id } of rows.flatMap(reader.pointers)) {
    const known = ids.get(to)
    if (known) known.add(id)
    else ids.set(to, new Set([id]))
  }
  const related = new Map<string, ReadonlyMap<string, string>>()
  for (const [slug, wanted] of ids) related.set(slug, await pointedTo(parts, slug, [...wanted]))
  return related
}

/** Documents as those that point to them show them. */
const pointedTo = async (
  parts: Parts,
  slug: string,
  ids: string[],
): Promise<ReadonlyMap<string, string>> => {
  const { payload, adapter, req } = parts
  const shape = parts.shape(slug)
  const select = shape && flatSelect(shape.config.defaultPopulate)
  const where = { id: { in: ids } }
  if (shape && select && (await shape.config.access.read({ req })) === true) {
    const reader = parts.readers(shape, select)
    const rows = (await byIds(adapter, shape.table, reader.columns, ids)).map(reader.rowOf)
    noteQuery(payload, { collection: slug, where }, rows)
    return new Map(rows.map((row) => [row.id, reader.write(row, {})]))
  }
  const collection = collectionNamed(payload, slug)
  if (!collection) return new Map()
  const { docs } = await payload.find({
    collection: collection.config.slug,
    where,
    select: collection.config.defaultPopulate,
    depth: 0,
    pagination: false,
    overrideAccess: false,
    disableErrors: true,
    req,
  })
  return new Map(docs.map((doc) => [String(doc.id), JSON.stringify(doc)]))
}

/** Rich texts that Payload changes as it reads, by the ids of their documents. */
const readRichTexts = async (
  { payload, req }: Parts,
  { slug }: LeanShape,
  { hasRichText }: Reader,
  rows: readonly ReadRow[],
  depth: number,
): Promise<ReadonlyMap<string, string | undefined> | undefined> => {
  const ids = rows.filter(({ richText }) => richText && READ_BY_PAYLOAD.test(richText))
  if (!hasRichText || ids.length === 0) return undefined
  if (slug !== 'articles') throw new Error('Only articles are known to have rich text.')
  const { docs } = await payload.find({
    collection: 'articles',
    where: { id: { in: ids.map(({ id }) => id) } },
    select: { content: true },
    depth,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const texts = new Map(docs.map(({ id, content }) => [id, JSON.stringify(content)]))
  return new Map(ids.map(({ id }) => [id, texts.get(id)]))
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

const flatSelect = (select: object | undefined): Record<string, boolean> | undefined => {
  const entries = Object.entries(select ?? {})
  const isFlat = entries.length > 0 && entries.every(([, value]) => value === true)
  return isFlat ? Object.fromEntries(entries.map(([name]) => [name, true])) : undefined
}
