import { TEXT_FORMAT } from '../document'
import type { RichTextNode } from '../document'
import {
  blockTypeOf,
  childrenOf,
  fieldsOf,
  numberOf,
  semanticOf,
  stringOf,
  isRecord,
} from '../readNode'
import { blockHandlers, renderUpload } from './blockHandlers'
import { attributes, escapeHtml } from './escape'
import { inlineBlockHandlers } from './inlineBlockHandlers'
import { renderList } from './list'
import type { HtmlHandler, RenderContext } from './options'
import { renderChildren, renderMixed } from './render'
import { safeLinkUrl } from './safeUrl'
import { renderTable } from './table'

/** The table of handlers: what becomes of each node, by type. */
export const nodeHandlers: ReadonlyMap<string, HtmlHandler> = new Map<string, HtmlHandler>([
  ['text', renderText],
  ['tab', () => '\t'],
  ['linebreak', () => '<br>\n'],
  [
    'paragraph',
    (node, context) => `<p${blockAttributes(node)}>${renderChildren(node, context)}</p>\n`,
  ],
  ['heading', renderHeading],
  [
    'quote',
    (node, context) =>
      `<blockquote${blockAttributes(node)}>\n${renderMixed(childrenOf(node), context)}</blockquote>\n`,
  ],
  ['horizontalrule', () => '<hr>\n'],
  ['list', renderList],
  ['link', renderLink],
  ['autolink', renderLink],
  ['table', renderTable],
  ['upload', renderUpload],
  ['relationship', renderRelationship],
  ['block', (node, context) => blockHandlers.get(blockTypeOf(node))?.(node, context) ?? ''],
  [
    'inlineBlock',
    (node, context) => inlineBlockHandlers.get(blockTypeOf(node))?.(node, context) ?? '',
  ],
])

const FORMAT_TAGS: [number, string][] = [
  [TEXT_FORMAT.code, 'code'],
  [TEXT_FORMAT.subscript, 'sub'],
  [TEXT_FORMAT.superscript, 'sup'],
  [TEXT_FORMAT.highlight, 'mark'],
  [TEXT_FORMAT.underline, 'u'],
  [TEXT_FORMAT.strikethrough, 's'],
  [TEXT_FORMAT.italic, 'em'],
  [TEXT_FORMAT.bold, 'strong'],
]

/** Semantics without an element in today's HTML are classes. */
const OBSOLETE_ELEMENTS: ReadonlySet<string> = new Set(['big', 'tt'])

function renderText(node: RichTextNode): string {
  const format = numberOf(node.format) ?? 0
  const semantic = semanticOf(node)
  let html = escapeHtml(stringOf(node.text))
  for (const [bit, tag] of FORMAT_TAGS) if (format & bit) html = `<${tag}>${html}</${tag}>`
  if (!semantic || !/^[a-z]+$/.test(semantic)) return html
  if (OBSOLETE_ELEMENTS.has(semantic)) return `<span class="${semantic}">${html}</span>`
  return `<${semantic}>${html}</${semantic}>`
}

function renderHeading(node: RichTextNode, context: RenderContext): string {
  const tag = /^h[1-6]$/.test(stringOf(node.tag)) ? stringOf(node.tag) : 'h2'
  const id = context.options.headingIds === false ? undefined : context.headingIds.get(node)
  const children = childrenOf(node)
  // The first anchor became the id of the heading itself.
  const own = id === undefined ? -1 : children.findIndex((child) => fieldsOf(child).anchorId === id)
  const rest = { ...node, children: children.filter((_child, index) => index !== own) }
  const content = renderChildren(rest, context)
  return `<${tag}${attributes({ id })}${blockAttributes(node)}>${content}</${tag}>\n`
}

function renderLink(node: RichTextNode, context: RenderContext): string {
  const content = renderChildren(node, context)
  const fields = fieldsOf(node)
  const href = linkAddress(fields, context)
  if (href === undefined) return content
  const isNew = fields.newTab === true
  const rel = [
    stringOf(fields.rel),
    isNew && !stringOf(fields.rel).includes('noopener') ? 'noopener' : '',
  ]
  const attrs = attributes({
    href,
    title: stringOf(fields.title),
    target: isNew && '_blank',
    rel: rel.filter(Boolean).join(' '),
  })
  return `<a${attrs}>${content}</a>`
}

function linkAddress(
  fields: Record<string, unknown>,
  { options }: RenderContext,
): string | undefined {
  if (fields.linkType !== 'internal') return safeLinkUrl(stringOf(fields.url)) || undefined
  const { doc, anchor } = fields
  if (!isRecord(doc)) return undefined
  const url = options.resolveDocument?.(stringOf(doc.relationTo), idOf(doc.value))
  if (url === undefined) return undefined
  return stringOf(anchor) ? `${url}#${encodeURIComponent(stringOf(anchor))}` : url
}

function renderRelationship(node: RichTextNode, { options }: RenderContext): string {
  const url = options.resolveDocument?.(stringOf(node.relationTo), idOf(node.value))
  return url === undefined ? '' : `<p><a${attributes({ href: url })}>${escapeHtml(url)}</a></p>\n`
}

/** The id of a related document, populated or not. */
function idOf(value: unknown): string {
  if (isRecord(value)) return stringOf(value.id)
  return typeof value === 'number' ? String(value) : stringOf(value)
}

function blockAttributes(node: RichTextNode): string {
  const align = stringOf(node.format)
  const indent = Math.min(numberOf(node.indent) ?? 0, 8)
  const style = [
    align && `text-align: ${align}`,
    indent > 0 && `margin-inline-start: ${indent * 2}em`,
  ]
  const dir = node.direction === 'rtl' || node.direction === 'ltr' ? node.direction : undefined
  return attributes({ dir, style: style.filter(Boolean).join('; ') })
}
