import type { RichTextDocument, RichTextNode } from '../document'
import { anchorNode } from './anchorNode'
import type { Context, Marks } from './context'
import { NO_MARKS } from './context'
import { finishLine, hasVisibleLeaf } from './finishLine'
import type { Line } from './line'
import { appendBreak, appendInline, appendText, createLine } from './line'
import { joinLists } from './listNode'
import { documentOf, paragraphNode, PLAIN_BLOCK } from './lexicalNodes'
import { LEVELS } from './nesting'

/**
 * The place that handlers write to: finished blocks, and the line being written. Inline content opens a line, a
 * block closes it, so that bare text, `<a><div>` and `<b><p>` need no rules of their own.
 */
export type Flow = {
  blocks: RichTextNode[]
  line: Line | undefined
  /** `h2` while inside that heading: lines are headings then. */
  heading: string | undefined
  /** The id that the heading has in the source. */
  headingId: string | undefined
  /** In a heading, a block boundary is a break before what follows. */
  hasPendingBreak: boolean
}

export function createFlow(): Flow {
  return {
    blocks: [],
    line: undefined,
    heading: undefined,
    headingId: undefined,
    hasPendingBreak: false,
  }
}

/** Writes text to the current line. */
export function writeText(context: Context, text: string): void {
  const { flow, marks } = context
  if (!flow.line && isWhiteSpace(text)) return
  appendText(lineFor(context), text, marks)
}

export function writeBreak(context: Context): void {
  appendBreak(lineFor(context), context.marks)
}

/** Writes an inline node that shows something. */
export function writeInline(
  context: Context,
  node: RichTextNode,
  kind: 'inline' | 'picture' | 'raw' = 'inline',
): void {
  appendInline(lineFor(context), node, { kind, marks: context.marks })
}

/** Writes an inline node that shows nothing: it doesn't begin a line of text. */
export function writeInvisible(context: Context, node: RichTextNode): void {
  const { flow } = context
  flow.line ??= newLine(context, true)
  appendInline(flow.line, node, { kind: 'invisible', marks: withoutLink(context.marks) })
}

/** Marks a point that links lead to; it goes to the current line, or to the next one. */
export function writeAnchor(context: Context, id: string): void {
  const { placedIds, pendingAnchors } = context.compilation
  if (placedIds.has(id)) return
  placedIds.add(id)
  const { line } = context.flow
  if (line && hasVisibleLeaf(line)) writeInvisible(context, anchorNode(context, id))
  else pendingAnchors.push(id)
}

/** Where a block begins or ends: the current line is finished. */
export function boundary(context: Context): void {
  const { flow } = context
  if (flow.heading === undefined) closeLine(context)
  else if (flow.line && hasVisibleLeaf(flow.line)) flow.hasPendingBreak = true
}

/** Opens a line that is a paragraph of the source. */
export function openParagraph(context: Context): Line {
  const { flow } = context
  boundary(context)
  if (flow.heading !== undefined) return lineFor(context)
  flow.line = newLine(context, false)
  return flow.line
}

/** Adds a block; a line before it is finished. */
export function writeBlock(context: Context, node: RichTextNode): void {
  closeLine(context)
  placePendingAnchors(context)
  if (!joinLists(context.flow.blocks.at(-1), node)) context.flow.blocks.push(node)
}

/** Finishes the current line, whatever it is. */
export function closeLine(context: Context): void {
  const { flow } = context
  const { line } = flow
  flow.hasPendingBreak = false
  if (!line) return
  flow.line = undefined
  finishLine(context, line)
}

/** What `write` writes, as blocks of their own. */
export function blocksOf(context: Context, write: (inner: Context) => void): RichTextNode[] {
  const inner: Context = { ...context, flow: createFlow() }
  write(inner)
  closeLine(inner)
  return inner.flow.blocks
}

/** What `write` writes, as a nested document. */
export function nestedDocument(
  context: Context,
  write: (inner: Context) => void,
): RichTextDocument {
  const inner: Context = {
    ...context,
    marks: NO_MARKS,
    style: PLAIN_BLOCK,
    listDepth: 0,
    levels: context.levels + LEVELS.nestedDocument,
  }
  return documentOf(blocksOf(inner, write))
}

/** What `write` writes, as the body of a callout or a disclosure. */
export function bodyDocument(context: Context, write: (inner: Context) => void): RichTextDocument {
  return nestedDocument({ ...context, bodyDepth: context.bodyDepth + 1 }, write)
}

/** What `write` writes, as the text of a caption, a summary or a note. */
export function lineDocument(context: Context, write: (inner: Context) => void): RichTextDocument {
  return nestedDocument({ ...context, lineDepth: context.lineDepth + 1 }, write)
}

/** Puts anchors that found no line into a paragraph of their own. */
export function placePendingAnchors(context: Context): void {
  const { compilation, flow } = context
  if (compilation.pendingAnchors.length === 0) return
  const anchors = compilation.pendingAnchors.splice(0).map((id) => anchorNode(context, id))
  flow.blocks.push(paragraphNode(anchors))
}

function lineFor(context: Context): Line {
  const { flow, compilation } = context
  const line = (flow.line ??= newLine(context, true))
  if (flow.hasPendingBreak) {
    flow.hasPendingBreak = false
    appendBreak(line, NO_MARKS)
  }
  for (const id of compilation.pendingAnchors.splice(0)) {
    appendInline(line, anchorNode(context, id), { kind: 'invisible', marks: NO_MARKS })
  }
  return line
}

function newLine({ flow, style }: Context, isImplicit: boolean): Line {
  return createLine({ style, heading: flow.heading, isImplicit })
}

function withoutLink(marks: Marks): Marks {
  return marks.link ? { ...marks, link: undefined } : marks
}

function isWhiteSpace(text: string): boolean {
  return !/[^ \t\n\r\f]/.test(text)
}
