import { formatNames, type Payload, type PayloadRequest, type Where } from 'payload'
import { RENDERED_FIELDS } from '../../../collections/fields/rendered'
import { isRecord } from '../../richtext/readNode'
import { renderDocuments } from '../../site/rendered'
import type { Parts } from '../lean/documents'
import { inclusiveSelect, type FlatSelect } from '../lean/flatSelect'
import { createPartsMaker } from '../lean/parts'
import { readCount, readList, readOne } from '../lean/readList'
import type { LeanShape } from '../lean/shape'

/** The reads of one query of the public on the lean path. */
export type LeanExecution = {
  req: PayloadRequest
  /**
   * Answers a field of the root.
   * @param names the fields of its documents that are read
   * @returns undefined for what Payload has to answer
   */
  read: (root: string, args: Record<string, unknown>, names: string[]) => Promise<unknown>
}

/** @returns undefined on a database without a lean path */
export const createLeanQueries = (payload: Payload): (() => Promise<LeanExecution>) | undefined => {
  const maker = createPartsMaker(payload)
  if (!maker) return undefined
  const roots = rootsOf(payload)
  return async () => {
    const parts = await maker.make('GraphQL')
    return {
      req: parts.req,
      read: async (name, args, names) => {
        const root = roots.get(name)
        const shape = root && maker.shape(root.slug)
        if (!root || !shape) return undefined
        // Payload says what is wrong with a value.
        return ANSWERS[root.kind](parts, shape, args, names).catch(() => undefined)
      },
    }
  }
}

type Kind = 'list' | 'one' | 'count'
type Answer = (
  parts: Parts,
  shape: LeanShape,
  args: Record<string, unknown>,
  names: string[],
) => Promise<unknown>

const ANSWERS: Record<Kind, Answer> = {
  list: async (parts, shape, args, names) => {
    const { where, sort, limit, page, pagination } = args
    if ([where, sort, limit, page, pagination].includes(null)) return undefined
    const list = await readList(parts, shape, {
      ...(isWhere(where) && { where }),
      ...(typeof sort === 'string' && sort !== '' && { sort: sort.split(',') }),
      ...(typeof limit === 'number' && { limit }),
      page: Number(page) || 1,
      isPaginated: pagination !== false,
      depth: 0,
      select: selectOf(names),
    })
    return list && { docs: await finished(parts, list.docs, names), ...list.numbers }
  },
  one: async (parts, shape, { id }, names) => {
    const found = await readOne(parts, shape, { depth: 0, select: selectOf(names) }, String(id))
    return found === undefined ? undefined : (await finished(parts, [found], names))[0]
  },
  count: async (parts, shape, { where }) => {
    if (where === null) return undefined
    const totalDocs = await readCount(parts, shape, isWhere(where) ? where : undefined)
    return totalDocs === undefined ? undefined : { totalDocs }
  },
}

const isRendered = (name: string): boolean => RENDERED_FIELDS.some((field) => field === name)

const selectOf = (names: readonly string[]): FlatSelect | undefined => {
  const more = names.some(isRendered) ? ['content'] : []
  return inclusiveSelect(Object.fromEntries(['id', ...names, ...more].map((name) => [name, true])))
}

const finished = async (
  { payload, req }: Parts,
  written: readonly string[],
  names: readonly string[],
): Promise<unknown[]> => {
  const documents = written.map((json): unknown => JSON.parse(json))
  const forms = RENDERED_FIELDS.filter((field) => names.includes(field))
  await renderDocuments({ payload, req, documents: documents.filter(isRecord), forms })
  return documents
}

const isWhere = (value: unknown): value is Where => typeof value === 'object' && value !== null

/** The fields of the root by which Payload's schema reads collections. */
const rootsOf = (payload: Payload): ReadonlyMap<string, { kind: Kind; slug: string }> => {
  const roots = new Map<string, { kind: Kind; slug: string }>()
  for (const { slug, graphQL } of payload.config.collections) {
    if (
      graphQL === false ||
      (typeof graphQL === 'object' && (graphQL.singularName || graphQL.pluralName))
    )
      continue
    const { singular, plural } = formatNames(slug)
    const many = singular === plural ? `all${singular}` : plural
    roots.set(singular, { kind: 'one', slug })
    roots.set(many, { kind: 'list', slug })
    roots.set(`count${many}`, { kind: 'count', slug })
  }
  return roots
}
