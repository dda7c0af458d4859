const SAMPLE = 6_000
const NOT_LATIN = /[^\u0000-\u024f\u2000-\u206f]/
/** What stands in a text without being written in its language. */
const NOT_PROSE =
  /^ {0,3}(`{3,}|~{3,})[^]*?^ {0,3}\1|<[^<>]{1,500}>|https?:\/\/\S+|`[^`\n]{1,200}`/gm

/** Letters of languages that are written in Latin letters come in words of about five. */
const LETTERS_IN_A_WORD = 5
const MIN_LETTERS = 5

/**
 * The language that the letters of a text tell, as `languageOf` gives it; undefined for Latin letters, for those of several
 * languages, and for a text that is too short. A text in Chinese may hold many English words.
 */
export function languageOfText(text: string): string | undefined {
  const sample = text.slice(0, SAMPLE)
  if (!NOT_LATIN.test(sample)) return undefined
  const prose = sample.replace(NOT_PROSE, ' ')
  const count = (pattern: RegExp) => prose.match(pattern)?.length ?? 0
  const words = count(/\p{Script=Latin}/gu) / LETTERS_IN_A_WORD
  const han = count(/\p{Script=Han}/gu)
  const kana = count(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu)
  const isMost = (letters: number, inAWord = 1) =>
    letters >= MIN_LETTERS * (inAWord > 1 ? 2 : 1) && letters / inAWord > words * 0.4
  if (isMost(han + kana)) return kana > (han + kana) * 0.1 ? 'ja' : chineseOf(prose)
  for (const [language, letters] of SCRIPTS)
    if (isMost(count(letters), LETTERS_IN_A_WORD)) return language
  if (!isMost(count(/\p{Script=Cyrillic}/gu), LETTERS_IN_A_WORD)) return undefined
  if (/[іїєґ]/i.test(prose)) return 'uk'
  return /[ыэё]/i.test(prose) ? 'ru' : undefined
}

const SCRIPTS: readonly [language: string, letters: RegExp][] = [
  ['ko', /\p{Script=Hangul}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['he', /\p{Script=Hebrew}/gu],
]

/** Frequent characters that are written otherwise in mainland China. */
const TRADITIONAL = /[這們個來時會說國對過還為學後開發無實點見問長與種裡讓嗎應樣]/g
const SIMPLIFIED = /[这们个来时会说国对过还为学后开发无实点见问长与种让吗应样]/g

function chineseOf(text: string): string {
  const traditional = text.match(TRADITIONAL)?.length ?? 0
  const simplified = text.match(SIMPLIFIED)?.length ?? 0
  return traditional > 3 && traditional > simplified ? 'zh-TW' : 'zh'
}

const WRITTEN_OTHERWISE =
  /^(zh|ja|ko|ru|uk|bg|sr|mk|be|kk|mn|el|he|ar|fa|ur|hi|bn|ta|te|ml|mr|th|my|km|lo|ne|si|am|hy|ka|yi)\b/

/** True when texts of the language are written in Latin letters. */
export function isLatinLanguage(language: string): boolean {
  return !WRITTEN_OTHERWISE.test(language)
}
