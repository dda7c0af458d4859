import type { RichTextNode } from '../document'
import { fieldsOf, isDocument, isRecord, stringOf } from '../readNode'
import { imageTag, linkTo } from './blockHandlers'
import { attributes, escapeHtml } from './escape'
import type { HtmlHandler, RenderContext } from './options'
import { sanitizeHtml } from './sanitizeHtml'

/** Handlers of inline block nodes by `blockType`. */
export const inlineBlockHandlers: ReadonlyMap<string, HtmlHandler> = new Map<string, HtmlHandler>([
  ['InlinePicture', renderInlinePicture],
  ['Footnote', renderFootnote],
  ['Anchor', (node) => `<a${attributes({ id: stringOf(fieldsOf(node).anchorId) })}></a>`],
  [
    'InlineMath',
    (node) =>
      `<span class="math math-inline">\\(${escapeHtml(stringOf(fieldsOf(node).tex))}\\)</span>`,
  ],
  ['Abbreviation', renderAbbreviation],
  [
    'InlineHtml',
    (node, { options }) => sanitizeHtml(stringOf(fieldsOf(node).html), options.frameHosts),
  ],
])

function renderInlinePicture(node: RichTextNode, { options }: RenderContext): string {
  const fields = fieldsOf(node)
  const id = isRecord(fields.media) ? stringOf(fields.media.id) : stringOf(fields.media)
  const media = id ? options.resolveMedia?.(id) : undefined
  const image = imageTag({ ...fields, url: media?.url ?? fields.url }, media)
  return linkTo(stringOf(fields.href), image)
}

function renderAbbreviation(node: RichTextNode): string {
  const { text, title } = fieldsOf(node)
  return `<abbr${attributes({ title: stringOf(title) })}>${escapeHtml(stringOf(text))}</abbr>`
}

function renderFootnote(node: RichTextNode, { footnotes, options }: RenderContext): string {
  const { label, content } = fieldsOf(node)
  const name = stringOf(label)
  const footnote = footnotes.get(name) ?? {
    number: footnotes.size + 1,
    references: 0,
    content: undefined,
  }
  footnote.references++
  footnote.content ??= isDocument(content) ? content : undefined
  footnotes.set(name, footnote)
  const prefix = options.footnotePrefix ?? ''
  const again = footnote.references > 1 ? `-${footnote.references}` : ''
  const attrs = attributes({
    href: `#${prefix}fn-${footnote.number}`,
    id: `${prefix}fnref-${footnote.number}${again}`,
    role: 'doc-noteref',
  })
  return `<sup class="footnote-ref"><a${attrs}>${escapeHtml(name)}</a></sup>`
}
