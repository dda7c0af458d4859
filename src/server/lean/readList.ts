import type { Where } from 'payload'
import { amongShown } from '../../media/shownMedia'
import { noteQuery } from '../../changes/observeReads'
import { documents, type Parts, type Wanted } from './documents'
import { listStatement } from './listStatement'
import type { LeanShape } from './shape'
import { visible } from './visible'

export type ListQuestion = Wanted & {
  where?: Where
  sort?: string[]
  limit?: number
  page: number
  isPaginated: boolean
}

/** A page of documents as JSON, and the numbers that stand beside them. */
export type LeanList = { docs: string[]; numbers: PageNumbers }

type PageNumbers = {
  hasNextPage: boolean
  hasPrevPage: boolean
  limit: number | undefined
  nextPage: number | null
  page: number
  pagingCounter: number
  prevPage: number | null
  totalDocs: number
  totalPages: number
}

/** @returns undefined for what Payload has to answer */
export const readList = async (
  parts: Parts,
  shape: LeanShape,
  question: ListQuestion,
): Promise<LeanList | undefined> => {
  const { payload } = parts
  const { page, isPaginated } = question
  const limit = question.limit ?? (isPaginated ? 10 : 0)
  const sort = question.sort ?? defaultSort(shape)
  const search = await searchOf(parts, shape, { ...question, sort, limit })
  if (!search) return undefined
  const { where, statement } = search
  const reader = parts.readers(shape, question.select)
  const rows = (await statement.rows(reader.columns)).map(reader.rowOf)
  noteQuery(payload, { collection: shape.slug, where, sort }, rows)
  // As Payload answers what it finds through another table.
  if (statement.isJoined && rows.length === 0) {
    return { docs: [], numbers: nothingJoined(limit) }
  }
  const total = isPaginated && limit !== 0 ? await statement.count() : 0
  const docs = await documents(parts, shape, reader, rows, question)
  return docs && { docs, numbers: numbersOf(docs.length, { total, limit, page }) }
}

/** A document as JSON; undefined for what Payload has to answer. */
export const readOne = async (
  parts: Parts,
  shape: LeanShape,
  wanted: Wanted,
  id: string,
): Promise<string | undefined> => {
  const asked = { id: { equals: id } }
  const search = await searchOf(parts, shape, { where: asked, limit: 1, page: 1 })
  if (!search) return undefined
  const { where, statement } = search
  const reader = parts.readers(shape, wanted.select)
  const rows = (await statement.rows(reader.columns)).map(reader.rowOf)
  noteQuery(parts.payload, { collection: shape.slug, where }, rows)
  const docs = await documents(parts, shape, reader, rows, wanted)
  return docs?.[0]
}

/** The number of documents that the public may read; undefined for what Payload has to answer. */
export const readCount = async (
  parts: Parts,
  shape: LeanShape,
  asked: Where | undefined,
): Promise<number | undefined> => {
  const search = await searchOf(parts, shape, { where: asked, limit: 0, page: 1 })
  if (!search) return undefined
  noteQuery(parts.payload, { collection: shape.slug, where: search.where })
  return search.statement.count()
}

const searchOf = async (
  parts: Parts,
  shape: LeanShape,
  {
    where: asked,
    sort,
    limit,
    page,
  }: { where?: Where; sort?: string[]; limit: number; page: number },
) => {
  const where = await visible(
    parts,
    shape,
    shape.hidesUnpublished ? await amongShown(parts.payload, asked) : asked,
  )
  if (!where) return undefined
  const statement = listStatement(parts.adapter, {
    table: shape.table,
    fields: shape.config.flattenedFields,
    where,
    sort,
    limit: limit === 0 ? undefined : limit,
    offset: (page - 1) * limit,
  })
  return statement && { where, statement }
}

const defaultSort = ({ config }: LeanShape): string[] | undefined =>
  config.defaultSort === undefined ? undefined : [config.defaultSort].flat()

const nothingJoined = (limit: number): PageNumbers => ({
  hasNextPage: false,
  hasPrevPage: false,
  limit: limit === 0 ? undefined : limit,
  nextPage: null,
  page: 1,
  pagingCounter: 0,
  prevPage: null,
  totalDocs: 0,
  totalPages: 0,
})

const numbersOf = (
  found: number,
  { total, limit, page }: { total: number; limit: number; page: number },
): PageNumbers => {
  const totalPages = total > 0 && limit > 0 ? Math.ceil(total / limit) : 1
  const isCounted = total > 0
  const hasNextPage = isCounted && totalPages > page
  const hasPrevPage = isCounted && page > 1
  return {
    hasNextPage,
    hasPrevPage,
    limit,
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: isCounted ? (page - 1) * limit + 1 : 1,
    prevPage: hasPrevPage ? page - 1 : null,
    totalDocs: isCounted ? total : found,
    totalPages,
  }
}
