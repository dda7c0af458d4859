/** What a reader gets from a text, in reading order: the two sides of the comparison are brought to this form. */
export type Content = {
  words: string[]
  links: string[]
  pictures: string[]
  codeLines: string[]
  headings: string[]
  cells: string[]
}

export const emptyContent = (): Content => ({
  words: [],
  links: [],
  pictures: [],
  codeLines: [],
  headings: [],
  cells: [],
})

/** Takes text and returns its words: runs of letters and digits; each Chinese, Japanese or Korean character is a word. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKC')
    .match(
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])[\p{L}\p{N}\p{M}])+/gu,
    ) ?? []

/** Takes code and returns its lines that are not blank, without the blanks around them. */
export const codeLinesOf = (code: string): string[] =>
  code
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Takes an address and returns it in one spelling, so that only real differences count. */
export const addressOf = (written: string): string => {
  const address = written.replaceAll('\u2060', '').replaceAll('%E2%81%A0', '')
  try {
    return decodeURIComponent(address.trim()).replace(/&amp;/g, '&').replace(/\/$/, '')
  } catch {
    return address.trim().replace(/&amp;/g, '&').replace(/\/$/, '')
  }
}
