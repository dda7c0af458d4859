import type { RequestHandler } from 'express'
import { headersWithCors, type Payload, type PayloadRequest } from 'payload'

const PREFLIGHT_SECONDS = '600'
const EXPOSED = 'ETag, X-Cache, X-Request-Id'
const MAX_REMEMBERED = 100

/**
 * Allows the origins of Payload's `cors` setting, with credentials, on everything below; answers preflights.
 * Refusals of the host carry the headers too: without them a page could not read why it was refused.
 */
export const allowOrigins = (payload: Payload): RequestHandler => {
  const headersFor = corsHeaders(payload)
  return (request, response, next) => {
    response.vary('Origin')
    for (const [name, value] of headersFor(request.headers.origin)) response.setHeader(name, value)
    if (request.method !== 'OPTIONS') return next()
    response.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
    response.status(204).end()
  }
}

/** The headers for one origin; none for one that may not read. The last few origins are remembered. */
export const corsHeaders = (payload: Payload) => {
  const remembered = new Map<string, [string, string][]>()
  return (origin: string | undefined): [string, string][] => {
    const known = remembered.get(origin ?? '')
    if (known) return known
    const req: Pick<PayloadRequest, 'headers' | 'payload'> = {
      payload,
      headers: new Headers(origin ? { origin } : {}),
    }
    const headers = headersWithCors({ headers: new Headers(), req })
    const isAllowed = headers.has('Access-Control-Allow-Origin')
    if (isAllowed) headers.set('Access-Control-Expose-Headers', EXPOSED)
    const result: [string, string][] = isAllowed ? [...headers] : []
    if (remembered.size >= MAX_REMEMBERED) remembered.clear()
    remembered.set(origin ?? '', result)
    return result
  }
}
