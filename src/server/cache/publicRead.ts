import { PUBLIC_COLLECTIONS } from '../../../collections/access/policy'

/** A read whose answer everybody may have: the same key, the same answer. */
export type PublicRead = {
  key: string
  /** Path and query in one spelling. */
  address: string
}

const MAX_ADDRESS_LENGTH = 8000

/** Parameters that ask for what the public doesn't see, or that only one caller knows. */
const PRIVATE_PARAMETER = /^(?:draft|trash|preview|token|autosave)\b/i

/**
 * Whether a GET of the REST API may be kept: a list, a count or a document of a public collection.
 * @param address path and query below the host
 */
export const publicRestRead = (address: string): PublicRead | undefined => {
  if (address.length > MAX_ADDRESS_LENGTH) return undefined
  const [path = '', query = ''] = splitAt(address, '?')
  const [, api, collection = '', id, ...more] = path.split('/')
  const isPublic = PUBLIC_COLLECTIONS.some((slug) => slug === collection)
  if (api !== 'api' || !isPublic || more.length > 0 || id === 'versions') return undefined
  const parameters = new URLSearchParams(query)
  for (const [name, value] of parameters) {
    if (PRIVATE_PARAMETER.test(name) && value !== 'false') return undefined
  }
  const spelled = withQuery(path, parameters)
  return { key: `rest ${spelled}`, address: spelled }
}

/** An address in one spelling: parameters in order, percent-encoded alike. */
export const withQuery = (path: string, parameters: URLSearchParams): string => {
  parameters.sort()
  const query = parameters.toString()
  return query ? `${path}?${query}` : path
}

const splitAt = (text: string, separator: string): string[] => {
  const position = text.indexOf(separator)
  return position === -1 ? [text] : [text.slice(0, position), text.slice(position + 1)]
}
