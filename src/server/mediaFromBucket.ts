import type { RequestHandler, Response } from 'express'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { Bucket, BucketFile } from '../mediaFiles'
import { RequestError } from './errors'

/**
 * Sends the files of a bucket. Who has a file already is answered here, since not every store compares ETags; a range is cut
 * by the store.
 * @param describe sets what each answer with a file says
 */
export const sendFromBucket =
  (bucket: Bucket, describe: (response: ServerResponse, name: string) => void): RequestHandler =>
  async (request, response, next) => {
    const name = nameOf(request.path)
    if (!name) return next()
    const { range, 'if-range': version, 'if-none-match': etag } = request.headers
    const isConditional = request.method === 'HEAD' || Boolean(etag) || Boolean(range && version)
    const known = isConditional ? await bucket.head(name) : undefined
    if (known === 'not-found') return next()
    if (typeof known === 'object') {
      describe(response, name)
      describeFile(response, known)
      if (request.method === 'HEAD' || request.fresh) {
        response.status(request.fresh ? 304 : 200).end()
        return
      }
    }
    const isOfVersion = !version || (typeof known === 'object' && known.etag === version)
    const file = await bucket.get(name, isOfVersion ? wellFormed(range) : undefined)
    if (file === 'not-found') return next()
    if (file === 'range-not-satisfiable') throw new RequestError('range-not-satisfiable')
    describe(response, name)
    describeFile(response, file)
    if (!file.body) {
      response.end()
      return
    }
    try {
      await pipeline(file.body, response)
    } catch (error) {
      // A reader who has left is no fault; after the first byte nothing else can be said.
      if (!response.headersSent) throw error
    }
  }

const describeFile = (response: Response, { type, length, etag, modified, range }: BucketFile) => {
  response.status(range ? 206 : 200)
  response.setHeader('Accept-Ranges', 'bytes')
  response.setHeader('Content-Type', type ?? 'application/octet-stream')
  if (length !== undefined) response.setHeader('Content-Length', length)
  if (etag) response.setHeader('ETag', etag)
  if (modified) response.setHeader('Last-Modified', modified.toUTCString())
  if (range) response.setHeader('Content-Range', range)
}

/** The name in a path of one part; hidden files and folders are none. */
const nameOf = (path: string): string | undefined => {
  const name = decodeURIComponent(path.slice(1))
  return !name || name.startsWith('.') || /[/\\\0]/.test(name) ? undefined : name
}

/** HTTP has a server ignore a range that it doesn't understand; stores refuse it. */
const wellFormed = (range: string | undefined): string | undefined =>
  range && /^bytes=(?:\d+-\d*|-\d+)$/.test(range.trim()) ? range.trim() : undefined
