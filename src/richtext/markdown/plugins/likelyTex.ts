/** What stands around the text decides how sure one has to be: `\[` is often an escaped bracket, `$` often money. */
export type MathDelimiter = 'dollar' | 'parenthesis' | 'bracket' | 'declared'

/** Takes the text between math delimiters and says whether it is TeX rather than ordinary writing. */
export const isLikelyTex = (text: string, delimiter: MathDelimiter): boolean =>
  text.trim() !== '' && IS_TEX[delimiter](text)

/** Whether the text has what only TeX has: a command, a subscript or a superscript, or is a single letter. */
export const isCertainTex = (text: string): boolean =>
  COMMAND.test(text) || /[\^_]\S/.test(text) || /^\s*[A-Za-z]\s*$/.test(text)

const COMMAND = /\\(?:[A-Za-z]{2,}|[,;!|{}])/
const IS_SENTENCE = /[A-Za-z]{3,}[ ,.]+[A-Za-z]{3,}/
const MONEY = /^\d[\d,.]*(?:\s|[kKmMbB]?\b\s*(?:[-–—/到至~、,，]|$))/

const isDollarTex = (text: string): boolean => {
  if (/\\[A-Za-z]+|[_^]\{/.test(text)) return true
  if (text.length > 200 || MONEY.test(text)) return false
  if (/\p{Script=Han}/u.test(text) || IS_SENTENCE.test(text)) return false
  if (/^[A-Z_]{2,}\b|^[{(]\S*[)}]$|["'`]\S|\/\w+\//.test(text) && !/[\^=<>]/.test(text))
    return false
  if (/[_^=<>+*|≤≥×]/.test(text)) return true
  return (
    /^[A-Za-z](?:'|\([^)]{1,20}\)|\[[^\]]{1,20}\])?$/.test(text) ||
    /^[\d.,]+%?$/.test(text) ||
    /^-?[\w.]{1,3}(?:[-,/: ]\s?[\w.]{1,3}){1,6}$/.test(text) ||
    /^\(.*\)$/.test(text)
  )
}

const IS_TEX: Record<MathDelimiter, (text: string) => boolean> = {
  declared: (text) => !MONEY.test(text) || COMMAND.test(text),
  dollar: isDollarTex,
  parenthesis: (text) =>
    COMMAND.test(text) || /(?<!\\)(?:[\^=]|_[\w{])/.test(text) || /^\s*[A-Za-z]\s*$/.test(text),
  bracket: (text) => COMMAND.test(text) || /(?<!\\)(?:\^[\w{]|_\{)/.test(text),
}
