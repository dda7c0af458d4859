import type MarkdownIt from 'markdown-it'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import { htmlEndTags } from './htmlEndTags'

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
      if (!match) return false
      const [tag = '', name = '', attributes = ''] = match
      const environment = state.env as HtmlEnvironment
      if (INLINE_ELEMENTS.has(name.toLowerCase())) {
        const isInMarkdown = startLine < (environment.markdownElementEnd ?? 0)
        return isInMarkdown && !silent && paragraphRule(md)(state, startLine, endLine, silent)
      }
      if (MARKDOWN_ATTRIBUTE.test(attributes)) {
        const opening = tag.replace(MARKDOWN_ATTRIBUTE, '')
        const rest = line.slice(tag.length).trim()
        if (rest !== '') return pushLine({ state, startLine, silent, opening, name, rest })
        if (silent) return true
        if (startLine >= (environment.markdownElementEnd ?? 0))
          environment.markdownElementEnd = endTag(state, startLine, endLine)?.line ?? 0
        return push(state, startLine, startLine, opening)
      }
      if (startLine < (environment.markdownHtmlEnd ?? 0))
        return pushUntilMarkdownElement(state, startLine, endLine, silent)
      if (VOID_ELEMENTS.has(name.toLowerCase())) {
        const isAlone = line.slice(tag.length).trim() === ''
        return isAlone && (silent || push(state, startLine, startLine, line))
      }
      const { line: end, after = '' } = endTag(state, startLine, endLine) ?? {}
      // What follows the end tag on its line is text of its own, which is left to CommonMark where it holds marks.
      if (end === undefined || /[*_`[\]<&\\{|~$]/.test(after)) return false
      const html = state.getLines(startLine, end + 1, state.blkIndent, true)
      if (holdsMarkdown(html)) {
        environment.markdownHtmlEnd = end
        return pushUntilMarkdownElement(state, startLine, endLine, silent)
      }
      return silent || push(state, startLine, end, html)
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}

/** They stand alone: what follows them is not within them. */
const VOID_ELEMENTS = new Set('base col embed hr link meta param source track wbr'.split(' '))

const MARKDOWN_ELEMENT = /^\s*<[a-zA-Z][\w-]*(?=\s)[^<>]*\smarkdown=(["']?)(?:1|span|block|true)\1/

/** CommonMark's block ends at a blank line; here also before an element whose content is Markdown. */
const pushUntilMarkdownElement = (
  state: StateBlock,
  startLine: number,
  endLine: number,
  silent: boolean,
): boolean => {
  for (let line = startLine + 1; line < endLine && !state.isEmpty(line); line++) {
    if ((state.sCount[line] ?? 0) < state.blkIndent) return false
    if (!MARKDOWN_ELEMENT.test(state.src.slice(state.bMarks[line], state.eMarks[line]))) continue
    const html = state.getLines(startLine, line, state.blkIndent, true)
    return silent || push(state, startLine, line - 1, html)
  }
  return false
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

const paragraphRule = (md: MarkdownIt) => md.block.ruler.getRules('').at(-1) ?? (() => false)

/** Elements that hold a line of text and no blocks. */
const HOLDS_A_LINE = /^(?:p|h[1-6]|figcaption|caption|summary|td|th|dt|address)$/i

/** An element with `markdown="1"` that begins and ends on one line. */
const pushLine = ({
  state,
  startLine,
  silent,
  opening,
  name,
  rest,
}: {
  state: StateBlock
  startLine: number
  silent: boolean
  opening: string
  name: string
  rest: string
}): boolean => {
  const closing = `</${name}>`
  const text = rest.slice(0, -closing.length)
  if (!rest.endsWith(closing) || text.includes(`<${name}`) || text.includes(closing)) return false
  if (silent) return true
  push(state, startLine, startLine, opening)
  const isParagraph = !HOLDS_A_LINE.test(name)
  if (isParagraph) state.push('paragraph_open', 'p', 1)
  const inline = state.push('inline', '', 0)
  inline.content = text.trim()
  inline.map = [startLine, startLine + 1]
  inline.children = []
  if (isParagraph) state.push('paragraph_close', 'p', -1)
  return push(state, startLine, startLine, closing)
}

/** What is remembered of a text, so that no part of it is searched again for every tag in it. */
type HtmlEnvironment = {
  endTags?: { text: string; ends: Map<number, number> }
  markdownHtmlEnd?: number
  markdownElementEnd?: number
}

/** Where the end tag stands that belongs to the start tag, and what follows it on its line. */
const endTag = (
  state: StateBlock,
  startLine: number,
  endLine: number,
): { line: number; after: string } | undefined => {
  const environment = state.env as HtmlEnvironment
  if (environment.endTags?.text !== state.src)
    environment.endTags = { text: state.src, ends: htmlEndTags(state.src) }
  const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
  const end = environment.endTags.ends.get(start)
  if (end === undefined) return undefined
  for (let line = startLine; line < endLine; line++) {
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent && !state.isEmpty(line))
      return undefined
    const lineEnd = state.eMarks[line] ?? 0
    if (end <= lineEnd) return { line, after: state.src.slice(end, lineEnd).trim() }
  }
  return undefined
}
