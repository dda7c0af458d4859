import type { Request as ExpressRequest } from 'express'
import { Transform, type Readable } from 'node:stream'
import { RequestError } from './errors'

export type BodyLimits = { maxJsonBytes: number; maxUploadBytes: number; maxArchiveBytes: number }

/**
 * The body of a request as a stream that ends with an error when it grows over its limit. Nothing is buffered.
 * @throws RequestError `body-too-large` when the request itself says so, `content-type-unsupported`
 */
export const limitedBody = (
  request: ExpressRequest,
  limits: BodyLimits,
): { stream: Readable; refusal: () => RequestError | undefined } | undefined => {
  if (!hasBody(request)) return undefined
  const limit = limitFor(request, limits)
  const tooLarge = () =>
    new RequestError(
      'body-too-large',
      `The body is larger than the ${Math.floor(limit / 1024 / 1024)} MB that are taken here.`,
    )
  if (Number(request.get('content-length') ?? 0) > limit) throw tooLarge()

  let size = 0
  let refused: RequestError | undefined
  const stream = new Transform({
    transform: (chunk: Buffer, _encoding, done) => {
      size += chunk.length
      if (size <= limit) return done(null, chunk)
      refused = tooLarge()
      done(refused)
    },
  })
  // Payload may leave an error of the body unread; it must not end the process.
  stream.on('error', () => drain(request, stream))
  request.pipe(stream)
  request.once('close', () => {
    if (!request.complete) stream.destroy(new Error('The client has closed the connection.'))
  })
  return { stream, refusal: () => refused }
}

/** Reads on after a refusal, so that the client, still sending, gets to read the answer; not for ever. */
export const drain = (request: ExpressRequest, stream?: Transform): void => {
  if (stream) request.unpipe(stream)
  if (request.complete) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), DRAIN_LIMIT_MS)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
}

/** The one address that takes a whole archive. */
const ARCHIVE_UPLOADS = '/api/import-runs/upload'

const DRAIN_LIMIT_MS = 10_000

const hasBody = (request: ExpressRequest): boolean =>
  !['GET', 'HEAD'].includes(request.method) &&
  (request.headers['transfer-encoding'] !== undefined ||
    Number(request.get('content-length') ?? 0) > 0)

const limitFor = (
  request: ExpressRequest,
  { maxJsonBytes, maxUploadBytes, maxArchiveBytes }: BodyLimits,
): number => {
  if (request.is('application/zip') && request.originalUrl.startsWith(ARCHIVE_UPLOADS)) {
    return maxArchiveBytes
  }
  if (request.is('multipart/form-data')) return maxUploadBytes
  if (request.is(['application/json', 'application/x-www-form-urlencoded'])) return maxJsonBytes
  throw new RequestError('content-type-unsupported')
}
