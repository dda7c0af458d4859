import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import { APIError, type Payload } from 'payload'
import { readDataUri } from './dataUri'
import { fetchPicture } from './fetchPicture'
import { findLocalPicture } from './localPicture'
import { openMediaLibrary, type FileBytes, type StoredFile } from './mediaLibrary'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'
import type { SurveyedFile } from './survey'

/** What became of a picture: stored, left where it is by the mode of the run, or wanted and not had. */
export type MediaOutcome =
  | { kind: 'stored'; file: StoredFile }
  | { kind: 'linked' }
  | { kind: 'failed'; problem: FileProblem }

/** Stores pictures once by content and remembers, for a run, what each address became. */
export type MediaStore = {
  /** May be called for many pictures at once; the store bounds how many are worked at. */
  store: (picture: { url: string; alt?: string; from: SurveyedFile }) => Promise<MediaOutcome>
}

/** Makes the media store of one run. It writes: call it outside a transaction. */
export const openMediaStore = ({
  payload,
  options,
  assets,
}: {
  payload: Payload
  options: ImportOptions
  assets: ReadonlyMap<string, ScannedFile>
}): MediaStore => {
  const known = new Map<string, Promise<MediaOutcome>>()
  const library = openMediaLibrary(payload)
  const limit = pLimit(options.concurrency)
  return {
    store: async ({ url, alt, from }) => {
      if (options.media === 'skip' || options.media === 'link' || url === '') {
        return { kind: 'linked' }
      }
      const key = keyOf(url, from, assets)
      let outcome = known.get(key)
      if (!outcome) {
        outcome = limit(() => load({ url, alt, from }))
        known.set(key, outcome)
      }
      const result = await outcome
      return result.kind === 'failed'
        ? { kind: 'failed', problem: { ...result.problem, path: from.file.path } }
        : result
    },
  }

  async function load({
    url,
    alt,
    from,
  }: {
    url: string
    alt?: string
    from: SurveyedFile
  }): Promise<MediaOutcome> {
    try {
      const found = await find(url, from)
      if (!found) return { kind: 'linked' }
      if ('code' in found) return { kind: 'failed', problem: found }
      if ('id' in found) return { kind: 'stored', file: found }
      return { kind: 'stored', file: await library.keep({ ...found, alt }) }
    } catch (error) {
      return { kind: 'failed', problem: refused(url, from, error) }
    }
  }

  async function find(
    url: string,
    from: SurveyedFile,
  ): Promise<FileBytes | StoredFile | FileProblem | undefined> {
    if (url.startsWith('data:')) return readDataUri(url, from.file.path) ?? unreadableData(from)
    if (/^(https?:)?\/\//i.test(url)) {
      if (options.media !== 'download') return undefined
      return (await library.findBySource(url)) ?? fetchPicture({ url, from, options })
    }
    const file = findLocalPicture({ url, from, assets })
    if (!file) return missing(url, from)
    return {
      bytes: await readFile(file.absolute),
      name: path.basename(file.path),
      source: file.path,
    }
  }
}

const keyOf = (
  url: string,
  from: SurveyedFile,
  assets: ReadonlyMap<string, ScannedFile>,
): string => {
  if (url.startsWith('data:')) return createHash('sha256').update(url).digest('hex')
  if (/^(https?:)?\/\//i.test(url)) return url
  const file = findLocalPicture({ url, from, assets })
  return file ? `file:${file.absolute}` : `missing:${from.file.path}:${url}`
}

const unreadableData = ({ file }: SurveyedFile): FileProblem => ({
  path: file.path,
  code: 'picture-data-uri-unreadable',
  message: 'Holds a picture in its text (data:) that could not be read; it was left as it is.',
})

const missing = (url: string, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'picture-missing',
  message: `Shows ${url}, which is neither beside the text nor at the site's root; it stays a linked picture. Name its folder with --assets, or restore the file, and import again.`,
})

const refused = (url: string, from: SurveyedFile, error: unknown): FileProblem => {
  const address = url.startsWith('data:') ? 'a picture within the text' : url
  const reason = error instanceof Error ? error.message : String(error)
  const code = error instanceof APIError ? codeOf(error.data) : undefined
  return {
    path: from.file.path,
    code: code ?? 'picture-refused',
    message: `Shows ${address}, which could not be stored (${reason}); it stays a linked picture.`,
  }
}

const codeOf = (data: unknown): string | undefined => {
  if (data && typeof data === 'object' && 'code' in data) return String(data.code)
  return undefined
}
