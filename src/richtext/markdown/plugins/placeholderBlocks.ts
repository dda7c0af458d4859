import type MarkdownIt from 'markdown-it'
import type { Placeholders } from '../../generator/placeholders'

/** What the plugins find in markdown-it's environment for one text. */
export type MarkdownEnvironment = { placeholders?: Placeholders }

/** A line that holds nothing but placeholders, the first of a block, is a block of HTML and ends a paragraph. */
export const placeholderBlocks = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'code',
    'galley_placeholder',
    (state, startLine, _endLine, silent) => {
      const { placeholders }: MarkdownEnvironment = state.env
      if (!placeholders || placeholders.inserts.length === 0) return false
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
      if (state.src[start] !== placeholders.opener) return false
      const line = state.src.slice(start, state.eMarks[startLine]).trimEnd()
      const numbers = placeholderNumbers(line, placeholders)
      if (!numbers || !placeholders.inserts[numbers[0] ?? -1]?.isBlock) return false
      if (silent) return true
      const token = state.push('html_block', '', 0)
      token.content = `${line}\n`
      token.map = [startLine, startLine + 1]
      state.line = startLine + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] },
  )
}

/** The numbers of a line's placeholders, or undefined when anything else but blanks stands between them. */
const placeholderNumbers = (line: string, { opener, closer }: Placeholders) => {
  const numbers: number[] = []
  for (let at = 0; at < line.length;) {
    if (line[at] === ' ' || line[at] === '\t') {
      at++
      continue
    }
    const end = line.indexOf(closer, at)
    if (line[at] !== opener || end < 0) return undefined
    numbers.push(Number(line.slice(at + 1, end)))
    at = end + 1
  }
  return numbers
}
