import { buffer } from 'node:stream/consumers'
import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionBeforeOperationHook,
  CollectionConfig,
} from 'payload'
import { fileNamesOf } from '../../src/media/fileNames'
import type { Bucket } from '../../src/mediaFiles'

type Hooks = Required<
  Pick<
    NonNullable<CollectionConfig['hooks']>,
    'beforeOperation' | 'beforeChange' | 'afterChange' | 'afterDelete'
  >
>

type WithFiles = {
  filename?: string | null
  mimeType?: string | null
  sizes?: Record<string, { filename?: string | null; mimeType?: string | null } | undefined> | null
}

/**
 * Hooks that keep uploaded files in a bucket, where Payload would write them to its folder. A file is there before its
 * document is stored; old ones go when it is.
 */
export const bucketHooks = (bucket: Bucket): Hooks => {
  /** A crop or another focal point needs the stored picture, which Payload looks for in its folder. */
  const bringStored: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
    if (operation !== 'update' || req.file || !req.query.uploadEdits || !hasId(args)) return args
    const doc = await req.payload.db.findOne<WithFiles & { id: string }>({
      collection: 'media',
      where: { id: { equals: args.id } },
      req,
    })
    const name = doc?.filename
    const stored = name ? await bucket.get(name) : undefined
    if (!name || !stored || typeof stored === 'string' || !stored.body) return args
    const data = await buffer(stored.body)
    req.file = { data, name, size: data.length, mimetype: doc.mimeType ?? '' }
    return { ...args, overwriteExistingFiles: true }
  }

  const putFiles: CollectionBeforeChangeHook<WithFiles & { id: string }> = async ({
    data,
    req,
  }) => {
    const { file, payloadUploadSizes = {} } = req
    if (!file || !data.filename) return data
    const type = data.mimeType ?? undefined
    await bucket.put({ name: data.filename, bytes: file.data, type })
    for (const [size, bytes] of Object.entries(payloadUploadSizes)) {
      const { filename, mimeType } = data.sizes?.[size] ?? {}
      if (filename && bytes)
        await bucket.put({ name: filename, bytes, type: mimeType ?? undefined })
    }
    return data
  }

  const removeReplaced: CollectionAfterChangeHook<WithFiles & { id: string }> = async ({
    doc,
    previousDoc,
    operation,
  }) => {
    if (operation !== 'update') return doc
    const kept = new Set(fileNamesOf(doc))
    await bucket.remove(fileNamesOf(previousDoc).filter((name) => !kept.has(name)))
    return doc
  }

  const removeFiles: CollectionAfterDeleteHook<WithFiles & { id: string }> = async ({ doc }) => {
    await bucket.remove(fileNamesOf(doc))
    return doc
  }

  return {
    beforeOperation: [bringStored],
    beforeChange: [putFiles],
    afterChange: [removeReplaced],
    afterDelete: [removeFiles],
  }
}

const hasId = (args: object): args is { id: string } => 'id' in args && typeof args.id === 'string'
