import { Readable } from 'node:stream'
import { isRecord } from '../richtext/readNode'
import type { BucketSettings } from './bucketSettings'

/** A file, or a part of it, with what HTTP says of it. */
export type BucketFile = {
  body?: Readable
  type?: string
  length?: number
  etag?: string
  modified?: Date
  /** `Content-Range`, where a part was asked for. */
  range?: string
}

/** What the store has instead of a file. */
export type BucketRefusal = 'not-found' | 'range-not-satisfiable'

/** The uploaded files in an object store, by name. */
export type Bucket = {
  put: (file: { name: string; bytes: Buffer; type?: string }) => Promise<void>
  /** @throws what the store or the network throws */
  /**
   * @param range as the header `Range` says it
   * @throws what the store or the network throws
   */
  get: (name: string, range?: string) => Promise<BucketFile | BucketRefusal>
  head: (name: string) => Promise<BucketFile | BucketRefusal>
  /** Names that are not there count as removed. */
  remove: (names: readonly string[]) => Promise<void>
  /** The names of all files. */
  names: () => AsyncIterable<string>
}

/** Keys that the protocol removes with one command. */
const KEYS_AT_ONCE = 1000

const REFUSALS: Partial<Record<number, BucketRefusal>> = {
  404: 'not-found',
  416: 'range-not-satisfiable',
}

/** Opens a bucket; nothing is asked of it, and its SDK is not loaded, before the first call. */
export const openBucket = (settings: BucketSettings): Bucket => {
  const { bucket: Bucket, prefix } = settings
  let loading: ReturnType<typeof loadClient> | undefined
  const loaded = () => (loading ??= loadClient(settings))

  return {
    put: async ({ name, bytes, type }) => {
      const { client, Upload } = await loaded()
      const params = { Bucket, Key: prefix + name, Body: bytes, ContentType: type }
      await new Upload({ client, params }).done()
    },
    get: async (name, range) => {
      const { client, GetObjectCommand } = await loaded()
      const command = new GetObjectCommand({ Bucket, Key: prefix + name, Range: range })
      return orRefusal(async () => {
        const answer = await client.send(command)
        const { Body } = answer
        return { ...described(answer), ...(Body instanceof Readable && { body: Body }) }
      })
    },
    head: async (name) => {
      const { client, HeadObjectCommand } = await loaded()
      const command = new HeadObjectCommand({ Bucket, Key: prefix + name })
      return orRefusal(async () => described(await client.send(command)))
    },
    remove: async (names) => {
      if (names.length === 0) return
      const { client, DeleteObjectsCommand } = await loaded()
      for (let start = 0; start < names.length; start += KEYS_AT_ONCE) {
        const Objects = names
          .slice(start, start + KEYS_AT_ONCE)
          .map((name) => ({ Key: prefix + name }))
        await client.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects, Quiet: true } }))
      }
    },
    names: async function* () {
      const { client, paginateListObjectsV2 } = await loaded()
      const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: prefix })
      for await (const { Contents } of pages) {
        for (const { Key } of Contents ?? []) if (Key) yield Key.slice(prefix.length)
      }
    },
  }
}

const loadClient = async ({ region, endpoint, credentials, hasPathStyle }: BucketSettings) => {
  const [{ S3Client, ...commands }, { Upload }] = await Promise.all([
    import('@aws-sdk/client-s3'),
    import('@aws-sdk/lib-storage'),
  ])
  const client = new S3Client({
    region,
    ...(endpoint && { endpoint }),
    ...(credentials && { credentials }),
    forcePathStyle: hasPathStyle,
    // Other stores than Amazon's don't know the newer checksums.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  })
  return { client, Upload, ...commands }
}

type Answer = {
  ContentType?: string
  ContentLength?: number
  ETag?: string
  LastModified?: Date
  ContentRange?: string
}

const described = (answer: Answer): BucketFile => ({
  type: answer.ContentType,
  length: answer.ContentLength,
  etag: answer.ETag,
  modified: answer.LastModified,
  range: answer.ContentRange,
})

const orRefusal = async (ask: () => Promise<BucketFile>): Promise<BucketFile | BucketRefusal> => {
  try {
    return await ask()
  } catch (error) {
    const refusal = REFUSALS[statusOf(error) ?? 0]
    if (refusal) return refusal
    throw error
  }
}

const statusOf = (error: unknown): number | undefined => {
  if (!isRecord(error) || !isRecord(error.$metadata)) return undefined
  const { httpStatusCode } = error.$metadata
  return typeof httpStatusCode === 'number' ? httpStatusCode : undefined
}
