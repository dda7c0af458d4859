/** Signs of Markdown, and how much each says: a list may be typed by anybody, a fence is not. */
const SIGNS: [RegExp, number][] = [
  [/^ {0,3}#{1,6} \S/m, 2],
  [/^ {0,3}(?:```|~~~)/m, 3],
  [/^ {0,3}(?:[-*+]|\d{1,3}[.)]) \S.*\n{1,2} {0,3}(?:[-*+]|\d{1,3}[.)]) \S/m, 1],
  [/^ {0,3}> \S/m, 1],
  [/^ {0,3}[-*+] \[[ xX]\] /m, 2],
  [/\n\|? *:?-+:? *\|[ :|-]*$/m, 3],
  [/!\[[^\]\n]*\]\([^)\s]+[^)\n]*\)/, 3],
  [/\[[^\]\n]+\]\([^)\s]+(?: "[^"\n]*")?\)/, 2],
  [/(?:^|\s)\*\*[^\s*][^*\n]*\*\*/, 2],
  [/(?:^|\s)`[^`\n]+`/, 1],
  [/^\[\^[^\]\n]+\]: /m, 3],
  [/^\$\$\s*$/m, 2],
  [/^---\n(?:[\w-]+:.*\n)+---$/m, 3],
]

const ENOUGH = 2
const LONGEST_LOOKED_AT = 20_000

/** Whether a plain text was written as Markdown, so that pasting it as letters would be a nuisance. */
export const looksLikeMarkdown = (text: string): boolean => {
  const sample = text.slice(0, LONGEST_LOOKED_AT).replaceAll('\r\n', '\n')
  let said = 0
  for (const [sign, weight] of SIGNS) if (sign.test(sample)) said += weight
  return said >= ENOUGH
}
