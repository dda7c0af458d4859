/** A piece of text as the index knows it, and where it stands. */
export type Token = { term: string; start: number; end: number }

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー]'
const RUNS = new RegExp(`(${CJK}+)|((?:(?!${CJK})[\\p{L}\\p{N}\\p{M}])+)`, 'gu')
const MAX_TERM_LENGTH = 64

/**
 * Splits text into terms. Words lose case and diacritics. Chinese, Japanese and Korean have no spaces: each pair of
 * neighbouring characters is a term, and the last one of a run by itself, so that a single character is found as the
 * beginning of a term.
 */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const { run, isCjk, start } of runsOf(text)) {
    if (isCjk) tokens.push(...pairsOf(run, start))
    else tokens.push({ term: folded(run), start, end: start + run.length })
  }
  return tokens
}

/** The terms of a text, in order. */
export const termsOf = (text: string): string[] => tokensOf(text).map(({ term }) => term)

/** One condition of a query: terms that follow each other; the last may be the beginning of a word. */
export type QueryPart = { terms: string[]; isPrefix: boolean }

const MAX_PARTS = 10
const MIN_PREFIX_LENGTH = 2

/** What a query asks for; all of it must be found. The word that may still be in typing is taken as a beginning. */
export const queryParts = (query: string): QueryPart[] => {
  const runs = [...runsOf(query)].slice(0, MAX_PARTS)
  const isTyped = /\S$/.test(query)
  return runs.map(({ run, isCjk }, index) => {
    if (!isCjk) {
      const term = folded(run)
      const isLast = index === runs.length - 1
      return { terms: [term], isPrefix: isLast && isTyped && term.length >= MIN_PREFIX_LENGTH }
    }
    const terms = pairsOf(run, 0).map(({ term }) => term)
    return terms.length === 1
      ? { terms, isPrefix: true }
      : { terms: terms.slice(0, -1), isPrefix: false }
  })
}

/** Without case, width, accents. */
export const folded = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .slice(0, MAX_TERM_LENGTH)

function* runsOf(text: string): Generator<{ run: string; isCjk: boolean; start: number }> {
  for (const match of text.matchAll(RUNS)) {
    yield { run: match[0], isCjk: match[1] !== undefined, start: match.index }
  }
}

const pairsOf = (run: string, start: number): Token[] => {
  const characters = Array.from(run)
  let at = start
  return characters.map((character, index) => {
    const next = characters[index + 1] ?? ''
    const token = {
      term: character.normalize('NFKC') + next.normalize('NFKC'),
      start: at,
      end: at + character.length + next.length,
    }
    at += character.length
    return token
  })
}
