import type { CollectionAfterReadHook, PayloadHandler } from 'payload'

const PAYLOAD_PATH = '/api/media/file/'
const MEDIA_PATH = '/media/'

/** Gives a file its address under `/media`, where the host serves it with ETag, ranges and long caching. */
export const serveFromMediaPath: CollectionAfterReadHook = ({ doc }) => {
  for (const key of ['url', 'thumbnailURL']) doc[key] = rewritten(doc[key])
  for (const size of Object.values<{ url?: unknown } | null>(doc.sizes ?? {})) {
    if (size) size.url = rewritten(size.url)
  }
  return doc
}

const rewritten = (url: unknown): unknown =>
  typeof url === 'string' ? url.replace(PAYLOAD_PATH, MEDIA_PATH) : url

/** Leads from Payload's own address of a file to the one below `/media`. */
export const leadToMediaPath: PayloadHandler = ({ routeParams }) => {
  const name = encodeURIComponent(String(routeParams?.filename))
  return new Response(null, { status: 302, headers: { Location: MEDIA_PATH + name } })
}
