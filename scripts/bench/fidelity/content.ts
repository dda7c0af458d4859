/** What a reader gets from a text, in reading order: the two sides of the comparison are brought to this form. */
export type Content = {
  words: string[]
  links: string[]
  pictures: string[]
  codeLines: string[]
  headings: string[]
  cells: string[]
}

/** The kinds of things that are compared. */
export const KINDS = ['words', 'links', 'pictures', 'codeLines', 'headings', 'cells'] as const
export type Kind = (typeof KINDS)[number]

export const emptyContent = (): Content => ({
  words: [],
  links: [],
  pictures: [],
  codeLines: [],
  headings: [],
  cells: [],
})

const CJK = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}`
const WORD = new RegExp(`[${CJK}]|(?:(?![${CJK}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** Takes text and returns its words: runs of letters and digits; each Chinese, Japanese or Korean character is a word. */
export const wordsOf = (text: string): string[] => text.normalize('NFKC').match(WORD) ?? []

/** Takes a heading's or cell's text and returns what is compared of it: its words. An empty one is not counted. */
export const wordLine = (text: string): string[] => {
  const words = wordsOf(text)
  return words.length > 0 ? [words.join(' ')] : []
}

/** Takes code and returns its lines that are not blank, without the blanks around them. */
export const codeLinesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Takes an address and returns it in one spelling, so that only real differences count. */
export const addressOf = (address: string): string =>
  address
    .replace(/[\t\n\r]/g, '')
    .trim()
    .replace(ESCAPES, decoded)
    .replace(/\/$/, '')

/** A run of escapes; renderers differ in which lone percent sign they escape, so each run is read by itself. */
const ESCAPES = /(?:%[\da-f]{2})+/gi

const decoded = (escapes: string): string => {
  try {
    return decodeURIComponent(escapes)
  } catch {
    return escapes
  }
}

/**
 * Stands where generator syntax was taken out: not a blank, so that the line around it is not blank either, and no word.
 */
export const NOTHING = '\u2060'
