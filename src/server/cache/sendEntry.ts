import type { IncomingMessage, ServerResponse } from 'node:http'
import { encodingFor, type CacheEntry, type Encoding } from './cacheEntry'
import {
  cacheControlOf,
  etagOf,
  headersOf,
  isKnownToClient,
  VARY,
  type CacheTimes,
} from './cacheHeaders'

export type Sending = {
  request: IncomingMessage
  response: ServerResponse
  entry: CacheEntry
  isHit: boolean
  times: CacheTimes
  /** Until time changes the answer. */
  secondsLeft: number
}

/**
 * Sends an entry if its body lies ready in the encoding that the client takes.
 * @returns the encoding that has to be made first, if it does not
 */
export const sendEntry = (sending: Sending): Encoding | undefined => {
  const { request, response, entry, isHit, times, secondsLeft } = sending
  const encoding = encodingFor(entry, request.headers['accept-encoding'])
  const isKnown = entry.status === 200 && isKnownToClient(entry, request.headers['if-none-match'])
  const body = encoding ? entry.encoded[encoding] : entry.body
  if (!isKnown && !body) return encoding

  response.setHeader('X-Cache', isHit ? 'hit' : 'miss')
  response.setHeader('Vary', VARY)
  response.setHeader('Cache-Control', cacheControlOf(times, secondsLeft))
  if (isKnown) {
    response.setHeader('ETag', etagOf(entry, encoding))
    response.writeHead(304)
    response.end()
    return undefined
  }
  for (const [name, value] of headersFor(entry, encoding)) response.setHeader(name, value)
  response.setHeader('Content-Length', body?.length ?? 0)
  response.statusCode = entry.status
  response.end(request.method === 'HEAD' ? undefined : body)
  return undefined
}

const prepared = new WeakMap<CacheEntry, Map<Encoding | undefined, [string, string][]>>()

const headersFor = (entry: CacheEntry, encoding: Encoding | undefined): [string, string][] => {
  const known = prepared.get(entry) ?? new Map<Encoding | undefined, [string, string][]>()
  prepared.set(entry, known)
  const headers = known.get(encoding) ?? Object.entries(headersOf(entry, encoding))
  known.set(encoding, headers)
  return headers
}
