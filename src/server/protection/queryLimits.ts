import type { Payload } from 'payload'
import { collectionNamed } from '../../collectionNamed'
import { RequestError } from '../errors'

export type QueryLimits = {
  /** Greatest number of documents in one answer to the public. */
  maxLimit: number
}

const MAX_ADDRESS = 8000
const MAX_CONDITIONS = 100
const MAX_NESTING = 14
const MAX_PAGE = 100_000

/**
 * Refuses a read of the public that asks for more than an answer should hold.
 * @param address path and query
 * @param count the number of documents of a collection; asked for where a list wants all of them
 * @throws RequestError `query-too-large`
 */
export const limitQuery = async (
  address: string,
  { maxLimit }: QueryLimits,
  count: (collection: string) => Promise<number>,
): Promise<void> => {
  if (address.length > MAX_ADDRESS) refuse(`The address is longer than ${MAX_ADDRESS} characters.`)
  const { pathname, searchParams } = new URL(address, 'http://localhost')
  const conditions = [...searchParams].filter(([name]) => /^(?:where|joins)\b/.test(name))
  const brackets = conditions.map(
    ([name, value]) => name.split('[').length + value.split('{').length,
  )
  if (conditions.length > MAX_CONDITIONS || Math.max(0, ...brackets) > MAX_CONDITIONS) {
    refuse(`The query has more than ${MAX_CONDITIONS} conditions.`)
  }
  if (conditions.some(([name]) => name.split('[').length - 1 > MAX_NESTING)) {
    refuse(`Its conditions are nested deeper than ${MAX_NESTING} levels.`)
  }
  if (Number(searchParams.get('page')) > MAX_PAGE) refuse(`There are ${MAX_PAGE} pages at most.`)
  const limit = searchParams.get('limit')
  const [, , collection = '', ...more] = pathname.split('/')
  if (Number(limit) > maxLimit) refuse(`A list has ${maxLimit} documents at most.`)
  const asksAll = limit === null ? searchParams.get('pagination') === 'false' : Number(limit) === 0
  if (asksAll && more.length === 0 && (await count(collection)) > maxLimit) {
    refuse(`There are more than ${maxLimit} documents: ask for them by pages.`)
  }
}

/** The number of documents of a public collection. */
export const countAll =
  (payload: Payload) =>
  async (slug: string): Promise<number> => {
    const collection = collectionNamed(payload, slug)
    if (!collection) return 0
    const { totalDocs } = await payload.db.count({ collection: collection.config.slug })
    return totalDocs
  }

const refuse = (reason: string): never => {
  throw new RequestError('query-too-large', `${reason} Ask for less at a time.`)
}
