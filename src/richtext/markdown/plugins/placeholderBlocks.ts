import type MarkdownIt from 'markdown-it'
import type { Problem } from '../../../problem'
import type { Placeholders } from '../../generator/placeholders'

/** What the plugins find in markdown-it's environment for one text. */
export type MarkdownEnvironment = { placeholders?: Placeholders; problems?: Problem[] }

/** A line that holds nothing but placeholders, the first of a block, is a block of HTML and ends a paragraph. */
export const placeholderBlocks = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'code',
    'galley_placeholder',
    (state, startLine, _endLine, silent) => {
      const { placeholders } = state.env as MarkdownEnvironment
      if (!placeholders || placeholders.inserts.length === 0) return false
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
      if (state.src[start] !== placeholders.opener) return false
      const line = state.src.slice(start, state.eMarks[startLine]).trimEnd()
      const kind = lineKind(line, placeholders)
      if (!kind) return false
      if (silent) return true
      const token = state.push(kind === 'block' ? 'html_block' : 'inline', '', 0)
      token.content = kind === 'block' ? `${line}\n` : line
      token.map = [startLine, startLine + 1]
      token.children = kind === 'block' ? null : []
      state.line = startLine + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] },
  )
}

/**
 * What a line is that begins with a placeholder: nothing but blocks; a block's tag, its inline content and its end tag
 * (no paragraph goes in between); or a line of text.
 */
const lineKind = (line: string, placeholders: Placeholders): 'block' | 'inline' | undefined => {
  const { opener, closer, inserts } = placeholders
  const isBlock = (from: number, to: number) => inserts[Number(line.slice(from + 1, to))]?.isBlock
  if (!isBlock(0, line.indexOf(closer))) return undefined
  let text = 0
  for (let at = 0; at < line.length;) {
    const end = line[at] === opener ? line.indexOf(closer, at) : -1
    if (end < 0 && !/\s/.test(line[at] ?? '')) text++
    at = end < 0 ? at + 1 : end + 1
    if (text > 0) break
  }
  if (text === 0) return 'block'
  const last = line.lastIndexOf(opener)
  return line.endsWith(closer) && last > 0 && isBlock(last, line.length - 1) ? 'inline' : undefined
}
