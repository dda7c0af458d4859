import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import { calloutHtml } from '../../generator/blockHtml'
import { isCalloutKind } from '../../generator/calloutKinds'
import { attributesHtml } from '../../generator/escapeHtml'
import { parseAttributeList } from './attributeList'
import { plainText } from './plainText'

const OPENING = /^:{3,}[ \t]*(?:\{([^}]*)\}|([A-Za-z][\w-]*)([^\n]*?)):*[ \t]*$/
const CLOSING = /^:{3,}[ \t]*$/
const CODE_FENCE = /^(?:`{3,}|~{3,})/

/**
 * `:::note[Title]` … `:::`, nested by counting. `admonitions` takes only the names of admonitions (Docusaurus, VuePress);
 * `any` also Pandoc's fenced divs (`::: {.columns}`). One that is not closed ends with what it stands in.
 */
export const directives = (md: MarkdownIt, mode: 'admonitions' | 'any'): void => {
  md.block.ruler.before(
    'fence',
    'galley_directive',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const line = lineAt(state, startLine)
      if (!line.startsWith(':::')) return false
      const html = openDirective(md, line, mode)
      if (!html) return false
      if (silent) return true
      const end = directiveEnd(state, startLine, endLine)
      const parentType = state.parentType
      const open = state.push('html_block', '', 0)
      open.content = html.open
      open.map = [startLine, end]
      state.level++
      const oldLineMax = state.lineMax
      state.lineMax = end
      state.md.block.tokenize(state, startLine + 1, end)
      state.lineMax = oldLineMax
      state.level--
      state.push('html_block', '', 0).content = html.close
      state.parentType = parentType
      state.line = Math.min(end + 1, endLine)
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

const lineAt = (state: StateBlock, line: number): string =>
  state.src
    .slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])
    .trimEnd()

const openDirective = (md: MarkdownIt, line: string, mode: 'admonitions' | 'any') => {
  const [whole, list, name = '', rest = ''] = OPENING.exec(line) ?? []
  if (whole === undefined) return undefined
  if (list !== undefined) {
    const attributes = mode === 'any' ? parseAttributeList(list) : undefined
    return attributes && { open: `<div${attributesHtml(attributes)}>\n`, close: '</div>\n' }
  }
  const kind = name.replace(/^rmd/, '').replace(/^block$/, 'note')
  if (name === 'details') {
    const summary = md.renderInline(rest.trim() || 'Details')
    return { open: `<details><summary>${summary}</summary>\n`, close: '</details>\n' }
  }
  if (isCalloutKind(kind)) {
    const title = rest.replace(/\{[^{}]*\}\s*$/, '').trim()
    const inner = /^\[([^]*)\]$/.exec(title)?.[1] ?? title
    return calloutHtml(kind, inner && plainText(md.renderInline(inner)))
  }
  if (mode !== 'any' || rest.trim() !== '') return undefined
  return { open: `<div class="${name}">\n`, close: '</div>\n' }
}

/** The line of the closing colons, or the end of what the directive stands in. */
const directiveEnd = (state: StateBlock, startLine: number, endLine: number): number => {
  let depth = 1
  let fence = ''
  for (let line = startLine + 1; line < endLine; line++) {
    if (state.isEmpty(line)) continue
    if ((state.sCount[line] ?? 0) < state.blkIndent) return line
    const text = lineAt(state, line)
    const marks = CODE_FENCE.exec(text)?.[0]
    if (fence) {
      if (marks && marks.startsWith(fence) && text === marks) fence = ''
    } else if (marks) fence = marks
    else if (CLOSING.test(text)) {
      depth--
      if (depth === 0) return line
    } else if (text.startsWith(':::') && OPENING.test(text)) depth++
  }
  return endLine
}
