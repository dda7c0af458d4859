import type { Context, Handler } from './context'
import { findDescendant, hasAttribute } from './element'
import { boundary, writeText } from './flow'
import { writeMathScript } from './mathHandlers'
import type { HtmlElement } from './parseHtml'
import { writeHidden, writeRawBlock, writeRawInline } from './rawHtml'
import { visitChildren } from './visit'

/** Handlers of what has no form in the editor and is kept as HTML. */
export const rawHandlers: Record<string, Handler> = {
  svg: writeRawInline,
  canvas: writeRawInline,
  ruby: writeRawInline,
  button: writeRawInline,
  input: writeRawInline,
  select: writeRawInline,
  textarea: writeRawInline,
  meter: writeRawInline,
  progress: writeRawInline,
  output: writeRawInline,
  form: visitForm,
  dialog: (element, context) => {
    if (!hasAttribute(element, 'open')) return writeHidden(element, context)
    boundary(context)
    visitChildren(element, context)
    boundary(context)
  },
  datalist: writeHidden,
  script: (element, context) => {
    if (!writeMathScript(element, context)) writeHidden(element, context)
  },
  style: writeHidden,
  template: writeHidden,
  link: writeHidden,
  meta: writeHidden,
  base: writeHidden,
  title: writeHidden,
  map: writeHidden,
  area: writeHidden,
  optgroup: (element, context) => {
    boundary(context)
    visitChildren(element, context)
  },
  option: (element, context) => {
    writeText(context, ' ')
    visitChildren(element, context)
  },
}

/** Some systems put the whole page into a form: then it is the page that matters, not the form. */
function visitForm(element: HtmlElement, context: Context): void {
  if (!findDescendant(element, ({ tagName }) => ARTICLE_PARTS.has(tagName))) {
    return writeRawBlock(element, context)
  }
  boundary(context)
  visitChildren(element, context)
  boundary(context)
}

const ARTICLE_PARTS: ReadonlySet<string> = new Set(
  'h1 h2 h3 h4 h5 h6 img pre blockquote table video iframe figure'.split(' '),
)
