import type { RichTextDocument, RichTextNode } from '../document'
import { childrenOf, fieldsOf, stringOf } from '../readNode'
import { runsOf, splitParagraphs } from '../toHtml/render'
import { plainText } from '../toText/plainText'
import { escapeLineStarts, escapeText } from './escapeMarkdown'
import { renderInline } from './inline'
import type { MarkdownContext } from './options'

/** Deeper than any document that can be stored; what lies below is rendered as text. */
const MAX_DEPTH = 300

/** Renders children as blocks with blank lines between; runs of inline ones become paragraphs. */
export function renderBlocks(nodes: RichTextNode[], context: MarkdownContext): string {
  const parts: string[] = []
  for (const run of runsOf(nodes)) {
    if (run.isInline) {
      for (const line of splitParagraphs(run.nodes)) parts.push(renderParagraph(line, context))
    } else for (const node of run.nodes) parts.push(renderBlock(node, context))
  }
  return parts.filter(Boolean).join('\n\n')
}

export function renderDocumentBlocks(document: RichTextDocument, context: MarkdownContext): string {
  return renderBlocks(childrenOf(document.root), context)
}

export function renderParagraph(nodes: RichTextNode[], context: MarkdownContext): string {
  const [first, ...rest] = nodes
  // At the start of a line it would turn the whole line into HTML, links and emphasis into text.
  if (first && rest.length > 0 && OPENS_HTML_BLOCK.test(stringOf(fieldsOf(first).html))) {
    return [renderInline([first], context).trim(), renderParagraph(rest, context)]
      .filter(Boolean)
      .join('\n\n')
  }
  const text = escapeLineStarts(renderInline(nodes, context).replace(/^[ \t]+|[ \t]+$/g, ''))
  return text.trim() === '' ? text.replace(/\u00a0/g, '&nbsp;') : text
}

/** https://spec.commonmark.org/0.31.2/#html-blocks, kinds 1 to 5. */
const OPENS_HTML_BLOCK = /^<(?:[!?]|(?:script|style|pre|textarea)[\s>])/i

/** Puts `first` before the first line and `rest` before the others that aren't empty. */
export function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => (index === 0 ? first + line : line === '' ? rest.trimEnd() : rest + line))
    .join('\n')
}

function renderBlock(node: RichTextNode, context: MarkdownContext): string {
  if (context.depth > MAX_DEPTH) return escapeText(plainText(node))
  const inner = { ...context, depth: context.depth + 1 }
  const handler = context.blocks.get(node.type)
  return handler ? handler(node, inner) : renderBlocks(childrenOf(node), inner)
}
