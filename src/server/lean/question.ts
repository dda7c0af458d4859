import { parseParams, type Where } from 'payload'
import { parse } from 'qs-esm'

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
  /** Names of the root that are read alone, or left out. */
  select?: Record<string, boolean>
  /** What of the question decides whether it is valid: all but its values. */
  form: string
}

const KNOWN = ['where', 'sort', 'limit', 'page', 'pagination', 'depth', 'select']

/**
 * Reads an address as Payload's REST API does.
 * @param address path and query, `/api/<collection>` or `/api/<collection>/<id>`
 * @returns undefined for what Payload alone answers: other parameters, nested selections, depths beyond 1
 */
export const questionOf = (address: string, defaultDepth: number): Question | undefined => {
  const [path = '', query = ''] = splitAt(address)
  const [, , collection = '', id, ...more] = path.split('/')
  if (more.length > 0 || id === '' || id === 'count') return undefined
  const given = query ? parse(query, { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 }) : {}
  if (Object.keys(given).some((name) => !KNOWN.includes(name))) return undefined
  const { where, sort, limit, page, pagination, depth = defaultDepth, select } = parseParams(given)
  if (!isCount(limit) || !isCount(page) || (depth !== 0 && depth !== 1)) return undefined
  const flat = flatSelect(select)
  if (flat === null || (where !== undefined && !isWhere(where))) return undefined
  return {
    collection,
    ...(id !== undefined && { id: decodeURIComponent(id) }),
    ...(where && { where }),
    ...(sort !== undefined && { sort: [sort].flat() }),
    ...(limit !== undefined && { limit }),
    page: page || 1,
    isPaginated: pagination !== false,
    depth,
    ...(flat && { select: flat }),
    form: JSON.stringify([
      collection,
      id !== undefined,
      formOf(where),
      sort,
      limit === 0,
      pagination,
      depth,
      flat,
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

/** @returns null for a selection that is not flat, or of both kinds */
const flatSelect = (select: unknown): Record<string, boolean> | undefined | null => {
  if (select === undefined) return undefined
  if (typeof select !== 'object' || select === null) return null
  const entries = Object.entries(select)
  const [first] = entries
  if (!first || !entries.every(([, value]) => value === first[1] && typeof value === 'boolean')) {
    return null
  }
  return Object.fromEntries(entries.map(([name]) => [name, Boolean(first[1])]))
}

/** A condition without its values. */
const formOf = (where: unknown): unknown => {
  if (Array.isArray(where)) return where.map(formOf)
  if (typeof where !== 'object' || where === null) return typeof where
  return Object.fromEntries(Object.entries(where).map(([key, inner]) => [key, formOf(inner)]))
}
