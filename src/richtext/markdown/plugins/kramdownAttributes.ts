import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import { parseAttributeList } from './attributeList'

const BLOCK_LIST = /^\{:(?!:)\/?([^}\n]*)\}[ \t]*$/
const EXTENSION = /^\{::(\w+)([^}\n]*?)(\/)?\}[ \t]*/

/**
 * kramdown's attribute lists and extensions as blocks: `{: .class #id}` under a block goes to that block, `{:toc}` under a
 * list stands for a table of contents, `{::comment}` and `{::options}` are not shown.
 * https://kramdown.gettalong.org/syntax.html#inline-attribute-lists
 */
export const kramdownAttributes = (md: MarkdownIt): void => {
  md.block.ruler.before(
    'code',
    'galley_kramdown_block',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const line = lineAt(state, startLine)
      if (!line.startsWith('{:')) return false
      const extension = EXTENSION.exec(line)
      if (extension) return silent || readExtension(state, startLine, endLine, extension)
      const match = BLOCK_LIST.exec(line)
      if (!match) return false
      if (silent) return true
      const isUnderBlock = startLine > 0 && !state.isEmpty(startLine - 1)
      if (isUnderBlock) applyToPrevious(state, (match[1] ?? '').trim())
      state.line = startLine + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list', 'table'] },
  )
}

const lineAt = (state: StateBlock, line: number): string =>
  state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line])

const applyToPrevious = (state: StateBlock, list: string): void => {
  const opening = previousOpening(state)
  if (opening < 0) return
  if (/(?:^|\s)toc\b/.test(list) && state.tokens[opening]?.type.endsWith('_list_open')) {
    dropLastItem(state.tokens, opening)
    pushHtml(state, '<!-- toc -->\n')
    return
  }
  const attributes = parseAttributeList(list)
  for (const [name, value] of Object.entries(attributes ?? {})) {
    state.tokens[opening]?.attrSet(name, value)
  }
}

/**
 * The list above `{:toc}` stands for the table of contents. Writers put it under a list of their own, of which only the last
 * item is the marker.
 */
const dropLastItem = (tokens: Token[], listOpening: number): void => {
  const level = (tokens[listOpening]?.level ?? 0) + 1
  const item = tokens.findLastIndex(
    (token) => token.type === 'list_item_open' && token.level === level,
  )
  const isOnly = item <= listOpening + 1
  const closing = isOnly ? [] : tokens.slice(-1)
  tokens.length = isOnly ? listOpening : item
  tokens.push(...closing)
}

/** Index of the token that opens the block just before, on the same level. */
const previousOpening = (state: StateBlock): number => {
  for (let index = state.tokens.length - 1; index >= 0; index--) {
    const token = state.tokens[index]
    if (!token || token.level < state.level) return -1
    if (token.level === state.level && token.nesting >= 0) return index
  }
  return -1
}

const pushHtml = (state: StateBlock, html: string): void => {
  state.push('html_block', '', 0).content = html
}

const readExtension = (
  state: StateBlock,
  startLine: number,
  endLine: number,
  [whole, name = '', , selfClosing]: RegExpExecArray,
): boolean => {
  const isShort = selfClosing !== undefined || name === 'options'
  const end = isShort ? startLine : extensionEnd(state, startLine, endLine, name)
  if (end === undefined) return false
  if (!isShort) {
    const lines: string[] = []
    for (let line = startLine; line <= end; line++) lines.push(lineAt(state, line))
    const text = lines
      .join('\n')
      .slice(whole.length)
      .replace(/\{:\/\w*\}\s*$/, '')
    pushHtml(state, name === 'comment' ? `<!--${text.replaceAll('--', '- -')}-->\n` : `${text}\n`)
  }
  state.line = end + 1
  return true
}

/** Extensions that a text opens and never closes. */
type UnclosedExtensions = { unclosedExtensions?: Set<string> }

const extensionEnd = (state: StateBlock, from: number, endLine: number, name: string) => {
  if (name !== 'comment' && name !== 'nomarkdown') return undefined
  const environment: UnclosedExtensions = state.env
  const unclosed = (environment.unclosedExtensions ??= new Set())
  if (unclosed.has(name)) return undefined
  for (let line = from; line < endLine; line++) {
    const text = lineAt(state, line).trimEnd()
    if (text.endsWith('{:/}') || text.endsWith(`{:/${name}}`)) return line
  }
  unclosed.add(name)
  return undefined
}

const SPAN_LIST = /\{:?[ \t]*([^{}\n]{1,300})\}/y
const AFTER_SPAN = new Set([
  'em_close',
  'strong_close',
  's_close',
  'link_close',
  'code_inline',
  'image',
])

/**
 * An attribute list right behind a link, picture, code or emphasis goes to that element. kramdown writes `{: …}`,
 * markdown-it-attrs and Pandoc `{…}`.
 */
export const spanAttributes = (md: MarkdownIt, { needsColon }: { needsColon: boolean }): void => {
  md.inline.ruler.before('escape', 'galley_span_attributes', (state, silent) => {
    if (state.src[state.pos] !== '{' || state.pending !== '') return false
    if (needsColon && state.src[state.pos + 1] !== ':') return false
    const last = state.tokens.at(-1)
    SPAN_LIST.lastIndex = state.pos
    const match = SPAN_LIST.exec(state.src)
    if (!match || silent || !isSpanEnd(last)) return false
    const attributes = parseAttributeList(match[1] ?? '')
    if (!attributes) return false
    const opening = openingOf(state.tokens)
    for (const [name, value] of Object.entries(attributes)) {
      if (!/^on/i.test(name)) opening?.attrSet(name, value)
    }
    state.pos += match[0].length
    return true
  })
}

/** Emphasis is not yet marked when the list is read: its closing marker is still text made of asterisks. */
const isSpanEnd = (token: Token | undefined): boolean =>
  token !== undefined && (AFTER_SPAN.has(token.type) || /^(?:\*+|_+|~~)$/.test(token.content))

const openingOf = (tokens: Token[]): Token | undefined => {
  const last = tokens.at(-1)
  if (last?.nesting !== -1) return last?.type === 'text' ? undefined : last
  return tokens.findLast((token) => token.level === last.level && token.nesting === 1)
}
