import type { RichTextDocument } from '../document'
import { headingIds } from '../toText/toc'
import { attributes } from './escape'
import { nodeHandlers } from './nodeHandlers'
import type { RenderContext, RenderHtmlOptions } from './options'
import { renderDocument } from './render'

export type { RenderHtmlOptions, ResolvedMedia } from './options'
export { sanitizeHtml, schema } from './sanitizeHtml'

/**
 * Renders a document as HTML for a page: well-formed, accessible, and safe whatever was stored (raw HTML is sanitised,
 * see `sanitizeHtml.ts`; addresses that would run something are dropped, their text is not). Footnotes stand in a
 * section at the end. Synchronous: what it needs of media and other documents is read beforehand.
 */
export function renderHtml(document: RichTextDocument, options: RenderHtmlOptions = {}): string {
  const context: RenderContext = {
    handlers: nodeHandlers,
    options,
    headingIds: headingIds(document),
    footnotes: new Map(),
    depth: 0,
  }
  const body = renderDocument(document, context)
  return body + footnotesSection(context)
}

function footnotesSection(context: RenderContext): string {
  const items: string[] = []
  // A footnote may refer to further ones: the map grows while it is walked, which Map allows.
  for (const footnote of context.footnotes.values()) {
    const { number, content } = footnote
    const prefix = context.options.footnotePrefix ?? ''
    const html = content ? renderDocument(content, context) : ''
    const back = `<a${attributes({
      href: `#${prefix}fnref-${number}`,
      class: 'footnote-backref',
      role: 'doc-backlink',
      'aria-label': 'Back to the text',
    })}>↩</a>`
    const text = /<\/p>\s*$/.test(html)
      ? html.replace(/<\/p>\s*$/, ` ${back}</p>\n`)
      : `${html}${back}\n`
    items.push(`<li id="${prefix}fn-${number}" class="footnote-item">${text}</li>\n`)
  }
  if (items.length === 0) return ''
  return `<section class="footnotes" role="doc-endnotes">\n<ol>\n${items.join('')}</ol>\n</section>\n`
}
