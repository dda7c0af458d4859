import type { RichTextDocument, RichTextNode } from '../../../src/richtext/document'
import { addressOf, codeLinesOf, emptyContent, wordLine, wordsOf, type Content } from './content'
import { htmlContent, isWithinPage } from './htmlContent'

const FORMATTED = new Set(['text', 'link', 'autolink', 'inlineBlock'])

/** Takes a rich-text document and returns what a reader gets from it. Source that is kept visible is not counted. */
export const documentContent = (document: RichTextDocument): Content => {
  const content = emptyContent()
  const footnotes: RichTextNode[] = []
  const text = [textOf(document.root, content, footnotes)]
  // They stand at the end of a page; one may refer to another.
  for (let note = footnotes.shift(); note; note = footnotes.shift()) {
    text.push(textOf(note, content, footnotes))
  }
  content.words = wordsOf(text.join('\n'))
  return content
}

const textOf = (node: RichTextNode, content: Content, footnotes: RichTextNode[]): string => {
  const fields = recordOf(node.fields)
  const own = OWN_TEXT[node.type]?.(node, fields, content) ?? ''
  const children = Array.isArray(node.children) ? node.children.filter(isNode) : []
  const inside = children.map((child) => textOf(child, content, footnotes)).join('')
  const roots = [fields.summary, fields.caption, fields.content]
    .map((value) => recordOf(value).root)
    .filter(isNode)
  if (fields.blockType === 'Footnote') footnotes.push(...roots.splice(0))
  const nested = roots.map((root) => `\n${textOf(root, content, footnotes)}\n`).join('')
  const text = `${own}${inside}${nested}`
  if (node.type === 'heading') content.headings.push(...wordLine(text))
  if (node.type === 'tablecell') content.cells.push(...wordLine(text))
  return FORMATTED.has(node.type) ? text : `\n${text}\n`
}

type OwnText = (node: RichTextNode, fields: Record<string, unknown>, content: Content) => string

const block: OwnText = (_node, fields, content) => {
  const { blockType } = fields
  if (typeof fields.code === 'string') {
    content.codeLines.push(...codeLinesOf(fields.code))
    return `${stringOf(fields.title)}\n${fields.code}`
  }
  if (blockType === 'Html' || blockType === 'InlineHtml')
    return htmlText(stringOf(fields.html), content)
  if (blockType === 'Picture' || blockType === 'InlinePicture') {
    picture(fields, content)
    return '\n'
  }
  // Of other blocks it is an attribute: nobody sees it until they point at it.
  const title = blockType === 'Callout' ? fields.title : ''
  const tex = fields.tex ? ` ${stringOf(fields.tex)} ` : ''
  return [title, tex, fields.text].map(stringOf).filter(Boolean).join(' ')
}

const picture = (fields: Record<string, unknown>, content: Content): void => {
  content.pictures.push(addressOf(stringOf(fields.url)))
  const href = stringOf(fields.href)
  if (!isWithinPage(href)) content.links.push(addressOf(href))
}

const htmlText = (html: string, content: Content): string => {
  if (html.includes('class="galley-source"')) return ' '
  const inside = htmlContent(html)
  content.links.push(...inside.links)
  content.pictures.push(...inside.pictures)
  content.codeLines.push(...inside.codeLines)
  content.headings.push(...inside.headings)
  content.cells.push(...inside.cells)
  // None of the elements that are kept as HTML stands within a word.
  return inside.words.length > 0 ? `\n${inside.words.join(' ')}\n` : ''
}

const link: OwnText = (_node, fields, content) => {
  const url = stringOf(fields.url)
  if (!isWithinPage(url)) content.links.push(addressOf(url))
  return ''
}

const OWN_TEXT: Record<string, OwnText> = {
  text: ({ text }) => stringOf(text),
  linebreak: () => '\n',
  tab: () => '\t',
  block,
  inlineBlock: block,
  upload: (_node, fields, content) => {
    picture(fields, content)
    return ''
  },
  link,
  autolink: link,
}

const stringOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const recordOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
const isNode = (value: unknown): value is RichTextNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
