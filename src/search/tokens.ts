/** A piece of text as the index knows it, and where it stands. */
export type Token = { term: string; start: number; end: number }

const CJK = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}々ー]'
const RUNS = new RegExp(`(${CJK}+)|([[\\p{L}\\p{N}\\p{M}]--${CJK}]+)`, 'gv')
const MAX_TERM_LENGTH = 64

/**
 * Splits text into terms. Words lose case and diacritics. Chinese, Japanese and Korean have no spaces: each pair of
 * neighbouring characters is a term, and the last one of a run by itself, so that a single character is found as the
 * beginning of a term.
 */
export const tokensOf = (text: string): Token[] => {
  const tokens: Token[] = []
  for (const { run, isCjk, start } of runsOf(text)) {
    if (isCjk) for (const pair of pairsOf(run, start)) tokens.push(pair)
    else tokens.push({ term: folded(run), start, end: start + run.length })
  }
  return tokens
}

/** The terms of a text, in order. An import makes those of whole archives: no token is made for each. */
export const termsOf = (text: string): string[] => {
  const terms: string[] = []
  for (const { run, isCjk } of runsOf(text)) {
    if (!isCjk) {
      terms.push(folded(run))
      continue
    }
    let before = ''
    for (const character of run) {
      const normal = normalized(character)
      if (before !== '') terms.push(before + normal)
      before = normal
    }
    terms.push(before)
  }
  return terms
}

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
  isPlain(word)
    ? word.toLowerCase().slice(0, MAX_TERM_LENGTH)
    : word
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFC')
        .toLowerCase()
        .slice(0, MAX_TERM_LENGTH)

const isPlain = (word: string): boolean => /^[\dA-Za-z]+$/.test(word)

function* runsOf(text: string): Generator<{ run: string; isCjk: boolean; start: number }> {
  for (const match of text.matchAll(RUNS)) {
    yield { run: match[0], isCjk: match[1] !== undefined, start: match.index }
  }
}

/** The common Chinese characters are as they are to be. */
const normalized = (character: string): string =>
  character >= '\u4e00' && character <= '\u9fff' ? character : character.normalize('NFKC')

const pairsOf = (run: string, start: number): Token[] => {
  const characters = Array.from(run)
  let at = start
  return characters.map((character, index) => {
    const next = characters[index + 1] ?? ''
    const token = {
      term: normalized(character) + normalized(next),
      start: at,
      end: at + character.length + next.length,
    }
    at += character.length
    return token
  })
}
