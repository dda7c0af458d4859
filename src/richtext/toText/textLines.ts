import type { RichTextDocument, RichTextNode } from '../document'
import {
  blockTypeOf,
  childrenOf,
  fieldsOf,
  isDocument,
  nestedDocuments,
  stringOf,
} from '../readNode'
import { inlineText, plainText } from './plainText'
import { visibleHtmlText } from './visibleHtmlText'

export type TextLines = {
  /** One for each block, row of code and text between breaks; no empty ones. */
  lines: string[]
  /** Whether the walk ended at a ReadMore block. */
  hasReadMore: boolean
}

/**
 * The visible text of a document in the order it is read, footnotes after the rest.
 * `untilReadMore` ends it at the excerpt marker and leaves footnotes out.
 */
export function textLines(
  document: RichTextDocument,
  { untilReadMore = false }: { untilReadMore?: boolean } = {},
): TextLines {
  const writer: Writer = { lines: [], line: '', footnotes: [], isStopped: false, untilReadMore }
  writeNodes(childrenOf(document.root), writer, 0)
  endLine(writer)
  const hasReadMore = writer.isStopped
  if (!untilReadMore) {
    // A footnote within a footnote joins the list while it is gone through.
    for (const footnote of writer.footnotes) {
      writeNodes(childrenOf(footnote.root), writer, 0)
      endLine(writer)
    }
  }
  return { lines: writer.lines, hasReadMore }
}

type Writer = {
  lines: string[]
  line: string
  footnotes: RichTextDocument[]
  isStopped: boolean
  untilReadMore: boolean
}

type TextHandler = (node: RichTextNode, writer: Writer, depth: number) => void

/** Deeper than any document that can be stored; below it text is gathered without structure. */
const MAX_DEPTH = 300

const handlers: ReadonlyMap<string, TextHandler> = new Map<string, TextHandler>([
  ['linebreak', (_node, writer) => endLine(writer)],
  ['link', (node, writer, depth) => writeNodes(childrenOf(node), writer, depth + 1)],
  ['autolink', (node, writer, depth) => writeNodes(childrenOf(node), writer, depth + 1)],
  ['inlineBlock', writeInlineBlock],
  ['block', writeBlock],
  ['upload', writeNested],
])

const blockHandlers: ReadonlyMap<string, TextHandler> = new Map<string, TextHandler>([
  ['Code', (node, writer) => writeRows(writer, fieldsOf(node), ['title', 'code'])],
  ['Math', (node, writer) => writeRows(writer, fieldsOf(node), ['tex'])],
  [
    'Html',
    (node, writer) => writeLines(writer, visibleHtmlText(stringOf(fieldsOf(node).html), '\n')),
  ],
  ['ReadMore', (_node, writer) => void (writer.isStopped = writer.untilReadMore)],
  [
    'Callout',
    (node, writer, depth) => {
      writeRows(writer, fieldsOf(node), ['title'])
      writeNested(node, writer, depth)
    },
  ],
])

function writeNodes(nodes: RichTextNode[], writer: Writer, depth: number): void {
  for (const node of nodes) {
    if (writer.isStopped) return
    const text = node.type === 'inlineBlock' ? undefined : inlineText(node)
    const handler = handlers.get(node.type)
    if (handler) handler(node, writer, depth)
    else if (text !== undefined) writer.line += text
    else if (depth > MAX_DEPTH) writeLines(writer, plainText(node))
    else {
      endLine(writer)
      writeNodes(childrenOf(node), writer, depth + 1)
      endLine(writer)
    }
  }
}

function writeInlineBlock(node: RichTextNode, writer: Writer): void {
  const { content } = fieldsOf(node)
  if (blockTypeOf(node) === 'Footnote' && isDocument(content)) writer.footnotes.push(content)
  writer.line += inlineText(node) ?? ''
}

function writeBlock(node: RichTextNode, writer: Writer, depth: number): void {
  endLine(writer)
  const handler = blockHandlers.get(blockTypeOf(node)) ?? writeNested
  handler(node, writer, depth)
  endLine(writer)
}

function writeNested(node: RichTextNode, writer: Writer, depth: number): void {
  endLine(writer)
  if (depth > MAX_DEPTH) return
  for (const { root } of nestedDocuments(node)) {
    writeNodes(childrenOf(root), writer, depth + 1)
    endLine(writer)
  }
}

function writeRows(writer: Writer, fields: Record<string, unknown>, names: string[]): void {
  for (const name of names) writeLines(writer, stringOf(fields[name]))
}

function writeLines(writer: Writer, text: string): void {
  endLine(writer)
  for (const line of text.split('\n')) if (line.trim()) writer.lines.push(line.trimEnd())
}

function endLine(writer: Writer): void {
  if (writer.line.trim()) writer.lines.push(writer.line.replace(/^[ \n]+|[ \n]+$/g, ''))
  writer.line = ''
}
