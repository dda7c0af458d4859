import type { Context, Handler } from './context'
import {
  attribute,
  classes,
  findDescendant,
  hasClass,
  isElement,
  isText,
  textContent,
} from './element'
import { writeBlock } from './flow'
import { blockNode } from './lexicalNodes'
import type { HtmlElement, HtmlNode } from './parseHtml'
import { writeRawBlock } from './rawHtml'

/** Handlers of preformatted text. */
export const codeHandlers: Record<string, Handler> = {
  pre: visitPre,
  listing: visitPre,
  xmp: visitPre,
  plaintext: visitPre,
}

/** Writes a Code block with the text of a `pre`. */
export function writeCode(element: HtmlElement, context: Context, title?: string): void {
  const code = codeText(element)
  const name = title ?? titleOf(element)
  const id = context.compilation.nodeId('Code', code)
  const language = languageOf(element)
  writeBlock(context, blockNode('Code', id, { language, code, ...(name && { title: name }) }))
}

/**
 * Highlighters lay code with line numbers out as a table: the element with the code in it, when `table` is one
 * (Hexo, Rouge, Chroma, Pygments, highlight.js).
 */
export function codeTableSource(table: HtmlElement): HtmlElement | undefined {
  const isMarked = hasClass(table, ...CODE_TABLE_CLASSES) || isInHighlight(table)
  const cell = findDescendant(
    table,
    (element) => element.tagName === 'td' && hasClass(element, ...CODE_CELL_CLASSES),
  )
  if (!isMarked && !(cell && hasGutter(table))) return undefined
  if (hasClass(table, 'hljs-ln') || (cell && hasClass(cell, 'blob-code'))) return table
  const cells: HtmlElement[] = []
  findDescendant(table, (element) => {
    if (element.tagName === 'td' && !hasClass(element, ...GUTTER_CLASSES)) cells.push(element)
    return false
  })
  const holder = cell ?? cells.at(-1)
  return holder && (findDescendant(holder, ({ tagName }) => tagName === 'pre') ?? holder)
}

const CODE_TABLE_CLASSES = [
  'rouge-table',
  'lntable',
  'highlighttable',
  'codehilitetable',
  'hljs-ln',
  'js-file-line-container',
]
const CODE_CELL_CLASSES = ['code', 'rouge-code', 'hljs-ln-code', 'blob-code']
const GUTTER_CLASSES = [
  'gutter',
  'rouge-gutter',
  'gl',
  'linenos',
  'hljs-ln-numbers',
  'line-numbers',
  'blob-num',
]

function isInHighlight(table: HtmlElement): boolean {
  const parent = table.parentNode
  return (
    parent !== null &&
    isElementNode(parent) &&
    parent.tagName === 'figure' &&
    hasClass(parent, 'highlight')
  )
}

function hasGutter(table: HtmlElement): boolean {
  return Boolean(findDescendant(table, (element) => hasClass(element, ...GUTTER_CLASSES)))
}

function visitPre(element: HtmlElement, context: Context): void {
  // A Code block holds text alone: one with links, pictures or headings would lose them.
  if (findDescendant(element, isMoreThanCode)) return writeRawBlock(element, context)
  writeCode(element, context)
}

function isMoreThanCode(element: HtmlElement): boolean {
  if (MORE_THAN_CODE.has(element.tagName)) return true
  const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
  return href !== undefined && href !== '' && !href.startsWith('#')
}

const MORE_THAN_CODE: ReadonlySet<string> = new Set([
  'img',
  'iframe',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

/** The text of code as it is shown: `<br>` and blocks make lines, line numbers are left out. */
export function codeText(root: HtmlElement): string {
  const parts: string[] = []
  const endLine = () => {
    const last = parts.at(-1)
    if (last !== undefined && !last.endsWith('\n')) parts.push('\n')
  }
  const pending: (HtmlNode | typeof endLine)[] = []
  const addChildren = ({ childNodes, tagName }: HtmlElement) => {
    for (let i = childNodes.length - 1; i >= 0; i--) {
      const child = childNodes[i]
      if (!child) continue
      pending.push(child)
      // WeChat writes each line of a `pre` as a `code` of its own; SyntaxHighlighter so writes each word.
      const isLine = tagName === 'pre' && child.nodeName === 'code'
      if (isLine && childNodes[i - 1]?.nodeName === 'code') pending.push(endLine)
    }
  }
  addChildren(root)
  for (let node = pending.pop(); node; node = pending.pop()) {
    if (typeof node === 'function') node()
    else if (isText(node)) {
      if (node.value) parts.push(node.value)
    } else if (isElement(node) && !hasClass(node, ...NUMBER_CLASSES)) {
      if (node.tagName === 'br') parts.push('\n')
      if (LINE_BLOCKS.has(node.tagName)) {
        endLine()
        pending.push(endLine)
      }
      addChildren(node)
    }
  }
  return parts.join('').replace(/\r\n?/g, '\n').replace(/\n$/, '')
}

const NUMBER_CLASSES = [
  'lineno',
  'linenos',
  'lnt',
  'ln',
  'line-number',
  'line-numbers-rows',
  'hljs-ln-numbers',
  'blob-num',
  'gutter',
]
const LINE_BLOCKS: ReadonlySet<string> = new Set(['div', 'p', 'li', 'tr', 'ol', 'ul', 'table'])

/** The language that the classes around the code name, as written there; empty when none does. */
export function languageOf(element: HtmlElement): string {
  const code = findDescendant(element, ({ tagName }) => tagName === 'code')
  const own = code ? [code, element] : [element]
  for (const candidate of [...own, ...ancestors(element)]) {
    const language = namedLanguage(candidate)
    if (language) return language
  }
  for (const candidate of own) {
    const names = classes(candidate).filter((name) => !NO_LANGUAGE.has(name.toLowerCase()))
    if (names.length === 1) return names[0] ?? ''
  }
  return ''
}

function namedLanguage(element: HtmlElement): string | undefined {
  const names = classes(element)
  for (const name of names) {
    const match = /^(?:language|lang|highlight-source|highlight-text)-(.+)$/.exec(name)
    if (match?.[1]) return match[1]
  }
  const brush = /\bbrush:\s*([\w+#-]+)/.exec(attribute(element, 'class') ?? '')?.[1]
  const data = attribute(element, 'data-lang') ?? attribute(element, 'data-language')
  const old = element.tagName === 'pre' ? attribute(element, 'lang') : undefined
  const named = brush ?? (data || old || undefined)
  if (named) return named
  const isHexo = element.tagName === 'figure' && names.includes('highlight')
  const isHighlighted = names.includes('hljs') || names.includes('sourceCode')
  if (!isHexo && !isHighlighted) return undefined
  return names.find((name) => !NO_LANGUAGE.has(name.toLowerCase()))
}

const NO_LANGUAGE: ReadonlySet<string> = new Set(
  (
    'highlight hljs code sourcecode prettyprint prettyprinted linenums wrap chroma rouge codehilite prism ' +
    'line-numbers shiki astro-code notranslate literal-block programlisting wp-block-code wp-block-preformatted ' +
    'galley-source preformatted pre tab-size js-file-line-container'
  ).split(' '),
)

function* ancestors(element: HtmlElement): Generator<HtmlElement> {
  let parent = element.parentNode
  for (let depth = 0; depth < 5 && parent && isElementNode(parent); depth++) {
    // Only wrappers of highlighters: a `lang-zh` on an article is no programming language.
    if (parent.tagName !== 'figure' && !WRAPPERS.test(attribute(parent, 'class') ?? '')) {
      if (!TABLE_PARTS.has(parent.tagName)) return
    } else yield parent
    parent = parent.parentNode
  }
}

const WRAPPERS = /highlight|sourceCode|codehilite|code-toolbar|gatsby-|chroma|language-/
const TABLE_PARTS: ReadonlySet<string> = new Set(['td', 'tr', 'tbody', 'table'])

function isElementNode(node: object): node is HtmlElement {
  return 'tagName' in node
}

function titleOf(element: HtmlElement): string | undefined {
  const code = findDescendant(element, ({ tagName }) => tagName === 'code')
  for (const candidate of code ? [code, element] : [element]) {
    const title = attribute(candidate, 'data-title')
    if (title) return title
  }
  return undefined
}

/** The text of a caption when it is nothing but text, so that it can be the title of code. */
export function plainCaption(caption: HtmlElement): string | undefined {
  const hasMore = findDescendant(caption, ({ tagName }) => CAPTION_CONTENT.has(tagName))
  const text = textContent(caption).replace(/\s+/g, ' ').trim()
  return hasMore || !text ? undefined : text
}

const CAPTION_CONTENT: ReadonlySet<string> = new Set([
  'a',
  'img',
  'iframe',
  'video',
  'p',
  'br',
  'svg',
])
