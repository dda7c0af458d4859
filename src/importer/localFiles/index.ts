import path from 'node:path'
import { pathInSite, type Archive } from '../archive'
import type { LinkIndex } from '../links'
import { openOwnHosts, type OwnHosts } from '../ownHosts'
import type { ScannedFile } from '../scan'
import type { SurveyedFile } from '../survey'
import { addressForms } from './addressForms'
import { besidePagesOf, candidatesOf } from './candidates'
import { indexFiles, type FileIndex } from './fileIndex'

/** A file that an address means; `isRespelled` when the address writes its name in other letters. */
export type LocalFile = { file: ScannedFile; isRespelled: boolean }

/** Finds the files that addresses in texts mean: in the archive, in the rest of its site, in the asset folders. */
export type LocalFiles = {
  find: (url: string, from: SurveyedFile) => LocalFile | undefined
}

/**
 * Opens the files of a run for questions.
 * @param assets files of the `--assets` folders by path below them
 * @param links the pages of the run: a picture may be called by the address of another page
 * @param baseUrl the old site's address: a picture there may have its file in the archive
 */
export const openLocalFiles = ({
  assets,
  baseUrl,
  links,
}: {
  assets: ReadonlyMap<string, ScannedFile>
  baseUrl?: string
  links: LinkIndex
}): LocalFiles => {
  const indexes = new Map<Archive, FileIndex>()
  const hosts = new Map<string | undefined, OwnHosts>()
  const assetIndex = indexFiles(assets)
  return {
    find: (url, from) => {
      const address = SCHEME.test(url) ? hostsOf(from.archive).pathOf(url) : url
      if (address === undefined) return undefined
      const forms = addressForms(address)
      const ends = forms.map(rootless)
      const index = indexOf(from.archive)
      return (
        findAt(
          index,
          forms.flatMap((form) => candidatesOf(form, from)),
        ) ??
        findAt(
          index,
          forms.flatMap((form) => besidePagesOf(form, from, links)),
        ) ??
        findAt(assetIndex, ends) ??
        findByEnd(index, ends) ??
        findByEnd(assetIndex, ends)
      )
    },
  }

  function indexOf(archive: Archive): FileIndex {
    const index = indexes.get(archive) ?? indexFiles(bySitePath(archive))
    indexes.set(archive, index)
    return index
  }

  function hostsOf({ site }: Archive): OwnHosts {
    const own = hosts.get(site.baseUrl) ?? openOwnHosts([baseUrl, site.baseUrl])
    hosts.set(site.baseUrl, own)
    return own
  }
}

/** An absolute address; a single letter before the colon is a drive. */
const SCHEME = /^(?:(?!galley-ref:)[a-z][a-z\d+.-]+:|[\\/]{2})/i

/** The archive's own files first; a link into the rest of the site finds the same file by its one path. */
const bySitePath = (archive: Archive): Map<string, ScannedFile> => {
  const files = new Map<string, ScannedFile>()
  for (const file of archive.files.values()) files.set(pathInSite(archive, file), file)
  for (const [sitePath, file] of archive.around) {
    if (!files.has(sitePath)) files.set(sitePath, file)
  }
  return files
}

const findAt = (index: FileIndex, places: readonly string[]): LocalFile | undefined => {
  for (const place of places) {
    const file = index.exact(place)
    if (file && !isText(file)) return { file, isRespelled: false }
  }
  for (const place of places) {
    const file = index.respelled(place)
    if (file && !isText(file)) return { file, isRespelled: !isSameName(place, file) }
  }
  return undefined
}

const findByEnd = (index: FileIndex, ends: readonly string[]): LocalFile | undefined => {
  for (const end of ends) {
    const file = index.ending(end)
    if (file && !isText(file)) return { file, isRespelled: !isSameName(end, file) }
  }
  return undefined
}

const rootless = (form: string): string => path.posix.normalize(form).replace(/^(\.{0,2}\/)+/, '')

const isText = ({ path: name }: ScannedFile): boolean => /\.(md|markdown|mdx|x?html?)$/i.test(name)

/** The Unicode form is no matter of the author's; letters of another case are. */
const isSameName = (place: string, { path: found }: ScannedFile): boolean => {
  const [wanted, real] = [place.normalize('NFC'), found.normalize('NFC')]
  return real.endsWith(wanted) || wanted.endsWith(real)
}
