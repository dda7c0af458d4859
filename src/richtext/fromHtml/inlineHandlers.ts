import { serializeOuter } from 'parse5'
import { TEXT_FORMAT, type LinkFields, type TextSemantic } from '../document'
import { attributesHtml } from '../generator/escapeHtml'
import { writeBackgroundPicture } from './backgroundPicture'
import type { Context, Handler, LinkMark } from './context'
import { attribute, findDescendant, hasAttribute, isBlank, isElement, isText } from './element'
import { writeAnchor, writeBreak, writeInline, writeText } from './flow'
import { writeFootnote } from './footnoteHandlers'
import { inlineBlockNode } from './lexicalNodes'
import { writeRenderedMath } from './mathHandlers'
import type { HtmlElement } from './parseHtml'
import { writeEmptyLink } from './rawHtml'
import { cleanUrl, isUnsafeUrl } from './url'
import { visitChildren } from './visit'

/** Handlers of what stands in a line of text. */
export const inlineHandlers: Record<string, Handler> = {
  b: format('bold'),
  strong: format('bold'),
  i: format('italic'),
  em: format('italic'),
  u: format('underline'),
  ins: format('underline'),
  s: format('strikethrough'),
  strike: format('strikethrough'),
  del: format('strikethrough'),
  code: format('code'),
  sub: format('subscript'),
  sup: format('superscript'),
  mark: format('highlight'),
  kbd: semantic('kbd'),
  samp: semantic('samp'),
  var: semantic('var'),
  cite: semantic('cite'),
  q: semantic('q'),
  dfn: semantic('dfn'),
  big: semantic('big'),
  time: semantic('time'),
  data: semantic('data'),
  tt: semantic('tt'),
  small: (element, context) =>
    visitChildren(element, {
      ...context,
      marks: { ...context.marks, semantic: 'small', isMuted: true },
    }),
  span: (element, context) => {
    if (writeRenderedMath(element, context) || writeBackgroundPicture(element, context)) return
    visitChildren(element, context)
  },
  label: visitChildren,
  bdi: visitChildren,
  bdo: visitChildren,
  nobr: visitChildren,
  blink: visitChildren,
  rb: visitChildren,
  rt: visitChildren,
  rp: visitChildren,
  slot: visitChildren,
  font: visitFont,
  br: (_element, context) => writeBreak(context),
  wbr: () => undefined,
  abbr: visitAbbreviation,
  acronym: visitAbbreviation,
  a: visitLink,
}

function format(name: keyof typeof TEXT_FORMAT): Handler {
  return (element, context) =>
    visitChildren(element, {
      ...context,
      marks: { ...context.marks, format: context.marks.format | TEXT_FORMAT[name] },
    })
}

function semantic(name: TextSemantic): Handler {
  return (element, context) =>
    visitChildren(element, { ...context, marks: { ...context.marks, semantic: name } })
}

function visitFont(element: HtmlElement, context: Context): void {
  const isMuted =
    context.marks.isMuted || hasAttribute(element, 'color') || hasAttribute(element, 'size')
  visitChildren(element, { ...context, marks: { ...context.marks, isMuted } })
}

function visitAbbreviation(element: HtmlElement, context: Context): void {
  const title = attribute(element, 'title')
  const source = element.childNodes.map((child) => (isText(child) ? child.value : '')).join('')
  const text = source.replace(/[ \t\n\r\f]+/g, ' ').trim()
  if (!title || !text || !element.childNodes.every(isText)) return visitChildren(element, context)
  if (/^[ \t\n\r\f]/.test(source)) writeText(context, ' ')
  const id = context.compilation.nodeId('Abbreviation', text)
  writeInline(context, inlineBlockNode('Abbreviation', id, { text, title }))
  if (/[ \t\n\r\f]$/.test(source)) writeText(context, ' ')
}

function visitLink(element: HtmlElement, context: Context): void {
  if (writeFootnote(element, context)) return
  for (const id of [attribute(element, 'id'), attribute(element, 'name')]) {
    if (id) writeAnchor(context, id)
  }
  const fields = linkFields(element, context)
  if (!fields) return visitChildren(element, context)
  const link = { fields, isWritten: false, isPlaced: false }
  if (!hasTextBesideCaption(element) && !findDescendant(element, isShown)) {
    return visitEmptyLink(element, link, context)
  }
  visitChildren(element, { ...context, marks: { ...context.marks, link } })
  if (link.isWritten || fields.url?.startsWith('#')) return
  // The content became a block that can't be a link: a player, code.
  writeEmptyLink(`<a${attributesHtml({ href: fields.url })}></a>`, context)
}

/**
 * A link without content shows nothing, or an icon by its style sheet: it is kept as it is. One within the page is a
 * heading's own address.
 */
function visitEmptyLink(element: HtmlElement, { fields }: LinkMark, context: Context): void {
  visitChildren(element, context)
  if (!fields.url?.startsWith('#')) writeEmptyLink(serializeOuter(element), context)
}

/** Whether a link has text that is not the caption of a figure in it, which is no part of the line. */
function hasTextBesideCaption(element: HtmlElement): boolean {
  return element.childNodes.some((child) => {
    if (isText(child)) return !isBlank(child)
    return isElement(child) && !TEXTLESS.has(child.tagName) && hasTextBesideCaption(child)
  })
}

const TEXTLESS: ReadonlySet<string> = new Set(
  'figcaption noscript script style template title svg iframe video audio object'.split(' '),
)

function isShown({ tagName }: HtmlElement): boolean {
  return SHOWN.has(tagName) || tagName.includes('-')
}

const SHOWN: ReadonlySet<string> = new Set(
  'img picture svg iframe video audio object embed canvas input button math figcaption select meter progress'.split(
    ' ',
  ),
)

function linkFields(element: HtmlElement, { compilation }: Context): LinkFields | undefined {
  const url = cleanUrl(attribute(element, 'href'))
  if (url === undefined) return undefined
  if (isUnsafeUrl(url)) {
    compilation.problems.add(
      'unsafe-link-removed',
      url,
      `A link that would run a script was removed, its text was kept: ${url.slice(0, 60)}`,
    )
    return undefined
  }
  const title = attribute(element, 'title')
  const rel = attribute(element, 'rel')
  return {
    linkType: 'custom',
    url,
    newTab: attribute(element, 'target')?.toLowerCase() === '_blank',
    ...(title && { title }),
    ...(rel && { rel }),
  }
}
