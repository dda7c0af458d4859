import type { RichTextNode } from '../document'
import { semanticOf } from '../readNode'
import type { LinkMark, Marks } from './context'
import type { BlockStyle } from './lexicalNodes'
import { lineBreakNode, textNode } from './lexicalNodes'

/**
 * What a piece of a line is to the eye: `raw` is HTML kept as it is, `picture` may become a block when it stands
 * alone, `invisible` (anchors, comments, scripts) neither takes nor parts white space.
 */
type LeafKind = 'text' | 'break' | 'inline' | 'picture' | 'raw' | 'invisible'

export type Leaf = {
  kind: LeafKind
  node: RichTextNode
  link: LinkMark | undefined
  isMuted: boolean
}

/** Inline content that becomes one paragraph or heading, or several when pictures stand alone in it. */
export type Line = {
  leaves: Leaf[]
  style: BlockStyle
  /** `h2`: a heading; undefined: a paragraph. */
  heading: string | undefined
  /** Opened by bare text rather than by `<p>`: a double break ends it. */
  isImplicit: boolean
  /** Marked as a caption by its class. */
  isCaption: boolean
  /** Nothing visible since the start or the last break: spaces are not shown here. */
  isAtStart: boolean
  /** A collapsed space that shows if something visible follows; it belongs to the element it was first met in. */
  pendingSpace: Marks | undefined
}

export function createLine(options: Pick<Line, 'style' | 'heading' | 'isImplicit'>): Line {
  return { leaves: [], isCaption: false, isAtStart: true, pendingSpace: undefined, ...options }
}

/**
 * Adds text with its white space collapsed as CSS does (`white-space: normal`, CSS Text 3, section 4.1):
 * runs become one space, none at the start of a line. No-break spaces are no white space.
 */
export function appendText(line: Line, source: string, marks: Marks): void {
  if (marks.isPreformatted) return appendPreformatted(line, source, marks)
  const text = HAS_COLLAPSIBLE.test(source) ? source.replace(COLLAPSIBLE, ' ') : source
  const start = text.startsWith(' ') ? 1 : 0
  const end = text.length > start && text.endsWith(' ') ? text.length - 1 : text.length
  const hasSpaceBefore = start === 1
  if (hasSpaceBefore && !line.isAtStart) line.pendingSpace ??= marks
  if (end <= start) return
  showPendingSpace(line)
  pushText(line, text.slice(start, end), marks)
  line.isAtStart = false
  if (end < text.length) line.pendingSpace = marks
}

export function appendBreak(line: Line, marks: Marks): void {
  line.pendingSpace = undefined
  line.leaves.push({ kind: 'break', node: lineBreakNode(), link: marks.link, isMuted: true })
  line.isAtStart = true
}

export function appendInline(
  line: Line,
  node: RichTextNode,
  { kind, marks }: { kind: Exclude<LeafKind, 'text' | 'break'>; marks: Marks },
): void {
  if (kind !== 'invisible') {
    showPendingSpace(line)
    line.isAtStart = false
  }
  push(line, { kind, node, link: marks.link, isMuted: marks.isMuted })
}

function push(line: Line, leaf: Leaf): void {
  if (leaf.link) leaf.link.isWritten = true
  line.leaves.push(leaf)
}

const HAS_COLLAPSIBLE = /[\t\n\r\f]| {2}/
const COLLAPSIBLE = /[ \t\n\r\f]+/g

function showPendingSpace(line: Line): void {
  if (!line.pendingSpace) return
  pushText(line, ' ', line.pendingSpace)
  line.pendingSpace = undefined
}

function pushText(line: Line, text: string, marks: Marks): void {
  const last = line.leaves.at(-1)
  if (
    last?.kind === 'text' &&
    last.link === marks.link &&
    last.isMuted === marks.isMuted &&
    last.node.format === marks.format &&
    semanticOf(last.node) === marks.semantic
  ) {
    last.node.text = `${String(last.node.text)}${text}`
    return
  }
  const node = textNode(text, marks.format, marks.semantic)
  push(line, { kind: 'text', node, link: marks.link, isMuted: marks.isMuted })
}

function appendPreformatted(line: Line, source: string, marks: Marks): void {
  const rows = source.split(/\r\n?|\n/)
  rows.forEach((row, index) => {
    if (index > 0) appendBreak(line, marks)
    if (!row) return
    showPendingSpace(line)
    pushText(line, row, marks)
    line.isAtStart = false
  })
}
