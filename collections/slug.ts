/** A slug's greatest length in bytes of UTF-8: file systems and servers refuse longer path segments. */
const MAX_SLUG_BYTES = 200

/**
 * Turns a title into an address part: lower case, letters and digits of every script kept, the rest hyphens, at most
 * {@link MAX_SLUG_BYTES} bytes by whole characters. Text without a letter or digit gives `untitled`.
 */
export const slugOf = (text: string): string => {
  const slug = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/['’]/gu, '')
    .replace(/[^\p{L}\p{M}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|[-_]+$/gu, '')
  return shorten(slug).replace(/[-_]+$/u, '') || 'untitled'
}

const shorten = (slug: string): string => {
  let bytes = 0
  let kept = ''
  for (const character of slug) {
    bytes += Buffer.byteLength(character)
    if (bytes > MAX_SLUG_BYTES) break
    kept += character
  }
  return kept
}
