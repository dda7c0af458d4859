import { isRecord, referenceId, stringOf } from './readNode'

/** What a text says of stored files: ids of the media library, and addresses that may be of files. */
export type FilesIn = { ids: string[]; addresses: string[] }

const ADDRESSES = ['url', 'href', 'poster', 'src']

/** What stands in quotes in HTML as `src`, `href`, `poster`, or between commas in `srcset`. */
const IN_HTML = /\b(?:src|href|poster|srcset)\s*=\s*(["'])(.*?)\1/gis

/**
 * Finds the files that a text shows, plays or links to, those within blocks and captions too. Takes a whole document or the
 * nodes of one that have fields.
 */
export const filesIn = (content: unknown): FilesIn => {
  const ids = new Set<string>()
  const addresses = new Set<string>()
  const pending: unknown[] = [content]
  while (pending.length > 0) {
    const part = pending.pop()
    if (Array.isArray(part)) pending.push(...part)
    if (!isRecord(part)) continue
    if (part.relationTo === 'media') ids.add(referenceId(part.value))
    if (part.blockType === 'InlinePicture') ids.add(referenceId(part.media))
    for (const [key, value] of Object.entries(part)) {
      if (typeof value !== 'string') pending.push(value)
      else if (ADDRESSES.includes(key)) addresses.add(value)
    }
    for (const address of addressesInHtml(stringOf(part.html))) addresses.add(address)
  }
  ids.delete('')
  return { ids: [...ids], addresses: [...addresses] }
}

const addressesInHtml = (html: string): string[] =>
  [...html.matchAll(IN_HTML)].flatMap(([, , value = '']) =>
    value.split(',').map((part) => part.trim().split(/\s/)[0] ?? ''),
  )
