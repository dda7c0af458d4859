import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { openMediaFiles } from '../mediaFiles'
import type { ResolvedMedia } from '../richtext/toHtml/options'
import { relativeAddress } from './filePaths'

/** The stored files that an export uses. */
export type ExportedMedia = {
  /** The picture as the file at `from` writes it; remembers that it is used. Undefined: it is not stored. */
  resolve: (id: string, from: string) => ResolvedMedia | undefined
  /** Copies what is used to `media/` of the folder; returns the number of copies and the names of missing files. */
  copyUsed: (
    folder: string,
  ) => Promise<{ copied: number; missing: { name: string; path: string }[] }>
}

/** Opens the media library: names and words of all files are read once. */
export const openExportedMedia = async (payload: Payload): Promise<ExportedMedia> => {
  const { docs } = await payload.find({
    collection: 'media',
    select: { filename: true, alt: true },
    depth: 0,
    pagination: false,
  })
  const files = new Map(
    docs.map(({ id, filename, alt }) => [
      id,
      { name: path.basename(filename ?? ''), alt: alt ?? undefined },
    ]),
  )
  const stored = openMediaFiles()
  const usedIn = new Map<string, string>()

  return {
    resolve: (id, from) => {
      const file = files.get(id)
      if (!file?.name) return undefined
      if (!usedIn.has(file.name)) usedIn.set(file.name, from)
      return { url: relativeAddress(from, `media/${file.name}`), alt: file.alt }
    },
    copyUsed: async (folder) => {
      const target = path.join(folder, 'media')
      const missing: { name: string; path: string }[] = []
      if (usedIn.size > 0) await mkdir(target, { recursive: true })
      for (const [name, from] of usedIn) {
        const isCopied = await stored.copyTo(name, path.join(target, name))
        if (!isCopied) missing.push({ name, path: from })
      }
      return { copied: usedIn.size - missing.length, missing }
    },
  }
}
