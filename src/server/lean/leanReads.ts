import { LRUCache } from 'lru-cache'
import { combineQueries, type Payload, type Where } from 'payload'
import { noteQuery } from '../../changes/observeReads'
import { documents, type Parts } from './documents'
import { listStatement } from './listStatement'
import { questionOf, type Question } from './question'
import { createReaders } from './readers'
import { publicRequest, shapeOf, type LeanShape } from './shape'
import { sqliteOf } from './sqliteTables'

/** Answers reads of the public, from their address. */
export type LeanReads = {
  /** @returns the body of the answer; undefined for what Payload has to answer */
  answer: (address: string) => Promise<string | undefined>
  /** Takes what Payload has answered (with 200), and finds out whether it can answer the like. */
  learn: (address: string, body: string) => Promise<void>
}

const MAX_FORMS = 2000

/**
 * Reads documents of the public collections past Payload's pipeline, on SQLite: the same bytes for a third of the time. Access,
 * conditions and orders stay Payload's own; what it saves is to build, transform and walk what is then written as JSON.
 * A question of a new form is answered by Payload first, and by this as well: only when both are the same, byte by byte,
 * are others of its form answered so.
 */
export const createLeanReads = (payload: Payload): LeanReads => {
  const adapter = sqliteOf(payload)
  if (!adapter) return { answer: () => Promise.resolve(undefined), learn: () => Promise.resolve() }
  const shapes = new Map<string, LeanShape | undefined>()
  const shape = (slug: string): LeanShape | undefined => {
    if (!shapes.has(slug)) {
      const tables = { tables: adapter.tables, tableNames: adapter.tableNameMap }
      shapes.set(slug, shapeOf(payload, slug, tables))
    }
    return shapes.get(slug)
  }
  const readers = createReaders(adapter)
  const forms = new LRUCache<string, Form>({ max: MAX_FORMS })

  const compute = async (question: Question): Promise<string | undefined> => {
    const collection = shape(question.collection)
    if (!collection) return undefined
    // Payload's loader keeps what it has loaded for as long as the request lives.
    const req = await publicRequest(payload)
    const parts = { payload, adapter, req, readers, shape }
    return question.id === undefined
      ? list(parts, collection, question)
      : one(parts, collection, question, question.id)
  }

  const understood = (address: string): Question | undefined => {
    const question = questionOf(address, payload.config.defaultDepth)
    return question && shape(question.collection) ? question : undefined
  }

  return {
    answer: async (address) => {
      const question = understood(address)
      if (!question || !forms.get(question.form)?.isKnown) return undefined
      // Payload says what is wrong with a value.
      return compute(question).catch(() => undefined)
    },
    learn: async (address, body) => {
      const question = understood(address)
      if (!question) return
      const { isKnown, differed } = forms.get(question.form) ?? { isKnown: false, differed: 0 }
      if (isKnown || differed >= MAX_DIFFERENCES) return
      const isSame = (await compute(question).catch(() => undefined)) === body
      forms.set(question.form, { isKnown: isSame, differed: isSame ? 0 : differed + 1 })
      if (!isSame) payload.logger.debug({ form: question.form }, 'A read takes the long way')
    },
  }
}

type Form = {
  isKnown: boolean
  /** How often the answers differed: a write may have come between the two. */
  differed: number
}

const MAX_DIFFERENCES = 3

const list = async (
  parts: Parts,
  shape: LeanShape,
  question: Question,
): Promise<string | undefined> => {
  const { payload, adapter } = parts
  const where = await visible(parts, shape, question.where)
  if (!where) return undefined
  const limit = question.limit ?? (question.isPaginated ? 10 : 0)
  const sort = question.sort ?? defaultSort(shape)
  const statement = listStatement(adapter, {
    table: shape.table,
    fields: shape.config.flattenedFields,
    where,
    sort,
    limit: limit === 0 ? undefined : limit,
    offset: (question.page - 1) * limit,
  })
  if (!statement) return undefined
  const reader = parts.readers(shape, question.select)
  const rows = (await statement.rows(reader.columns)).map(reader.rowOf)
  const isCounted = question.isPaginated && limit !== 0
  const total = isCounted ? await statement.count() : 0
  noteQuery(payload, { collection: shape.slug, where, sort }, rows)
  const docs = await documents(parts, shape, reader, rows, question)
  return docs && pageOf(docs, { total, limit, page: question.page })
}

const one = async (
  parts: Parts,
  shape: LeanShape,
  question: Question,
  id: string,
): Promise<string | undefined> => {
  const where = await visible(parts, shape, { id: { equals: id } })
  if (!where) return undefined
  const { table, config } = shape
  const fields = config.flattenedFields
  const search = { table, fields, where, sort: undefined, limit: 1, offset: 0 }
  const reader = parts.readers(shape, question.select)
  const found = await listStatement(parts.adapter, search)?.rows(reader.columns)
  const rows = found?.map(reader.rowOf) ?? []
  noteQuery(parts.payload, { collection: shape.slug, where }, rows)
  const docs = await documents(parts, shape, reader, rows, question)
  return docs?.[0]
}

/** What the public may read of that which is asked for. */
const visible = async (
  { req }: Parts,
  { config }: LeanShape,
  asked: Where | undefined,
): Promise<Where | undefined> => {
  const access = await config.access.read({ req })
  if (access === false) return undefined
  const combined = combineQueries(asked ?? {}, access)
  return config.trash ? { and: [combined, { deletedAt: { exists: false } }] } : combined
}

const defaultSort = ({ config }: LeanShape): string[] | undefined =>
  config.defaultSort === undefined ? undefined : [config.defaultSort].flat()

const pageOf = (
  docs: readonly string[],
  { total, limit, page }: { total: number; limit: number; page: number },
): string => {
  const totalPages = total > 0 && limit > 0 ? Math.ceil(total / limit) : 1
  const isCounted = total > 0
  const hasNextPage = isCounted && totalPages > page
  const hasPrevPage = isCounted && page > 1
  const rest = JSON.stringify({
    hasNextPage,
    hasPrevPage,
    limit,
    nextPage: hasNextPage ? page + 1 : null,
    page,
    pagingCounter: isCounted ? (page - 1) * limit + 1 : 1,
    prevPage: hasPrevPage ? page - 1 : null,
    totalDocs: isCounted ? total : docs.length,
    totalPages,
  })
  return `{"docs":[${docs.join(',')}],${rest.slice(1)}`
}
