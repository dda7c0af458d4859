import type { RequestHandler } from 'express'
import type { AudienceFinder } from '../cache/audience'
import { RequestError } from '../errors'

/**
 * Refuses requests with an API key that is unknown, revoked or expired. Payload would answer them as the public's, and
 * who has sent the key would look for the reason elsewhere.
 */
export const refuseBadKeys =
  (audience: AudienceFinder): RequestHandler =>
  async (request, _response, next) => {
    const { authorization } = request.headers
    if (authorization === undefined || (await audience.find(request.headers)) !== 'refused') {
      return next()
    }
    next(new RequestError('api-key-refused'))
  }
