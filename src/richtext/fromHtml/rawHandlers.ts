import type { Handler } from './context'
import { boundary, writeText } from './flow'
import { writeHidden, writeRawBlock, writeRawInline } from './rawHtml'
import { visitChildren } from './visit'

/** Handlers of what has no form in the editor and is kept as HTML. `*-*` stands for custom elements. */
export const rawHandlers: Record<string, Handler> = {
  '*-*': writeRawInline,
  svg: writeRawInline,
  math: writeRawInline,
  canvas: writeRawInline,
  ruby: writeRawInline,
  button: writeRawInline,
  input: writeRawInline,
  select: writeRawInline,
  textarea: writeRawInline,
  meter: writeRawInline,
  progress: writeRawInline,
  output: writeRawInline,
  applet: writeRawInline,
  form: writeRawBlock,
  dialog: writeHidden,
  datalist: writeHidden,
  script: writeHidden,
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
