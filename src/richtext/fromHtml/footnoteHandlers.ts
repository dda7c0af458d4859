import type { Context } from './context'
import { attribute, elementChildren, hasClass, textContent } from './element'
import { boundary, lineDocument, writeBlock, writeInline } from './flow'
import { fragmentOf, isFootnoteContainer } from './fragmentIndex'
import { inlineBlockNode } from './lexicalNodes'
import { compileListItems } from './listHandlers'
import { canNest } from './nesting'
import type { HtmlElement } from './parseHtml'
import { visitChildren, visitNode } from './visit'

/** A note may stand in a caption, a summary or another note, and no deeper (`src/editor.ts`). */
const MAX_NOTE_DEPTH = 1

/**
 * Writes a Footnote if the link is a reference to one: with its text at the first, with its label alone later.
 * Returns whether it was one.
 */
export function writeFootnote(link: HtmlElement, context: Context): boolean {
  const { definitions, placed, labels, taken } = context.compilation.footnotes
  if (!attribute(link, 'href')?.startsWith('#')) return false
  const id = fragmentOf(link)
  const definition = definitions.get(id)
  if (!definition) return false
  if (context.lineDepth > MAX_NOTE_DEPTH) return false
  const isFirst = !placed.has(id)
  if (isFirst && !canNest('nestedDocument', context)) return false
  placed.add(id)
  const label = labels.get(id) ?? labelOf(link, taken)
  labels.set(id, label)
  taken.add(label)
  const content = isFirst
    ? lineDocument(context, (inner) => visitChildren(definition, inner))
    : undefined
  const nodeId = context.compilation.nodeId('Footnote', label)
  writeInline(context, inlineBlockNode('Footnote', nodeId, { label, ...(content && { content }) }))
  return true
}

/** Writes what a section of footnotes holds besides the footnotes that the text refers to. */
export function visitFootnoteContainer(element: HtmlElement, context: Context): boolean {
  if (!isFootnoteContainer(element)) return false
  const { definitions, referredTo } = context.compilation.footnotes
  boundary(context)
  for (const child of element.childNodes) {
    if (!('tagName' in child)) visitNode(child, context)
    else if (child.tagName === 'hr' || isScreenReaderHeading(child)) continue
    else if (child.tagName === 'ol' || child.tagName === 'ul') {
      const rest = elementChildren(child).filter((item) => {
        const id = attribute(item, 'id')
        return id === undefined || !definitions.has(id) || !referredTo.has(id)
      })
      if (rest.length > 0) writeDefinitions(rest, context)
    } else visitNode(child, context)
  }
  boundary(context)
  return true
}

/** Whether the element is a footnote that stands by itself (pulldown-cmark) and is written where it's referred to. */
export function isPlacedElsewhere(element: HtmlElement, { compilation }: Context): boolean {
  const id = attribute(element, 'id')
  return (
    id !== undefined &&
    hasClass(element, 'footnote-definition') &&
    compilation.footnotes.referredTo.has(id)
  )
}

/** Writes the footnotes whose references did not become text, so that theirs does. */
export function writeLeftFootnotes(context: Context): void {
  const { definitions, referredTo, placed } = context.compilation.footnotes
  const left = [...definitions].filter(([id]) => referredTo.has(id) && !placed.has(id))
  if (left.length === 0) return
  for (const [id] of left) placed.add(id)
  writeDefinitions(
    left.map(([, element]) => element),
    context,
  )
}

function writeDefinitions(elements: HtmlElement[], context: Context): void {
  for (const list of compileListItems(elements, { isOrdered: true, start: 1 }, context)) {
    writeBlock(context, list)
  }
}

/** What the reference shows, without brackets and without markdown-it's `:2` of a repeated one. */
function labelOf(link: HtmlElement, taken: ReadonlySet<string>): string {
  const shown = textContent(link)
    .trim()
    .replace(/^\[|\]$/g, '')
    .replace(/(?<=.):\d+$/, '')
  let label = shown || String(taken.size + 1)
  for (let n = taken.size + 1; taken.has(label); n++) label = String(n)
  return label
}

function isScreenReaderHeading(element: HtmlElement): boolean {
  return attribute(element, 'id') === 'footnote-label' || hasClass(element, 'sr-only')
}
