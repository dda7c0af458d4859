import { TEXT_FORMAT } from '../document'
import {
  attribute,
  findDescendant,
  hasAttribute,
  inlineStyle,
  isBlank,
  isElement,
  isText,
} from './element'
import type { Context } from './context'
import { boundary, writeAnchor, writeBlock, writeInvisible, writeText } from './flow'
import type { Alignment, Direction } from './lexicalNodes'
import { blockNode, inlineBlockNode } from './lexicalNodes'
import type { HtmlComment, HtmlElement, HtmlNode, HtmlParent } from './parseHtml'
import { writeHidden, writeRawInline } from './rawHtml'

/** Compiles the children of an element in order. */
export function visitChildren(parent: HtmlParent, context: Context): void {
  for (const child of parent.childNodes) visitNode(child, context)
}

/** Compiles one node: text and comments here, elements by the table of handlers. */
export function visitNode(node: HtmlNode, context: Context): void {
  if (isText(node)) writeText(context, node.value)
  else if (isElement(node)) visitElement(node, context)
  else if (node.nodeName === '#comment' && 'data' in node) visitComment(node, context)
}

/** Marks the place of an element's id, when some link of this document leads to it. */
export function placeId(element: HtmlElement, context: Context): void {
  const id = attribute(element, 'id')
  if (id !== undefined && context.compilation.wantedIds.has(id)) writeAnchor(context, id)
}

/** The context inside an element, as far as its `style`, `align`, `dir` and `hidden` say. */
export function styled(element: HtmlElement, context: Context): Context {
  if (!element.attrs.some(({ name }) => STYLING.has(name))) return context
  const style = inlineStyle(element)
  return {
    ...context,
    marks: marksFromStyle(style, context),
    style: {
      ...context.style,
      align:
        alignment(style['text-align'] ?? attribute(element, 'align'), element) ??
        context.style.align,
      direction: direction(attribute(element, 'dir') ?? style.direction) ?? context.style.direction,
    },
  }
}

export function isHidden(element: HtmlElement): boolean {
  return (
    element.attrs.length > 0 &&
    (hasAttribute(element, 'hidden') || inlineStyle(element).display === 'none')
  )
}

const STYLING: ReadonlySet<string> = new Set(['style', 'align', 'dir'])

/** Elements that stand in a line. Any other begins and ends a block. */
const INLINE: ReadonlySet<string> = new Set(
  (
    'a abbr acronym applet audio b bdi bdo big blink br button canvas cite code data del dfn em embed font ' +
    'galley-math galley-raw i iframe img input ins kbd label mark math meter nobr object output picture ' +
    'progress q rb rp rt ruby s samp script select small span strike strong style sub sup svg template ' +
    'textarea time tt u var video wbr'
  ).split(' '),
)

function visitElement(element: HtmlElement, context: Context): void {
  if (isHidden(element)) return writeHidden(element, context)
  const handler = context.compilation.handlers.get(element.tagName) ?? visitUnknown
  const id = attribute(element, 'id')
  if (
    id !== undefined &&
    context.compilation.wantedIds.has(id) &&
    !HAS_OWN_ID.has(element.tagName)
  ) {
    if (!INLINE.has(element.tagName)) boundary(context)
    writeAnchor(context, id)
  }
  handler(element, styled(element, context))
}

/** Their handlers place the id themselves. */
const HAS_OWN_ID: ReadonlySet<string> = new Set(['a', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Custom elements show their content, like any that browsers don't know; one without text may draw what it stands for. */
function visitUnknown(element: HtmlElement, context: Context): void {
  if (element.tagName.includes('-') && !hasText(element)) return writeRawInline(element, context)
  context.compilation.problems.add(
    'unknown-element',
    element.tagName,
    `<${element.tagName}> is no HTML element: its content was kept, the tag was not. Replace it in the source if it stood for something.`,
  )
  visitChildren(element, context)
}

function hasText(element: HtmlElement): boolean {
  const isVisibleText = (node: HtmlNode) => isText(node) && !isBlank(node)
  if (element.childNodes.some(isVisibleText)) return true
  return findDescendant(element, (inner) => inner.childNodes.some(isVisibleText)) !== undefined
}

const READ_MORE = /^\s*(?:more|truncate|excerpt)\s*$/i

function visitComment({ data }: HtmlComment, context: Context): void {
  const { nodeId } = context.compilation
  if (READ_MORE.test(data)) {
    writeBlock(context, blockNode('ReadMore', nodeId('ReadMore', ''), {}))
    return
  }
  const html = `<!--${data}-->`
  writeInvisible(context, inlineBlockNode('InlineHtml', nodeId('InlineHtml', html), { html }))
}

function marksFromStyle(style: Record<string, string>, { marks }: Context): Context['marks'] {
  let { format } = marks
  const weight = style['font-weight']
  if (weight && (weight.startsWith('bold') || Number(weight) >= 600)) format |= TEXT_FORMAT.bold
  if (style['font-style'] === 'italic') format |= TEXT_FORMAT.italic
  const decoration = style['text-decoration'] ?? style['text-decoration-line'] ?? ''
  if (decoration.includes('line-through')) format |= TEXT_FORMAT.strikethrough
  if (decoration.includes('underline')) format |= TEXT_FORMAT.underline
  const whiteSpace = style['white-space']
  const isPreformatted = whiteSpace
    ? /^(?:pre|pre-wrap|break-spaces)$/.test(whiteSpace)
    : marks.isPreformatted
  const isMuted = marks.isMuted || 'color' in style || 'font-size' in style
  return { ...marks, format, isPreformatted, isMuted }
}

function alignment(value: string | undefined, element: HtmlElement): Alignment | undefined {
  if (value === undefined || ALIGN_MEANS_FLOAT.has(element.tagName)) return undefined
  return ALIGNMENTS.get(value.toLowerCase())
}

const ALIGN_MEANS_FLOAT: ReadonlySet<string> = new Set(['img', 'table', 'iframe', 'object'])

// `left` is what a line has anyway: stored, it would only differ from text that an editor writes.
const ALIGNMENTS: ReadonlyMap<string, Alignment> = new Map([
  ['left', ''],
  ['start', ''],
  ['center', 'center'],
  ['middle', 'center'],
  ['right', 'right'],
  ['end', 'end'],
  ['justify', 'justify'],
])

function direction(value: string | undefined): Direction | undefined {
  const lower = value?.toLowerCase()
  return lower === 'rtl' || lower === 'ltr' ? lower : undefined
}
