import { serializeOuter } from 'parse5'
import type { Context } from './context'
import { writeBlock, writeInline, writeInvisible } from './flow'
import { blockNode, inlineBlockNode } from './lexicalNodes'
import type { HtmlElement } from './parseHtml'

/** Keeps an element as it is, as a block. */
export function writeRawBlock(element: HtmlElement, context: Context): void {
  noteKept(element, context)
  writeHtmlBlock(serializeOuter(element), context)
}

/** Keeps an element as it is, in the line; alone in its line it becomes a block. */
export function writeRawInline(element: HtmlElement, context: Context): void {
  noteKept(element, context)
  writeInline(context, inlineHtml(serializeOuter(element), context), 'raw')
}

/** Keeps an element that shows nothing: a script, a style, something hidden. */
export function writeHidden(element: HtmlElement, context: Context): void {
  noteKept(element, context)
  writeInvisible(context, inlineHtml(serializeOuter(element), context))
}

/** Keeps a link that nothing in the line can carry. */
export function writeEmptyLink(html: string, context: Context): void {
  context.compilation.problems.add(
    'empty-link-kept',
    html,
    `A link without text was kept as raw HTML, which shows nothing: ${html.slice(0, 120)} Give it a text, or remove it.`,
  )
  writeInvisible(context, inlineHtml(html, context))
}

export function writeHtmlBlock(html: string, context: Context): void {
  writeBlock(context, blockNode('Html', context.compilation.nodeId('Html', html), { html }))
}

export function writeInlineHtml(html: string, context: Context): void {
  writeInline(context, inlineHtml(html, context), 'inline')
}

function inlineHtml(html: string, { compilation }: Context) {
  return inlineBlockNode('InlineHtml', compilation.nodeId('InlineHtml', html), { html })
}

function noteKept({ tagName }: HtmlElement, { compilation }: Context): void {
  compilation.problems.add(
    'raw-html-kept',
    tagName,
    `<${tagName}> has no form in the editor: it was kept as raw HTML and is sanitised where it is shown. Replace it there if it matters.`,
  )
}
