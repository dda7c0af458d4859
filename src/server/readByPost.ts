import type { RequestHandler } from 'express'
import { text as readText } from 'node:stream/consumers'
import { RequestError } from './errors'
import { limitedBody, type BodyLimits } from './requestBody'

/**
 * Makes a read that was sent by POST a GET before anything looks at it, so that the limits and the cache are the same: with the
 * header `X-HTTP-Method-Override: GET` (the panel's is `X-Payload-HTTP-Method-Override`) a form's body is the query.
 * @throws RequestError `body-too-large`, `json-malformed`, `content-type-unsupported`
 */
export const readByPost =
  (limits: BodyLimits): RequestHandler =>
  async (request, _response, next) => {
    const isRead = OVERRIDES.some((name) => request.get(name) === 'GET')
    if (request.method !== 'POST' || !isRead) return next()
    const body = limitedBody(request, limits)
    const text = body ? await readWhole(body) : ''
    if (request.is('application/json')) refuseMalformed(text)
    request.method = 'GET'
    if (request.is('application/x-www-form-urlencoded') && text !== '') {
      request.originalUrl += `${request.originalUrl.includes('?') ? '&' : '?'}${text}`
    }
    next()
  }

const readWhole = async ({
  stream,
  refusal,
}: NonNullable<ReturnType<typeof limitedBody>>): Promise<string> => {
  try {
    return await readText(stream)
  } catch (error) {
    throw refusal() ?? error
  }
}

/** Payload reads such a body and uses nothing of it. */
const refuseMalformed = (text: string): void => {
  try {
    JSON.parse(text)
  } catch {
    throw new RequestError('json-malformed')
  }
}

const OVERRIDES = ['X-HTTP-Method-Override', 'X-Payload-HTTP-Method-Override']
