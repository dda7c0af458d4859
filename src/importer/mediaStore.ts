import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { APIError, type Payload } from 'payload'
import { fetchPicture } from './fetchPicture'
import { findLocalPicture } from './localPicture'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'
import type { SurveyedFile } from './survey'

/** Stores pictures once by content and remembers, for a run, what each address became. */
export type MediaStore = {
  /** The stored file of a picture, or undefined when it stays linked. */
  store: (picture: {
    url: string
    alt?: string
    from: SurveyedFile
    problems: FileProblem[]
  }) => Promise<string | undefined>
}

type Bytes = { bytes: Buffer; name: string; source: string }

/** Makes the media store of one run. */
export const openMediaStore = ({
  payload,
  options,
  assets,
}: {
  payload: Payload
  options: ImportOptions
  assets: ReadonlyMap<string, ScannedFile>
}): MediaStore => {
  const known = new Map<string, Promise<string | FileProblem | undefined>>()
  return {
    store: async ({ url, alt, from, problems }) => {
      if (options.media === 'skip' || options.media === 'link' || url === '') return undefined
      const key = keyOf(url, from, assets)
      let outcome = known.get(key)
      if (!outcome) {
        outcome = load({ url, alt, from, key })
        known.set(key, outcome)
      }
      const result = await outcome
      if (result === undefined || typeof result === 'string') return result
      problems.push({ ...result, path: from.file.path })
      return undefined
    },
  }

  async function load({
    url,
    alt,
    from,
    key,
  }: {
    url: string
    alt?: string
    from: SurveyedFile
    key: string
  }): Promise<string | FileProblem | undefined> {
    try {
      const found = await readPicture(url, from)
      if (!found || 'code' in found) return found
      return await keep(found, alt, key)
    } catch (error) {
      return refused(url, from, error)
    }
  }

  async function readPicture(
    url: string,
    from: SurveyedFile,
  ): Promise<Bytes | FileProblem | undefined> {
    if (url.startsWith('data:')) return readDataUri(url, from)
    if (/^(https?:)?\/\//i.test(url)) {
      if (options.media !== 'download') return undefined
      return fetchPicture({ url, from, options })
    }
    const file = findLocalPicture({ url, from, assets })
    if (!file) return missing(url, from)
    return {
      bytes: await readFile(file.absolute),
      name: path.basename(file.path),
      source: file.path,
    }
  }

  async function keep(
    { bytes, name, source }: Bytes,
    alt: string | undefined,
    key: string,
  ): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const contentKey = `sha256:${sha256}`
    const same = known.get(contentKey)
    if (same && contentKey !== key) {
      const id = await same
      if (typeof id === 'string') return id
    }
    const stored = findStored(sha256).then((id) => id ?? create({ bytes, name, source, alt }))
    known.set(contentKey, stored)
    return stored
  }

  async function findStored(sha256: string): Promise<string | undefined> {
    const { docs } = await payload.find({
      collection: 'media',
      where: { sha256: { equals: sha256 } },
      select: {},
      depth: 0,
      limit: 1,
      pagination: false,
    })
    return docs[0]?.id
  }

  async function create({ bytes, name, source, alt }: Bytes & { alt?: string }): Promise<string> {
    const { id } = await payload.create({
      collection: 'media',
      data: { alt: alt ?? '', source },
      file: { data: bytes, name, size: bytes.length, mimetype: 'application/octet-stream' },
      depth: 0,
      context: { isImport: true },
    })
    return id
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
  return file ? `file:${file.path}` : `missing:${from.file.path}:${url}`
}

const MAX_DATA_URI = 50 * 1024 * 1024

const readDataUri = (url: string, from: SurveyedFile): Bytes | FileProblem => {
  const parts = /^data:image\/([\w.+-]+)?((?:;[^,;]*)*),(.*)$/is.exec(url)
  if (!parts || url.length > MAX_DATA_URI) {
    return {
      path: from.file.path,
      code: 'picture-data-uri-unreadable',
      message: 'Holds a picture in its text (data:) that could not be read; it was left as it is.',
    }
  }
  const [, kind = 'bin', parameters = '', content = ''] = parts
  const isBase64 = /;base64/i.test(parameters)
  const bytes = isBase64 ? Buffer.from(content, 'base64') : Buffer.from(decodeURIComponent(content))
  const stem = path.basename(from.file.path).replace(/\.[^.]+$/, '')
  return {
    bytes,
    name: `${stem}.${kind.replace(/\+xml$/, '')}`,
    source: `data: in ${from.file.path}`,
  }
}

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
