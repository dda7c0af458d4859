import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'

const OPENING = /^<([a-zA-Z][\w-]*)(?=[\s>])((?:[^"'>]|"[^"]*"|'[^']*')*)>/
const ONLY_CLOSING = /^(?:<\/[a-zA-Z][\w-]*\s*>\s*)+$/
const MARKDOWN_ATTRIBUTE = /\smarkdown=(["']?)(?:1|span|block|true)\1/
const INLINE_ELEMENTS = new Set(
  'a abbr b bdo big br button cite code del dfn em i img input ins kbd label mark q s samp select small span strong sub sup time tt u var'.split(
    ' ',
  ),
)

/**
 * HTML blocks as kramdown reads them: raw from the start tag to its end tag, blank lines included, unless the start tag
 * has `markdown="1"`. https://kramdown.gettalong.org/syntax.html#html-blocks. Where Markdown stands behind a blank line in
 * it, the block ends there, as CommonMark has it: the writer had a reader of that kind, and nobody wants links and code
 * with their marks.
 */
export const kramdownHtml = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'html_block',
    'galley_kramdown_html',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
      if (state.src[start] !== '<') return false
      const line = state.src.slice(start, state.eMarks[startLine])
      if (ONLY_CLOSING.test(line.trimEnd()))
        return silent || push(state, startLine, startLine, line)
      const match = OPENING.exec(line.slice(0, 2000))
      const [tag = '', name = '', attributes = ''] = match ?? []
      if (!match || INLINE_ELEMENTS.has(name.toLowerCase())) return false
      if (MARKDOWN_ATTRIBUTE.test(attributes)) {
        if (line.trimEnd() !== tag) return false
        return silent || push(state, startLine, startLine, tag.replace(MARKDOWN_ATTRIBUTE, ''))
      }
      const environment = state.env as HtmlEnvironment
      if (startLine < (environment.markdownHtmlEnd ?? 0)) return false
      const end = endTagLine(state, startLine, endLine, name)
      if (end === undefined) return false
      const html = state.getLines(startLine, end + 1, state.blkIndent, true)
      if (holdsMarkdown(html)) {
        environment.markdownHtmlEnd = end
        return false
      }
      return silent || push(state, startLine, end, html)
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}

const BLANK_LINE = /\n[ \t]*\n/
/** Elements whose text stays as it is in every Markdown; CommonMark would end those within a block at a blank line. */
const LITERAL = /^[ \t]*<(?:pre|script|style|textarea)\b/im
const MARKDOWN =
  /\n[ \t]*\n {0,3}[^\s<]|\]\(|^ {0,3}(?:```|~~~|#{1,6} |[-*+>] |\d+\. )|\*\*\S|\|[ \t]*:?-{3}/m
/** An indented tag behind a blank line would become code. */
const INDENTED_TAG = /\n[ \t]*\n(?: {4}|\t)[ \t]*</

const holdsMarkdown = (html: string): boolean => {
  const blank = html.search(BLANK_LINE)
  return (
    blank >= 0 &&
    MARKDOWN.test(html.slice(blank)) &&
    !INDENTED_TAG.test(html) &&
    !LITERAL.test(html)
  )
}

const push = (state: StateBlock, from: number, to: number, html: string): true => {
  const token = state.push('html_block', '', 0)
  token.map = [from, to + 1]
  token.content = html.endsWith('\n') ? html : `${html}\n`
  state.line = to + 1
  return true
}

/** What is remembered of a text, so that no part of it is searched again for every tag in it. */
type HtmlEnvironment = { unclosedTags?: Map<string, number>; markdownHtmlEnd?: number }

/** The line of the end tag that belongs to the start tag, when nothing but blanks follows it there. */
const endTagLine = (state: StateBlock, startLine: number, endLine: number, name: string) => {
  const environment = state.env as HtmlEnvironment
  const unclosed = (environment.unclosedTags ??= new Map())
  const key = name.toLowerCase()
  if ((unclosed.get(key) ?? Infinity) <= startLine) return undefined
  const tags = new RegExp(`<(/?)${key}(?=[\\s>/])[^>]*?(/?)>`, 'gi')
  let depth = 0
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line))
      return undefined
    const text = state.src.slice(state.bMarks[line], state.eMarks[line])
    for (const match of text.matchAll(tags)) {
      if (!match[2]) depth += match[1] ? -1 : 1
      if (depth > 0) continue
      return /^\s*$/.test(text.slice(match.index + match[0].length)) ? line : undefined
    }
  }
  unclosed.set(key, startLine)
  return undefined
}
