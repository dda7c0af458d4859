import type { RequestHandler } from 'express'
import { RequestError } from './errors'

/** Refuses an address that can't be decoded before anything else meets it. */
export const checkAddress: RequestHandler = (request, _response, next) => {
  if (!isDecodable(request.originalUrl)) throw new RequestError('url-malformed')
  next()
}

const isDecodable = (address: string): boolean => {
  try {
    return !decodeURIComponent(address).includes('\0')
  } catch {
    return false
  }
}
