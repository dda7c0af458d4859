import { createHash } from 'node:crypto'
import { APIError, ValidationError, type Payload } from 'payload'
import { openFileNames } from './fileNames'

/** A file of the media library; `url` is where Galley serves it. */
export type StoredFile = { id: string; url: string }

/** A file to store; `source` says where it came from. */
export type FileBytes = { bytes: Buffer; name: string; source: string }

/** The media library as a run sees it: what is stored is read once, what is new is added once. */
export type MediaLibrary = {
  /** The file that was fetched from an address by this run or an earlier one. */
  findBySource: (source: string) => Promise<StoredFile | undefined>
  /**
   * Stores the bytes unless they are stored. Not for use within a transaction: Payload writes files and sizes too.
   * @throws APIError with a code when the library refuses the file
   */
  keep: (file: FileBytes & { alt?: string }) => Promise<StoredFile>
}

const PAGE = 5000

/** Opens the media library for one run. Nothing is read before the first question. */
export const openMediaLibrary = (payload: Payload): MediaLibrary => {
  const bySource = new Map<string, StoredFile>()
  const byDigest = new Map<string, Promise<StoredFile>>()
  const names = openFileNames()
  let loading: Promise<void> | undefined

  return {
    findBySource: async (source) => {
      await loaded()
      return bySource.get(source)
    },
    keep: async (file) => {
      await loaded()
      const sha256 = createHash('sha256').update(file.bytes).digest('hex')
      let stored = byDigest.get(sha256)
      if (!stored) {
        stored = create(file)
        byDigest.set(sha256, stored)
        // A failure concerns the article that met it; the next one tries again.
        stored.catch(() => byDigest.delete(sha256))
      }
      return stored
    },
  }

  function loaded(): Promise<void> {
    loading ??= load()
    return loading
  }

  async function load(): Promise<void> {
    for (let page = 1; ; page += 1) {
      const { docs, hasNextPage } = await payload.find({
        collection: 'media',
        select: { sha256: true, source: true, filename: true, url: true },
        sort: 'id',
        depth: 0,
        limit: PAGE,
        page,
      })
      for (const { id, url, sha256, source, filename } of docs) {
        if (filename) names.take(filename)
        const stored = { id, url: url ?? '' }
        if (sha256) byDigest.set(sha256, Promise.resolve(stored))
        if (source && isRemote(source)) bySource.set(source, stored)
      }
      if (!hasNextPage) return
    }
  }

  async function create(file: FileBytes & { alt?: string }): Promise<StoredFile> {
    try {
      return await createOnce(file)
    } catch (error) {
      const duplicate = error instanceof APIError ? duplicateOf(error.data) : undefined
      if (duplicate) return byId(duplicate)
      // Another process took the name in the meantime.
      if (error instanceof ValidationError) return createOnce(file)
      throw error
    }
  }

  async function createOnce({
    bytes,
    name,
    source,
    alt,
  }: FileBytes & { alt?: string }): Promise<StoredFile> {
    const free = names.take(name)
    try {
      const { id, url } = await payload.create({
        collection: 'media',
        data: { alt: alt ?? '', source },
        file: { data: bytes, name: free, size: bytes.length, mimetype: 'application/octet-stream' },
        depth: 0,
        context: { isImport: true },
      })
      const stored = { id, url: url ?? '' }
      if (isRemote(source)) bySource.set(source, stored)
      return stored
    } catch (error) {
      names.giveBack(free)
      throw error
    }
  }

  async function byId(id: string): Promise<StoredFile> {
    const { url } = await payload.findByID({ collection: 'media', id, depth: 0 })
    return { id, url: url ?? '' }
  }
}

const isRemote = (source: string): boolean => /^(https?:)?\/\//i.test(source)

const duplicateOf = (data: unknown): string | undefined =>
  data && typeof data === 'object' && 'code' in data && 'id' in data
    ? data.code === 'file-duplicate'
      ? String(data.id)
      : undefined
    : undefined
