import type { RichTextDocument, RichTextNode } from '../document'
import { childrenOf } from '../readNode'
import { plainText } from '../toText/plainText'
import { escapeHtml } from './escape'
import type { RenderContext } from './options'

/** Deeper than any document that can be stored; what lies below is rendered as text. */
const MAX_DEPTH = 400

/** Renders nodes one after the other. */
export function renderNodes(nodes: RichTextNode[], context: RenderContext): string {
  return nodes.map((node) => renderNode(node, context)).join('')
}

/** Renders the children of a node. */
export function renderChildren(node: RichTextNode, context: RenderContext): string {
  return renderNodes(childrenOf(node), context)
}

/** Renders a nested document; one paragraph without its tags when `isInline`. */
export function renderDocument(
  { root }: RichTextDocument,
  context: RenderContext,
  { isInline = false }: { isInline?: boolean } = {},
): string {
  const blocks = childrenOf(root)
  const [only] = blocks
  if (isInline && blocks.length === 1 && only?.type === 'paragraph')
    return renderChildren(only, context)
  return renderNodes(blocks, context)
}

/** Renders children of which some are inline and some blocks: runs of inline ones become paragraphs. */
export function renderMixed(nodes: RichTextNode[], context: RenderContext): string {
  return runsOf(nodes)
    .map((run) =>
      run.isInline ? paragraphsOf(run.nodes, context) : renderNodes(run.nodes, context),
    )
    .join('')
}

export type Run = { isInline: boolean; nodes: RichTextNode[] }

/** Splits children into runs of inline nodes and of blocks. */
export function runsOf(nodes: RichTextNode[]): Run[] {
  const runs: Run[] = []
  for (const node of nodes) {
    const last = runs.at(-1)
    const isInline = INLINE_TYPES.has(node.type)
    if (last?.isInline === isInline) last.nodes.push(node)
    else runs.push({ isInline, nodes: [node] })
  }
  return runs
}

/** Two line breaks in the text of a list item part its paragraphs. */
export function splitParagraphs(nodes: RichTextNode[]): RichTextNode[][] {
  const paragraphs: RichTextNode[][] = [[]]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]
    if (!node) continue
    if (node.type === 'linebreak' && nodes[i + 1]?.type === 'linebreak') {
      while (nodes[i + 1]?.type === 'linebreak') i++
      paragraphs.push([])
    } else paragraphs.at(-1)?.push(node)
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

const INLINE_TYPES: ReadonlySet<string> = new Set([
  'text',
  'linebreak',
  'tab',
  'link',
  'autolink',
  'inlineBlock',
])

function paragraphsOf(nodes: RichTextNode[], context: RenderContext): string {
  return splitParagraphs(nodes)
    .map((paragraph) => `<p>${renderNodes(paragraph, context)}</p>\n`)
    .join('')
}

function renderNode(node: RichTextNode, context: RenderContext): string {
  if (context.depth > MAX_DEPTH) return escapeHtml(plainText(node))
  const handler = context.handlers.get(node.type)
  const inner = { ...context, depth: context.depth + 1 }
  // A node of a later version: its text at least is shown.
  return handler ? handler(node, inner) : renderMixed(childrenOf(node), inner)
}
