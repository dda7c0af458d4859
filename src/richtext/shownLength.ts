const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u

/** How much room a text takes in a search result, in Latin letters: a Chinese character is as wide as two. */
export const shownLength = (text: string): number => {
  let length = 0
  for (const character of text.trim()) length += WIDE.test(character) ? 2 : 1
  return length
}

/** The text as far as it fits, with `…` where it is cut. */
export const fitting = (text: string, limit: number): string => {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ')
  if (shownLength(trimmed) <= limit) return trimmed
  let length = 0
  let kept = ''
  for (const character of trimmed) {
    length += WIDE.test(character) ? 2 : 1
    if (length > limit - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}
