import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { collectionsOf, type ReadSet } from '../../changes/readTracker'

export type Encoding = 'br' | 'gzip'

/** What a computation gives: the answer as any client may have it. */
export type CachedAnswer = {
  status: number
  contentType: string
  body: Buffer
  /** Headers of this answer alone, such as `Link`. */
  headers?: Record<string, string>
  /** When time makes it another one, beside articles that become due or expire. */
  until?: number
}

/** An answer with all that sending it needs. */
export type CacheEntry = CachedAnswer & {
  /** Opaque part of the ETag, the same for every encoding. */
  digest: string
  reads: ReadSet
  /** What a CDN may purge it by. */
  tags: string
  /** Bodies by encoding; made at the first request that takes one. */
  encoded: Partial<Record<Encoding, Buffer>>
}

/** Smaller bodies fit into one packet anyway. */
const MIN_COMPRESSED_BYTES = 1024

const compressors = {
  gzip: (body: Buffer) => promisify(gzip)(body, { level: 6 }),
  br: (body: Buffer) =>
    promisify(brotliCompress)(body, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: 5,
        [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
      },
    }),
}

/** Makes an entry of an answer and of what it was made from. */
export const createEntry = (answer: CachedAnswer, reads: ReadSet): CacheEntry => ({
  ...answer,
  digest: createHash('sha256').update(answer.body).digest('base64url').slice(0, 22),
  reads,
  tags: tagsOf(reads),
  encoded: {},
})

/** The encoding that is sent to a client: brotli before gzip, none where it pays nothing. */
export const encodingFor = (
  entry: CacheEntry,
  acceptEncoding: string | undefined,
): Encoding | undefined => {
  if (!acceptEncoding || entry.body.length < MIN_COMPRESSED_BYTES) return undefined
  return (['br', 'gzip'] as const).find((encoding) => takes(acceptEncoding, encoding))
}

/** Compresses the body of an entry and keeps the result with it. */
export const encode = async (entry: CacheEntry, encoding: Encoding): Promise<Buffer> => {
  const body = entry.encoded[encoding] ?? (await compressors[encoding](entry.body))
  entry.encoded[encoding] = body
  return body
}

/** Bytes that an entry takes in memory, about. */
export const bytesOf = (key: string, { body, encoded, reads, tags }: CacheEntry): number => {
  const sets = reads.documents.size + reads.lists.size
  const bodies = body.length + (encoded.br?.length ?? 0) + (encoded.gzip?.length ?? 0)
  return bodies + 2 * (key.length + tags.length) + sets * 150 + 1000
}

const accepted = new Map<string, Set<string>>()
const MAX_REMEMBERED = 200

const takes = (header: string, encoding: Encoding): boolean => {
  let encodings = accepted.get(header)
  if (!encodings) {
    encodings = new Set(
      header
        .toLowerCase()
        .split(',')
        .map((part) => part.trim())
        .filter((part) => !/;\s*q=0(?:\.0*)?$/.test(part))
        .map((part) => part.replace(/;.*$/, '').trim()),
    )
    if (accepted.size >= MAX_REMEMBERED) accepted.clear()
    accepted.set(header, encodings)
  }
  return encodings.has(encoding)
}

/** Proxies refuse long headers: where there are too many documents of a collection, its own name stands for them. */
const MAX_TAG_BYTES = 2000

/**
 * The tags of an answer: a collection's name for its lists, `<collection>/<id>` for a document. A change of a document
 * calls for both to be purged, so a list needs no tags of its own documents.
 */
const tagsOf = (reads: ReadSet): string => {
  const names = new Set(reads.lists)
  const groups = [...collectionsOf(reads)]
    .filter((collection) => !names.has(collection))
    .map((collection) => ({
      collection,
      documents: [...reads.documents].filter((key) => key.startsWith(`${collection}/`)),
    }))
    .sort((one, other) => one.documents.length - other.documents.length)
  const tags = [...names]
  let bytes = tags.join(' ').length
  for (const { collection, documents } of groups) {
    const text = documents.join(' ')
    const isShort = bytes + text.length < MAX_TAG_BYTES
    tags.push(isShort ? text : collection)
    bytes += isShort ? text.length + 1 : collection.length + 1
  }
  return tags.join(' ')
}
