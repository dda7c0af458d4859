import type { Payload } from 'payload'
import { PUBLIC_COLLECTIONS } from '../../../collections/access/policy'
import { RequestError } from '../errors'

export type QueryLimits = {
  /** Greatest number of documents in one answer to the public. */
  maxLimit: number
}

const MAX_ADDRESS = 8000
const MAX_CONDITIONS = 100
const MAX_NESTING = 14
const MAX_PAGE = 100_000
const MAX_SORTED = 10

/**
 * Refuses a read of the public that asks for more than an answer should hold.
 * @param address path and query
 * @param count the number of documents that the public sees in a collection; asked for where a list wants all of them
 * @throws RequestError `query-too-large`; `query-refused` for a number of documents or a page that is none
 */
export const limitQuery = async (
  address: string,
  { maxLimit }: QueryLimits,
  count: (collection: string) => Promise<number>,
): Promise<void> => {
  if (address.length > MAX_ADDRESS) refuse(`The address is longer than ${MAX_ADDRESS} characters.`)
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  for (const name of ['limit', 'page', 'depth']) requireNumber(searchParams, name)
  const conditions = [...searchParams].filter(([name]) => /^(?:where|joins)\b/.test(name))
  const brackets = conditions.map(
    ([name, value]) => name.split('[').length + value.split('{').length,
  )
  if (conditions.length > MAX_CONDITIONS || Math.max(0, ...brackets) > MAX_CONDITIONS) {
    refuse(TOO_MANY)
  }
  if (conditions.some(([name]) => name.split('[').length - 1 > MAX_NESTING)) refuse(TOO_DEEP)
  if ([...searchParams].some(([name, value]) => /^sort\b/.test(name) && isLongSort(value))) {
    refuse(SORTED_BY_MUCH)
  }
  if (Number(searchParams.get('page')) > MAX_PAGE) refuse(TOO_FAR)
  const limit = searchParams.get('limit')
  const [, , collection = '', ...more] = pathname.split('/')
  if (Number(limit) > maxLimit) refuse(`A list has ${maxLimit} documents at most.`)
  const asksAll = limit === null ? searchParams.get('pagination') === 'false' : Number(limit) === 0
  if (asksAll && more.length === 0 && (await count(collection)) > maxLimit) {
    refuse(`There are more than ${maxLimit} documents: ask for them by pages.`)
  }
}

/** What Payload takes for no limit at all (`-1`, `many`, `limit[]=500`) must not pass for a small one. */
const requireNumber = (parameters: URLSearchParams, name: string): void => {
  const given = [...parameters].filter(([one]) => one === name || one.startsWith(`${name}[`))
  const [first] = given
  if (!first || (given.length === 1 && first[0] === name && /^\d*$/.test(first[1]))) return
  const written = given
    .map(([one, value]) => `${one}=${value}`)
    .join('&')
    .slice(0, 100)
  throw new RequestError(
    'query-refused',
    `The query says "${written}". Write "${name}" once, as a whole number that is not negative.`,
  )
}

/**
 * The same for the arguments of a field of GraphQL, which may be as long as a body.
 * @throws RequestError `query-too-large`, `query-refused`
 */
export const limitArguments = ({ where, sort, page, limit }: Record<string, unknown>): void => {
  for (const [name, value] of Object.entries({ limit, page })) {
    if (typeof value !== 'number' || value >= 0) continue
    throw new RequestError(
      'query-refused',
      `"${name}" is ${value}. Use a number that is not negative.`,
    )
  }
  const { conditions, depth } = sizeOf(where)
  if (conditions > MAX_CONDITIONS) refuse(TOO_MANY)
  // `where[and][0][name][equals]`: REST counts the same levels.
  if (depth > MAX_NESTING) refuse(TOO_DEEP)
  if (JSON.stringify(where ?? null).length > MAX_ADDRESS) {
    refuse(`The conditions are longer than ${MAX_ADDRESS} characters.`)
  }
  if (isLongSort([sort].flat().join(','))) refuse(SORTED_BY_MUCH)
  if (Number(page) > MAX_PAGE) refuse(TOO_FAR)
}

const TOO_MANY = `The query has more than ${MAX_CONDITIONS} conditions.`
const TOO_DEEP = `Its conditions are nested deeper than ${MAX_NESTING} levels.`
const TOO_FAR = `There are ${MAX_PAGE} pages at most.`
const SORTED_BY_MUCH = `A list is sorted by ${MAX_SORTED} fields at most.`

const isLongSort = (sort: string): boolean => sort.split(',').length > MAX_SORTED

/** How many values a condition compares with, and how deep the last of them lies; no deeper than is of interest. */
const sizeOf = (where: unknown, level = 0): { conditions: number; depth: number } => {
  if (typeof where !== 'object' || where === null || level > MAX_NESTING) {
    return { conditions: level === 0 ? 0 : 1, depth: level }
  }
  const inner = Object.values(where).map((value) => sizeOf(value, level + 1))
  return {
    conditions: inner.reduce((sum, { conditions }) => sum + conditions, 0),
    depth: Math.max(level, ...inner.map(({ depth }) => depth)),
  }
}

/** The number of documents that the public sees in a collection; of what it may not read there is none. */
export const countPublic =
  (payload: Payload) =>
  async (slug: string): Promise<number> => {
    const collection = PUBLIC_COLLECTIONS.find((one) => one === slug)
    if (!collection) return 0
    const { totalDocs } = await payload.count({ collection, overrideAccess: false })
    return totalDocs
  }

const refuse = (reason: string): never => {
  throw new RequestError('query-too-large', `${reason} Ask for less at a time.`)
}
