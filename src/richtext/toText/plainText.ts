import { appendAll } from '../appendAll'
import type { RichTextNode } from '../document'
import { blockTypeOf, childrenOf, fieldsOf, stringOf } from '../readNode'
import { visibleHtmlText } from './visibleHtmlText'

/** The text of a node's own line (a heading, a paragraph, a link), breaks as spaces; nested blocks are left out. */
export function plainText(node: RichTextNode): string {
  const parts: string[] = []
  const pending = [node]
  for (let next = pending.pop(); next; next = pending.pop()) {
    const inline = inlineText(next)
    if (inline !== undefined) parts.push(inline)
    else appendAll(pending, childrenOf(next).reverse())
  }
  return parts.join('')
}

/** What an inline leaf shows as text; undefined for nodes with children. */
export function inlineText(node: RichTextNode): string | undefined {
  if (node.type === 'text') return stringOf(node.text)
  if (node.type === 'linebreak') return ' '
  if (node.type === 'tab') return '\t'
  if (node.type !== 'inlineBlock') return undefined
  return INLINE_BLOCK_TEXT.get(blockTypeOf(node))?.(fieldsOf(node)) ?? ''
}

const INLINE_BLOCK_TEXT: ReadonlyMap<string, (fields: Record<string, unknown>) => string> = new Map(
  [
    ['Abbreviation', ({ text }) => stringOf(text)],
    ['InlineMath', ({ tex }) => stringOf(tex)],
    ['InlineHtml', ({ html }) => visibleHtmlText(stringOf(html), ' ')],
  ],
)
