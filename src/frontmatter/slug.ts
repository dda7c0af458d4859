import { DATED_NAME } from './dates'

/** Longest slug, in bytes of UTF-8. */
export const MAX_SLUG_BYTES = 200

/**
 * Makes a slug of a title or a file name: lower case, letters and digits of every script kept (Chinese stays Chinese),
 * everything else one hyphen. The same text gives the same slug. Longer ones are cut between characters and end in a
 * hash of the whole; a text without letters gives `post-<hash>`, so it is never empty.
 */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’‘]/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return bounded(slug === '' ? `post-${hashOf(text)}` : slug, text)
}

/** A slug given by an author: kept but for case and for what cannot stand in one segment of an address. */
export function givenSlug(text: string): string {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\.(?:html?|md|mdx|markdown|php|aspx?)$/, '')
    .replace(/[^\p{L}\p{M}\p{N}._~-]+/gu, '-')
    .replace(/^[-.]+|[-.]+$/g, '')
  return bounded(slug === '' ? slugOf(text) : slug, text)
}

/** The part of a file name that names the text: no extension, no language, no leading date. `index` gives its folder. */
export function nameOf(path: string): string {
  const segments = path.split('/').filter((segment) => segment !== '')
  const stem = stemOf(segments.at(-1) ?? '')
  const isIndex = /^(?:_?index|readme)$/i.test(stem)
  const name = isIndex && segments.length > 1 ? (segments.at(-2) ?? stem) : stem
  return withoutDate(name)
}

/** A file name without its extension and without a language before it: `post.zh-cn.md` gives `post`. */
export function stemOf(fileName: string): string {
  const stem = fileName.replace(/(.)\.[A-Za-z]{1,12}$/, '$1')
  return stem.replace(/(.)\.(?:[a-z]{2}|zh[-_][a-z]{2,4}|[a-z]{2}[-_][A-Z]{2})$/, '$1')
}

/** Takes the date off the start of a name, unless nothing would be left. */
export function withoutDate(name: string): string {
  const rest = name.replace(DATED_NAME, '').replace(/^[-_. ]+/, '')
  return rest === '' ? name : rest
}

/** Eight hexadecimal digits that depend on every character (FNV-1a). */
export function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

function bounded(slug: string, source: string): string {
  if (Buffer.byteLength(slug) <= MAX_SLUG_BYTES) return slug
  const room = MAX_SLUG_BYTES - 9
  let bytes = 0
  let kept = ''
  for (const character of slug) {
    bytes += Buffer.byteLength(character)
    if (bytes > room) break
    kept += character
  }
  return `${kept.replace(/-+$/, '')}-${hashOf(source)}`
}
