import { importSentences } from './importSentences'
import type { Language } from './text'

/**
 * A problem's sentence in a language of the panel. The importer writes English; a sentence that has no Chinese yet, such
 * as one of an older report, stays as it is.
 * @param message what the importer said, as it is stored in the report
 */
export const problemSentence = (
  message: string,
  language: Language,
): { text: string; language: Language } => {
  if (language === 'en') return { text: message, language }
  const [, sentence = message, times] = /^([^]*?)(?: \((\d+) times\))?$/.exec(message) ?? []
  const text = inChinese(sentence)
  if (text === undefined) return { text: message, language: 'en' }
  return { text: times === undefined ? text : `${text}（${times} 次）`, language }
}

const inChinese = (sentence: string): string | undefined => {
  for (const { matches, names, chinese } of patterns()) {
    const found = matches.exec(sentence)
    if (!found) continue
    return chinese.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = found[names.indexOf(name) + 1] ?? ''
      return name === 'phrase' ? (inChinese(value) ?? value) : value
    })
  }
  return undefined
}

type Pattern = { matches: RegExp; names: string[]; chinese: string }

let known: Pattern[] | undefined

/** Made at the first question: most people read English. */
const patterns = (): Pattern[] =>
  (known ??= Object.entries(importSentences).map(([english, chinese]) => {
    const [first = '', ...parts] = english.split(/\{\{(\w+)\}\}/)
    const names = parts.filter((_, index) => index % 2 === 0)
    const texts = parts.filter((_, index) => index % 2 === 1)
    const source = [first, ...texts].map(escaped).join('([^]*?)')
    return { matches: new RegExp(`^${source}$`), names, chinese }
  }))

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
