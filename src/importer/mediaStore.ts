import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import pLimit from 'p-limit'
import { APIError, type Payload } from 'payload'
import { readDataUri } from './dataUri'
import { openPictureFetcher, type PictureFetcher } from './fetch'
import { FetchRefusal, PassingFailure } from './fetch/outcome'
import type { LinkIndex } from './links'
import { openLocalFiles } from './localFiles'
import { openMediaLibrary, type FileBytes, type StoredFile } from './mediaLibrary'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'
import type { SurveyedFile } from './survey'

/**
 * What became of a picture: stored (with a notice when it was found under another name), left where it is by the mode of
 * the run, or wanted and not had.
 */
export type MediaOutcome =
  | { kind: 'stored'; file: StoredFile; notice?: FileProblem }
  | { kind: 'linked' }
  | { kind: 'failed'; problem: FileProblem }

export type WantedPicture = {
  url: string
  alt?: string
  from: SurveyedFile
  /** A file that a text links to or plays is taken when it is in the archive; it is not fetched. */
  use?: 'picture' | 'file'
  /** Where the text stood first, if it was taken from elsewhere: hosts ask for it as the Referer. */
  page?: string
}

/** Stores pictures once by content and remembers, for a run, what each address became. */
export type MediaStore = {
  /** May be called for many pictures at once; the store bounds how many are worked at. */
  store: (picture: WantedPicture) => Promise<MediaOutcome>
  /** Closes the connections of the run. */
  close: () => Promise<void>
}

const LOCAL_AT_ONCE = 4
/** Fetches that are under way or wait for their host, for each that may run. */
const REMOTE_WAITING = 4

/** Makes the media store of one run. It writes: call it outside a transaction. */
export const openMediaStore = ({
  payload,
  options,
  assets,
  links,
  fetcher = openPictureFetcher(options),
}: {
  payload: Payload
  options: ImportOptions
  assets: ReadonlyMap<string, ScannedFile>
  links: LinkIndex
  fetcher?: PictureFetcher
}): MediaStore => {
  const known = new Map<string, Promise<MediaOutcome>>()
  const library = openMediaLibrary(payload)
  const local = openLocalFiles({ assets, links, baseUrl: options.baseUrl })
  // From the reading to the stored file, so that few pictures are in memory.
  const localLimit = pLimit(LOCAL_AT_ONCE)
  const remoteLimit = pLimit(options.concurrency * REMOTE_WAITING)
  return {
    close: () => fetcher.close(),
    store: async (wanted) => {
      const { url, from } = wanted
      if (options.media === 'skip' || options.media === 'link' || url === '') {
        return { kind: 'linked' }
      }
      const found = url.startsWith('data:') ? undefined : local.find(url, from)
      const result = await (isWork(wanted, found?.file)
        ? loadOnce(wanted, found?.file)
        : load(wanted, found?.file))
      if (result.kind === 'failed') {
        return { kind: 'failed', problem: { ...result.problem, path: from.file.path } }
      }
      return result.kind === 'stored' && found?.isRespelled
        ? { ...result, notice: respelled(url, found.file, from) }
        : result
    },
  }

  /** Most addresses only stay what they are: to remember each would take more memory than the archive's texts. */
  function isWork({ url, use }: WantedPicture, file?: ScannedFile): boolean {
    if (file || url.startsWith('data:')) return true
    return options.media === 'download' && use !== 'file' && isRemote(url)
  }

  function loadOnce(wanted: WantedPicture, file?: ScannedFile): Promise<MediaOutcome> {
    const key = keyOf(wanted, file)
    const outcome = known.get(key) ?? load(wanted, file)
    known.set(key, outcome)
    return outcome
  }

  async function load(wanted: WantedPicture, file?: ScannedFile): Promise<MediaOutcome> {
    const { url, from } = wanted
    try {
      const found = await find(wanted, file)
      if (!found) return { kind: 'linked' }
      return 'code' in found ? { kind: 'failed', problem: found } : { kind: 'stored', file: found }
    } catch (error) {
      return { kind: 'failed', problem: refused(url, from, error) }
    }
  }

  async function find(
    { url, alt, from, page, use }: WantedPicture,
    file?: ScannedFile,
  ): Promise<StoredFile | FileProblem | undefined> {
    if (url.startsWith('data:')) {
      const bytes = readDataUri(url, from.file.path)
      return bytes ? localLimit(() => library.keep({ ...bytes, alt })) : unreadableData(from)
    }
    if (file && (use !== 'file' || isTaken(file.path))) {
      return localLimit(async () => library.keep({ ...(await readLocal(file)), alt }))
    }
    if (file) return notTaken(url, from)
    if (use === 'file') return isMissingFile(url) ? fileMissing(url, from) : undefined
    if (!isRemote(url)) return missing(url, from)
    if (options.media !== 'download') return undefined
    return (await library.findBySource(url)) ?? fetchAndKeep({ url, alt, from, page })
  }

  function fetchAndKeep({ url, alt, from, page }: WantedPicture): Promise<StoredFile> {
    return remoteLimit(async () =>
      library.keep({ ...(await fetcher.fetch(url, [page, pageOf(from)])), alt }),
    )
  }

  /** The page that showed the picture on the old site. */
  function pageOf({ draft, archive: { site } }: SurveyedFile): string | undefined {
    const base = options.baseUrl ?? site.baseUrl
    return base !== undefined && URL.canParse(base)
      ? new URL(draft.address ?? '/', base).href
      : undefined
  }

  /** One key for all addresses of one file. */
  function keyOf({ url }: WantedPicture, file?: ScannedFile): string {
    if (url.startsWith('data:')) return createHash('sha256').update(url).digest('hex')
    return file ? `file:${file.absolute}` : url
  }
}

const isRemote = (url: string): boolean => /^(https?:)?\/\//i.test(url)

const readLocal = async (file: ScannedFile): Promise<FileBytes> => ({
  bytes: await readFile(file.absolute),
  name: path.basename(file.path),
  source: file.path,
})

const unreadableData = ({ file }: SurveyedFile): FileProblem => ({
  path: file.path,
  code: 'picture-data-uri-unreadable',
  message: 'Holds a picture in its text (data:) that could not be read; it was left as it is.',
})

/** By the names of the kinds that the library takes; it reads the kind itself from the bytes. */
const isTaken = (name: string): boolean =>
  /\.(jpe?g|png|webp|gif|avif|svg|mp4|m4v|webm|mov|mp3|m4a|ogg|oga|ogv|wav|pdf)$/i.test(name)

const isMissingFile = (url: string): boolean =>
  isTaken(url.replace(/[?#].*$/s, '')) && !isRemote(url) && !/^[a-z]{2,}:/i.test(url)

const notTaken = (url: string, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'file-not-taken',
  message: `Links to ${url}, a file of a kind that the media library doesn't take (pictures, video, audio and PDF are taken); the link was kept as it is. Serve the file at that address, or change the link.`,
})

const fileMissing = (url: string, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'file-missing',
  message: `Links to ${url}, which is neither beside the text nor at the site's root; the link was kept as it is. Name its folder with --assets, or restore the file, and import again.`,
})

const missing = (url: string, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'picture-missing',
  message: `Shows ${url}, which is neither beside the text nor at the site's root; it stays a linked picture. Name its folder with --assets, or restore the file, and import again.`,
})

const respelled = (url: string, file: ScannedFile, from: SurveyedFile): FileProblem => ({
  path: from.file.path,
  code: 'picture-name-respelled',
  message: `Shows ${url}; the only such file is ${file.path}, whose name has letters of another case. It was taken.`,
})

const refused = (url: string, from: SurveyedFile, error: unknown): FileProblem => {
  if (error instanceof FetchRefusal || error instanceof PassingFailure) {
    return notFetched(url, from, error)
  }
  const address = url.startsWith('data:') ? 'a picture within the text' : url
  const reason = error instanceof Error ? error.message : String(error)
  const code = error instanceof APIError ? codeOf(error.data) : undefined
  return {
    path: from.file.path,
    code: code ?? 'picture-refused',
    message: `Shows or links to ${address}, which could not be stored (${reason}); its address was kept.`,
  }
}

const notFetched = (
  url: string,
  { file }: SurveyedFile,
  { code, message }: FetchRefusal | PassingFailure,
): FileProblem => ({
  path: file.path,
  code,
  message: `Shows ${url}, which could not be fetched (${message}); it stays a linked picture. The next import tries it again.`,
})

const codeOf = (data: unknown): string | undefined => {
  if (data && typeof data === 'object' && 'code' in data) return String(data.code)
  return undefined
}
