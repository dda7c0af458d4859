import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'

/** Read by `collections/hooks/recordActivity.ts`. */
export const CLIENT_ADDRESS_HEADER = 'x-galley-client-address'

/**
 * Tells Payload, in a header, which address a request comes from. A header of that name that a client has sent
 * itself is replaced; proxies are believed as `trust proxy` of the app says.
 */
export const passClientAddress: RequestHandler = (request, _response, next) => {
  Reflect.deleteProperty(request.headers, CLIENT_ADDRESS_HEADER)
  const address = plain(request.ip)
  if (address) request.headers[CLIENT_ADDRESS_HEADER] = address
  next()
}

/** The address that `passClientAddress` has found. */
export const clientAddress = (request: IncomingMessage): string | undefined => {
  const address = request.headers[CLIENT_ADDRESS_HEADER]
  return typeof address === 'string' ? address : undefined
}

const plain = (address: string | undefined): string | undefined =>
  address?.replace(/^::ffff:(?=\d+\.)/, '')
