import { parseParams, type SanitizedConfig, type Where } from 'payload'
import { parse } from 'qs-esm'
import { isFormat, type Format } from '../../../collections/hooks/renderOnRequest'
import { flatSelect, inclusiveSelect, type FlatSelect } from './flatSelect'

/** What is read of those that are pointed to, by their collection. */
export type Populate = Record<string, Record<string, true>>

/** A read of the REST API in terms that the lean path understands. */
export type Question = {
  collection: string
  /** The document that is asked for; a list without it. */
  id?: string
  where?: Where
  sort?: string[]
  limit?: number
  page: number
  isPaginated: boolean
  depth: number
  select?: FlatSelect
  populate?: Populate
  /** What replaces the content. */
  format?: Format
  /** What of the question decides whether it is valid: all but its values. */
  form: string
}

const KNOWN = [
  'where',
  'sort',
  'limit',
  'page',
  'pagination',
  'depth',
  'select',
  'populate',
  'format',
]

/**
 * Reads an address as Payload's REST API does.
 * @param address path and query, `/api/<collection>` or `/api/<collection>/<id>`
 * @returns undefined for what Payload alone answers: other parameters, nested selections
 */
export const questionOf = (
  address: string,
  { defaultDepth, maxDepth }: Pick<SanitizedConfig, 'defaultDepth' | 'maxDepth'>,
): Question | undefined => {
  const [path = '', query = ''] = splitAt(address)
  const [, , collection = '', id, ...rest] = path.split('/')
  if (rest.length > 0 || id === '' || id === 'count') return undefined
  const given = query ? parse(query, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 }) : {}
  if (Object.keys(given).some((name) => !KNOWN.includes(name))) return undefined
  const { format } = given
  if (format !== undefined && !(collection === 'articles' && isFormat(format))) return undefined
  const { where, sort, limit, page, pagination, select, ...more } = parseParams(given)
  const { depth = defaultDepth, populate } = more
  if (!isCount(limit) || !isCount(page) || !isCount(depth)) return undefined
  const flat = flatSelect(select)
  const populated = flatPopulate(populate)
  if (select !== undefined && !flat) return undefined
  if (populate !== undefined && !populated) return undefined
  if (where !== undefined && !isWhere(where)) return undefined
  return {
    collection,
    ...(id !== undefined && { id: decodeURIComponent(id) }),
    ...(where && { where }),
    ...(sort !== undefined && { sort: [sort].flat() }),
    ...(limit !== undefined && { limit }),
    page: page || 1,
    isPaginated: pagination !== false,
    depth: Math.min(depth, maxDepth),
    ...(flat && { select: flat }),
    ...(populated && { populate: populated }),
    ...(isFormat(format) && { format }),
    form: JSON.stringify([
      collection,
      id !== undefined,
      formOf(where),
      sort,
      limit === 0,
      pagination,
      depth,
      flat,
      populated,
      format,
    ]),
  }
}

const splitAt = (address: string): [string, string] => {
  const position = address.indexOf('?')
  return position === -1 ? [address, ''] : [address.slice(0, position), address.slice(position + 1)]
}

const isCount = (value: unknown): value is number | undefined =>
  value === undefined || (Number.isInteger(value) && Number(value) >= 0)

const isWhere = (value: unknown): value is Where =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns undefined for what does not name the fields of each collection */
const flatPopulate = (populate: unknown): Populate | undefined => {
  if (typeof populate !== 'object' || populate === null) return undefined
  const selections: Populate = {}
  for (const [collection, select] of Object.entries(populate)) {
    const named = inclusiveSelect(select)
    if (!named) return undefined
    selections[collection] = named
  }
  return selections
}

/** A condition without its values. */
export const formOf = (where: unknown): unknown => {
  if (Array.isArray(where)) return where.map(formOf)
  if (typeof where !== 'object' || where === null) return typeof where
  return Object.fromEntries(Object.entries(where).map(([key, inner]) => [key, formOf(inner)]))
}
