import path from 'node:path'
import { hashOf, slugOf, stemOf } from '../frontmatter/slug'
import type { ArticleEntry } from './readArticles'

/** Bytes of a name, with room for a number and the extension below the 255 that file systems take. */
const MAX_NAME_BYTES = 200

/**
 * Gives each article a path below the export: `<locale>/<name>.md`, named as the imported file, else by the slug. No two
 * paths are the same, not even where case makes no difference, and none leads out of the folder.
 * @returns paths with `/` by article id
 */
export const filePaths = (entries: readonly ArticleEntry[]): Map<string, string> => {
  const taken = new Set<string>()
  return new Map(entries.map((entry) => [entry.id, freePath(entry, taken)]))
}

/** The address of one exported file in another, as Markdown and front matter write it. */
export const relativeAddress = (from: string, to: string): string =>
  path.posix.relative(path.posix.dirname(from), to).replace(/[%?#\s]/g, encodeURIComponent)

const freePath = (entry: ArticleEntry, taken: Set<string>): string => {
  // `media` is the folder of the pictures.
  const folder = safeName(entry.locale).replace(/^media$/i, 'media-')
  const name = safeName(nameOf(entry))
  const keyOf = (candidate: string) => `${folder}/${candidate}`.normalize('NFC').toLowerCase()
  let free = name
  for (let number = 2; taken.has(keyOf(free)) && number < 10; number++) free = `${name}-${number}`
  if (taken.has(keyOf(free))) free = `${name}-${hashOf(entry.id)}-${taken.size}`
  taken.add(keyOf(free))
  return `${folder}/${free}.md`
}

/** `index.md` is named by its folder, which is not kept. */
const nameOf = ({ sourcePath, slug, id }: ArticleEntry): string => {
  const stem = stemOf(path.posix.basename(sourcePath ?? ''))
  return stem === '' || /^(_?index|readme)$/i.test(stem) ? slug || id : stem
}

/** One path segment that every file system takes. */
const safeName = (text: string): string => {
  const name = text.replace(/[\p{Cc}<>:"/\\|?*%#\s]+/gu, '-').replace(/^[.-]+|[.]+$/g, '')
  const isReserved = name === '' || /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(name)
  if (isReserved) return `article-${hashOf(text)}`
  return Buffer.byteLength(name) <= MAX_NAME_BYTES ? name : slugOf(text)
}
