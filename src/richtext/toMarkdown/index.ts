import type { RichTextDocument } from '../document'
import { prefixLines, renderDocumentBlocks } from './blocks'
import { nodeHandlers } from './nodeHandlers'
import type { MarkdownContext, RenderMarkdownOptions } from './options'

export type { RenderMarkdownOptions } from './options'

/**
 * Renders a document as Markdown: GFM with footnotes (`[^1]`), math (`$…$`, `$$`), containers (`:::note Title`) and
 * HTML for what has no Markdown. Compiled again it gives the same document, node ids apart, for: headings, paragraphs,
 * breaks, bold, italic, strikethrough, code, links, pictures, quotes, nested, numbered and task lists with blocks in
 * them, code blocks, plain tables, rules, footnotes, math, callouts, details, the excerpt marker and raw HTML. What is
 * not kept: whether a link opens a new tab, the format of white space at the ends of formatted text.
 */
export function renderMarkdown(
  document: RichTextDocument,
  options: RenderMarkdownOptions = {},
): string {
  const context: MarkdownContext = {
    blocks: nodeHandlers,
    options,
    footnotes: new Map(),
    isSingleLine: false,
    depth: 0,
  }
  const parts = [renderDocumentBlocks(document, context)]
  // A footnote may refer to further ones: the map grows while it is walked, which Map allows.
  for (const [label, content] of context.footnotes) {
    if (!content) continue
    parts.push(prefixLines(renderDocumentBlocks(content, context), `[^${label}]: `, '    '))
  }
  const text = parts.filter(Boolean).join('\n\n')
  return text ? `${text}\n` : ''
}
