import type { RequestHandler } from 'express'
import { headersWithCors, type Payload, type PayloadRequest } from 'payload'

const PREFLIGHT_SECONDS = '600'

/**
 * Allows the origins of Payload's `cors` setting, with credentials, on everything below; answers preflights.
 * Refusals of the host carry the headers too: without them a page could not read why it was refused.
 */
export const allowOrigins =
  (payload: Payload): RequestHandler =>
  (request, response, next) => {
    const headers = new Headers()
    const origin = request.get('origin')
    const req: Pick<PayloadRequest, 'headers' | 'payload'> = {
      payload,
      headers: new Headers(origin ? { origin } : {}),
    }
    headersWithCors({ headers, req })
    response.vary('Origin')
    if (headers.has('Access-Control-Allow-Origin')) {
      headers.forEach((value, name) => response.setHeader(name, value))
      response.setHeader('Access-Control-Expose-Headers', 'ETag, X-Request-Id')
    }
    if (request.method !== 'OPTIONS') return next()
    response.setHeader('Access-Control-Max-Age', PREFLIGHT_SECONDS)
    response.status(204).end()
  }
