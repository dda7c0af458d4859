import type { BlockFields } from '../document'
import type { Context, Handler } from './context'
import { attribute, hasAttribute, pixels, textContent } from './element'
import { boundary, bodyDocument, openParagraph, writeBlock, writeText } from './flow'
import { blockNode } from './lexicalNodes'
import { writeMath } from './mathHandlers'
import { writeEmbed } from './mediaHandlers'
import { canNest } from './nesting'
import type { HtmlElement } from './parseHtml'
import { writeHtmlBlock, writeInlineHtml, writeRawInline } from './rawHtml'
import { cleanUrl, isUnsafeUrl } from './url'
import { visitChildren } from './visit'

/** Handlers of the elements that the Markdown stage writes where HTML has none. */
export const galleyHandlers: Record<string, Handler> = {
  'galley-math': visitMath,
  'galley-callout': visitCallout,
  'galley-embed': visitEmbed,
  'galley-raw': visitRaw,
}

function visitMath(element: HtmlElement, context: Context): void {
  writeMath(textContent(element), hasAttribute(element, 'display'), context)
}

function visitCallout(element: HtmlElement, context: Context): void {
  const kind = attribute(element, 'kind') || 'note'
  const title = attribute(element, 'heading')
  if (!canNest('body', context)) {
    openParagraph(context)
    writeText(context, title ?? '')
    boundary(context)
    visitChildren(element, context)
    return boundary(context)
  }
  const content = bodyDocument(context, (inner) => visitChildren(element, inner))
  const id = context.compilation.nodeId('Callout', `${kind} ${title ?? ''}`)
  writeBlock(context, blockNode('Callout', id, { kind, ...(title && { title }), content }))
}

function visitEmbed(element: HtmlElement, context: Context): void {
  const url = cleanUrl(attribute(element, 'src'))
  if (url === undefined || isUnsafeUrl(url)) return writeRawInline(element, context)
  const kind = EMBED_KINDS.get(attribute(element, 'kind') ?? '') ?? 'iframe'
  const title = attribute(element, 'title')
  const poster = cleanUrl(attribute(element, 'poster'))
  const width = pixels(attribute(element, 'width'))
  const height = pixels(attribute(element, 'height'))
  writeEmbed(context, {
    kind,
    url,
    ...(title && { title }),
    ...(poster && { poster }),
    ...(width && { width }),
    ...(height && { height }),
  })
}

const EMBED_KINDS: ReadonlyMap<string, BlockFields['Embed']['kind']> = new Map([
  ['iframe', 'iframe'],
  ['video', 'video'],
  ['audio', 'audio'],
])

function visitRaw(element: HtmlElement, context: Context): void {
  const html = attribute(element, 'html') ?? ''
  if (!html) return visitChildren(element, context)
  if (hasAttribute(element, 'inline')) writeInlineHtml(html, context)
  else writeHtmlBlock(html, context)
}
