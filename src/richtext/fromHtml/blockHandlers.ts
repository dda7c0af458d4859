import { TEXT_FORMAT } from '../document'
import type { RichTextNode } from '../document'
import { writeBackgroundPicture } from './backgroundPicture'
import type { Context, Handler } from './context'
import { attribute, elementChildren, hasAttribute, hasClass } from './element'
import {
  blocksOf,
  boundary,
  closeLine,
  lineDocument,
  bodyDocument,
  openParagraph,
  writeAnchor,
  writeBlock,
} from './flow'
import { isPlacedElsewhere, visitFootnoteContainer } from './footnoteHandlers'
import { blockNode, documentOf, elementNode, horizontalRuleNode } from './lexicalNodes'
import { writeRenderedMath } from './mathHandlers'
import { canNest, LEVELS } from './nesting'
import type { HtmlElement } from './parseHtml'
import { visitChildren, visitNode } from './visit'

/** Handlers of blocks that hold text or other blocks. */
export const blockHandlers: Record<string, Handler> = {
  p: visitParagraph,
  div: visitContainer,
  section: visitContainer,
  article: visitContainer,
  aside: visitContainer,
  header: visitContainer,
  footer: visitContainer,
  main: visitContainer,
  nav: visitContainer,
  address: visitContainer,
  hgroup: visitContainer,
  search: visitContainer,
  fieldset: visitContainer,
  legend: visitContainer,
  marquee: visitContainer,
  noframes: visitContainer,
  summary: visitContainer,
  dl: visitContainer,
  center: (element, context) =>
    visitContainer(element, { ...context, style: { ...context.style, align: 'center' } }),
  dt: (element, context) =>
    visitParagraph(element, {
      ...context,
      marks: { ...context.marks, format: context.marks.format | TEXT_FORMAT.bold },
    }),
  dd: (element, context) =>
    visitContainer(element, {
      ...context,
      style: { ...context.style, indent: Math.min(context.style.indent + 1, MAX_INDENT) },
    }),
  h1: visitHeading,
  h2: visitHeading,
  h3: visitHeading,
  h4: visitHeading,
  h5: visitHeading,
  h6: visitHeading,
  hr: visitRule,
  blockquote: visitQuote,
  details: visitDetails,
}

const MAX_INDENT = 8

const CAPTION_CLASSES = [
  'wp-caption-text',
  'gallery-caption',
  'figcaption',
  'caption',
  'image-caption',
  'img-caption',
  'photo-caption',
]

function visitContainer(element: HtmlElement, context: Context): void {
  if (writeRenderedMath(element, context)) return
  if (visitFootnoteContainer(element, context) || isPlacedElsewhere(element, context)) return
  if (hasClass(element, ...CAPTION_CLASSES)) return visitParagraph(element, context)
  boundary(context)
  if (!writeBackgroundPicture(element, context)) visitChildren(element, context)
  boundary(context)
}

function visitParagraph(element: HtmlElement, context: Context): void {
  const line = openParagraph(context)
  line.isCaption = hasClass(element, ...CAPTION_CLASSES)
  visitChildren(element, context)
  boundary(context)
}

function visitHeading(element: HtmlElement, context: Context): void {
  const { flow, compilation } = context
  closeLine(context)
  const outer = flow.heading
  flow.heading = element.tagName
  flow.headingId = attribute(element, 'id')
  visitChildren(element, context)
  closeLine(context)
  const leftId = flow.headingId
  if (leftId !== undefined && compilation.wantedIds.has(leftId)) writeAnchor(context, leftId)
  flow.headingId = undefined
  flow.heading = outer
}

function visitRule(element: HtmlElement, context: Context): void {
  // markdown-it's line above the footnotes, which are not there any more.
  if (!hasClass(element, 'footnotes-sep')) writeBlock(context, horizontalRuleNode())
}

function visitQuote(element: HtmlElement, context: Context): void {
  if (!canNest('quote', context)) return visitContainer(element, context)
  closeLine(context)
  const inner = { ...context, levels: context.levels + LEVELS.quote, listDepth: 0 }
  const blocks = blocksOf(inner, (within) => visitChildren(element, within))
  if (blocks.length > 0) writeBlock(context, quoteNode(blocks))
}

/**
 * A quote of one paragraph holds its text, as the editor writes it; any other holds blocks. Lexical keeps both as
 * they are, and an editor works in the paragraphs of a quote as in any others.
 */
function quoteNode(blocks: RichTextNode[]): RichTextNode {
  const [only] = blocks
  const isPlain = blocks.length === 1 && only?.type === 'paragraph' && !only.indent
  if (!isPlain || !Array.isArray(only.children)) return elementNode('quote', blocks)
  const { children, direction, format, indent } = only
  return { type: 'quote', version: 1, children, direction, format, indent }
}

function visitDetails(element: HtmlElement, context: Context): void {
  if (!canNest('body', context)) return visitContainer(element, context)
  const summary = elementChildren(element).find(({ tagName }) => tagName === 'summary')
  const rest = element.childNodes.filter((child) => child !== summary)
  const summaryDocument = summary
    ? lineDocument(context, (inner) => visitChildren(summary, inner))
    : documentOf([])
  const content = bodyDocument(context, (inner) => {
    for (const child of rest) visitNode(child, inner)
  })
  const id = context.compilation.nodeId('Details', summary ? JSON.stringify(summaryDocument) : '')
  const open = hasAttribute(element, 'open')
  writeBlock(context, blockNode('Details', id, { summary: summaryDocument, open, content }))
}
