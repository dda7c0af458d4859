import type { RichTextDocument } from '../document'
import { textLines } from './textLines'

export type WordCount = {
  /** Words of scripts that part them, each run of letters and digits one. */
  words: number
  /** Characters of Chinese, Japanese and Korean. */
  characters: number
}

/** Counts what a reader reads: Han, kana and hangul by character, anything else by word. */
export function wordCount(document: RichTextDocument): WordCount {
  let words = 0
  let characters = 0
  for (const line of textLines(document).lines) {
    characters += line.match(CJK)?.length ?? 0
    words += line.replace(CJK, ' ').match(WORD)?.length ?? 0
  }
  return { words, characters }
}

/** Minutes it takes to read, at least one: 220 words or 400 characters a minute. */
export function readingTime(document: RichTextDocument): number {
  const { words, characters } = wordCount(document)
  return Math.max(1, Math.ceil(words / 220 + characters / 400))
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/gu
const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’_-]*/gu
