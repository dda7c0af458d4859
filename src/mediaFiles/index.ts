import { createWriteStream } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isThere } from '../isThere'
import { openBucket, type Bucket } from './bucket'
import { bucketSettings } from './bucketSettings'

export type { Bucket, BucketFile, BucketRefusal } from './bucket'

/** The uploaded files, wherever they lie. */
export type MediaFiles = {
  /** Looks once, for questions about many files. */
  lookUp: () => Promise<(name: string) => Promise<boolean>>
  /** @returns false when the file is not there or can't be read */
  copyTo: (name: string, target: string) => Promise<boolean>
}

let bucket: Bucket | undefined

/** The bucket that holds the uploaded files; undefined: they lie in `MEDIA_DIR`. */
export const mediaBucket = (): Bucket | undefined => {
  const settings = bucketSettings()
  if (!settings) return undefined
  bucket ??= openBucket(settings)
  return bucket
}

/** Absolute path of the folder of uploaded files. */
export const mediaFolder = (): string =>
  // Without the comment the build would trace the whole project for the files that it may read.
  path.resolve(/* turbopackIgnore: true */ process.env.MEDIA_DIR || 'media')

/** Opens the uploaded files where the settings say that they are. */
export const openMediaFiles = (): MediaFiles => {
  const stored = mediaBucket()
  return stored ? inBucket(stored) : inFolder(mediaFolder())
}

const inFolder = (folder: string): MediaFiles => ({
  lookUp: async () => (name) => isThere(path.join(folder, name)),
  copyTo: (name, target) => {
    const from = path.join(folder, name)
    return from === target ? Promise.resolve(true) : isDone(() => copyFile(from, target))
  },
})

const inBucket = (stored: Bucket): MediaFiles => ({
  lookUp: async () => {
    const names = new Set<string>()
    for await (const name of stored.names()) names.add(name)
    return async (name) => names.has(name)
  },
  copyTo: (name, target) =>
    isDone(async () => {
      const file = await stored.get(name)
      if (typeof file === 'string' || !file.body) throw new Error(`${name} is not in the bucket`)
      await mkdir(path.dirname(target), { recursive: true })
      await pipeline(file.body, createWriteStream(target))
    }),
})

const isDone = async (work: () => Promise<void>): Promise<boolean> => {
  try {
    await work()
    return true
  } catch {
    return false
  }
}
