import type { Placeholders } from '../../generator/placeholders'

/**
 * Takes a text and its placeholders; returns how many links that placeholders open (`<a href>` of MDX, of a shortcode) are
 * open before an offset. Asked with rising offsets, all answers together take linear time.
 */
export const createPlaceholderLinks = (text: string, placeholders: Placeholders | undefined) => {
  let at = 0
  let depth = 0
  return (before: number): number => {
    if (!placeholders || placeholders.inserts.length === 0) return 0
    const { opener, closer, inserts } = placeholders
    for (let next = text.indexOf(opener, at); next >= 0 && next < before;) {
      const end = text.indexOf(closer, next)
      const html = inserts[Number(text.slice(next + 1, end))]?.html ?? ''
      if (/^<a[\s>]/.test(html) && !html.includes('</a>')) depth++
      else if (html.startsWith('</a>')) depth--
      at = end < 0 ? text.length : end + 1
      next = text.indexOf(opener, at)
    }
    return depth
  }
}
