import { TEXT_FORMAT } from '../document'
import type { RichTextNode } from '../document'
import {
  blockTypeOf,
  childrenOf,
  fieldsOf,
  isDocument,
  isRecord,
  numberOf,
  semanticOf,
  referenceId,
  stringOf,
} from '../readNode'
import { attributes, escapeHtml } from '../toHtml/escape'
import { escapeText, linkTarget } from './escapeMarkdown'
import type { MarkdownContext } from './options'

/** Renders inline nodes as one piece of Markdown. */
export function renderInline(nodes: RichTextNode[], context: MarkdownContext): string {
  const leaves = nodes.flatMap((node) => leavesOf(node, context))
  return renderRun(leaves, { marks: [], before: '', after: '' })
}

/** `![alt](address "title")`, as HTML when it has a size or markup in its text, in a link when it leads somewhere. */
export function pictureMarkdown(fields: Record<string, unknown>, url: string): string {
  const alt = stringOf(fields.alt)
  const title = stringOf(fields.title)
  const href = stringOf(fields.href)
  const width = numberOf(fields.width)
  const height = numberOf(fields.height)
  // Parsers differ in what becomes of escapes in the text of a picture.
  const needsHtml = width !== undefined || height !== undefined || escapeText(alt) !== alt
  const image = needsHtml
    ? `<img${attributes({ src: url, alt, title, width, height })}>`
    : `![${alt.replace(/\s+/g, ' ')}](${linkTarget(url, title)})`
  return href ? `[${image}](${linkTarget(href, '')})` : image
}

/** What a node of a line comes to: text with marks around it, white space at its ends apart. */
type Leaf = { text: string; marks: string[]; isSpace: boolean }

type Surroundings = { marks: string[]; before: string; after: string }

const FORMATS: [number, string][] = [
  [TEXT_FORMAT.bold, 'strong'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.strikethrough, 'del'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.highlight, 'mark'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
]

const DELIMITERS: ReadonlyMap<string, string> = new Map([
  ['strong', '**'],
  ['em', '*'],
  ['del', '~~'],
])

function leavesOf(node: RichTextNode, context: MarkdownContext): Leaf[] {
  if (node.type !== 'text') {
    const text = inlineHandlers.get(blockTypeOf(node) || node.type)?.(node, context) ?? ''
    return text ? [{ text, marks: [], isSpace: false }] : []
  }
  const format = numberOf(node.format) ?? 0
  const semantic = semanticOf(node)
  const marks = FORMATS.filter(([bit]) => format & bit).map(([, tag]) => tag)
  if (semantic && /^[a-z]+$/.test(semantic)) marks.push(semantic)
  const source = stringOf(node.text)
  if (format & TEXT_FORMAT.code) return [{ text: codeSpan(source), marks, isSpace: false }]
  const [, before = '', core = '', after = ''] = /^([ \n\t]*)([^]*?)([ \n\t]*)$/.exec(source) ?? []
  const parts = [
    { text: before, marks, isSpace: true },
    { text: escapeText(core), marks, isSpace: false },
    { text: after, marks, isSpace: true },
  ]
  return parts.filter(({ text }) => text)
}

/** Opens the mark that goes on longest first, so that marks nest; space at the ends of a run stays outside. */
function renderRun(leaves: Leaf[], { marks, before, after }: Surroundings): string {
  let out = ''
  for (let i = 0; i < leaves.length;) {
    const leaf = leaves[i]
    if (!leaf) break
    const [mark, end] = leaf.isSpace ? [undefined, i + 1] : longestMark(leaves, i, marks)
    if (mark === undefined) {
      out += leaf.text
      i++
      continue
    }
    const following = leaves[end]?.text ?? after
    const content = renderRun(leaves.slice(i, end), {
      marks: [...marks, mark],
      before: '',
      after: '',
    })
    out += wrapped(content, mark, { before: lastOf(before + out), after: firstOf(following) })
    i = end
  }
  return out
}

function longestMark(leaves: Leaf[], start: number, open: string[]): [string | undefined, number] {
  let best: [string | undefined, number] = [undefined, start + 1]
  let length = 0
  for (const mark of leaves[start]?.marks ?? []) {
    if (open.includes(mark)) continue
    let end = start
    while (leaves[end]?.marks.includes(mark)) end++
    while (end > start + 1 && leaves[end - 1]?.isSpace) end--
    if (end - start > length) {
      length = end - start
      best = [mark, end]
    }
  }
  return best
}

/** Delimiters where CommonMark reads them as such (its rules of flanking), else the HTML element. */
function wrapped(
  content: string,
  mark: string,
  { before, after }: { before: string; after: string },
): string {
  const delimiter = DELIMITERS.get(mark)
  const opens = canFlank(before, firstOf(content))
  const closes = canFlank(after, lastOf(content))
  const isClear = delimiter !== undefined && ![before, after].includes(delimiter.charAt(0))
  if (delimiter && isClear && opens && closes) return delimiter + content + delimiter
  return `<${mark}>${content}</${mark}>`
}

function canFlank(outside: string, inside: string): boolean {
  return (
    !PUNCTUATION.test(inside) || outside === '' || /\s/.test(outside) || PUNCTUATION.test(outside)
  )
}

const PUNCTUATION = /[\p{P}\p{S}]/u

function firstOf(text: string): string {
  return Array.from(text.slice(0, 2))[0] ?? ''
}

function lastOf(text: string): string {
  return Array.from(text.slice(-2)).at(-1) ?? ''
}

function codeSpan(text: string): string {
  if (text.trim() === '') return `<code>${escapeHtml(text)}</code>`
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 0)
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : ''
  return fence + pad + text + pad + fence
}

const inlineHandlers: ReadonlyMap<
  string,
  (node: RichTextNode, context: MarkdownContext) => string
> = new Map([
  [
    'linebreak',
    (_node: RichTextNode, context: MarkdownContext) => (context.isSingleLine ? '<br>' : '\\\n'),
  ],
  ['tab', () => '\t'],
  ['link', renderLink],
  ['autolink', renderLink],
  ['InlinePicture', renderInlinePicture],
  ['Footnote', renderFootnote],
  ['Anchor', (node) => `<a${attributes({ id: stringOf(fieldsOf(node).anchorId) })}></a>`],
  ['InlineMath', (node) => `$${stringOf(fieldsOf(node).tex)}$`],
  ['Abbreviation', renderAbbreviation],
  ['InlineHtml', (node) => stringOf(fieldsOf(node).html)],
])

function renderLink(node: RichTextNode, context: MarkdownContext): string {
  const content = renderInline(childrenOf(node), context)
  const fields = fieldsOf(node)
  const url = linkUrl(fields, context)
  if (url === undefined) return content
  return `[${content}](${linkTarget(url, stringOf(fields.title))})`
}

function linkUrl(
  fields: Record<string, unknown>,
  { options }: MarkdownContext,
): string | undefined {
  if (fields.linkType !== 'internal') return stringOf(fields.url) || undefined
  const { doc, anchor } = fields
  if (!isRecord(doc)) return undefined
  const id = referenceId(doc.value)
  const url = options.resolveDocument?.(stringOf(doc.relationTo), id)
  return url !== undefined && stringOf(anchor) ? `${url}#${stringOf(anchor)}` : url
}

function renderInlinePicture(node: RichTextNode, { options }: MarkdownContext): string {
  const fields = fieldsOf(node)
  const id = isRecord(fields.media) ? stringOf(fields.media.id) : stringOf(fields.media)
  const media = id ? options.resolveMedia?.(id) : undefined
  return pictureMarkdown(fields, media?.url ?? stringOf(fields.url))
}

function renderFootnote(node: RichTextNode, { footnotes }: MarkdownContext): string {
  const { label, content } = fieldsOf(node)
  const name = stringOf(label).replace(/[\s[\]^\\]+/g, '-') || 'note'
  footnotes.set(name, footnotes.get(name) ?? (isDocument(content) ? content : undefined))
  return `[^${name}]`
}

function renderAbbreviation(node: RichTextNode): string {
  const { text, title } = fieldsOf(node)
  return `<abbr${attributes({ title: stringOf(title) })}>${escapeHtml(stringOf(text))}</abbr>`
}
