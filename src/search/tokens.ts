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

/**
 * The terms of a text, in order. An import makes those of whole archives: no token is made for each, and the signs that
 * Chinese texts are made of are told apart by their codes.
 */
export const termsOf = (text: string): string[] => {
  const terms: string[] = []
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (isBetweenRuns(code)) {
      at += 1
      continue
    }
    const end = isCommonHan(code) ? endOfCommonHan(text, at) : at
    if (end > at && (end === text.length || isBetweenRuns(text.charCodeAt(end)))) {
      for (let pair = at; pair < end; pair += 1)
        terms.push(text.slice(pair, Math.min(pair + 2, end)))
      at = end
    } else at = takeRun(text, at, terms)
  }
  return terms
}

/** Adds the terms of the run at or after a place. @returns where it ends */
const takeRun = (text: string, from: number, terms: string[]): number => {
  const found = runAfter(text, from)
  if (!found) return text.length
  const { run, isCjk, start } = found
  if (!isCjk) terms.push(folded(run))
  else {
    let before = ''
    for (const character of run) {
      const normal = normalized(character)
      if (before !== '') terms.push(before + normal)
      before = normal
    }
    terms.push(before)
  }
  return start + run.length
}

/** Common Chinese characters: they are as they are to be. */
const isCommonHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff

const endOfCommonHan = (text: string, from: number): number => {
  let end = from
  while (end < text.length && isCommonHan(text.charCodeAt(end))) end += 1
  return end
}

/** Blanks and signs of ASCII and of Chinese that belong to no run: not all there are, but nearly all that are written. */
const isBetweenRuns = (code: number): boolean =>
  code < 0x80
    ? !(
        (code >= 0x30 && code <= 0x39) ||
        (code >= 0x41 && code <= 0x5a) ||
        (code >= 0x61 && code <= 0x7a)
      )
    : (code >= 0x2010 && code <= 0x203a) ||
      (code >= 0x3000 && code <= 0x3004) ||
      (code >= 0x3008 && code <= 0x3011) ||
      (code >= 0xff01 && code <= 0xff0f) ||
      (code >= 0xff1a && code <= 0xff20)

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

type Run = { run: string; isCjk: boolean; start: number }

function* runsOf(text: string): Generator<Run> {
  for (
    let found = runAfter(text, 0);
    found;
    found = runAfter(text, found.start + found.run.length)
  ) {
    yield found
  }
}

const runAfter = (text: string, from: number): Run | undefined => {
  RUNS.lastIndex = from
  const match = RUNS.exec(text)
  return match ? { run: match[0], isCjk: match[1] !== undefined, start: match.index } : undefined
}

const normalized = (character: string): string =>
  isCommonHan(character.charCodeAt(0)) ? character : character.normalize('NFKC')

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
