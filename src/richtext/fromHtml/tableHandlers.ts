import type { RichTextNode } from '../document'
import { codeTableSource, writeCode } from './codeHandlers'
import type { Context, Handler } from './context'
import { attribute, elementChildren, isElement } from './element'
import { writeRawBlock } from './rawHtml'
import { blocksOf, boundary, closeLine, openParagraph, writeBlock } from './flow'
import { elementNode, paragraphNode } from './lexicalNodes'
import { canNest, LEVELS } from './nesting'
import type { HtmlElement, HtmlNode } from './parseHtml'
import { isNodeList } from '../readNode'
import { placeId, styled, visitChildren, visitNode } from './visit'

/** Handlers of tables. */
export const tableHandlers: Record<string, Handler> = {
  table: visitTable,
  caption: visitCaption,
}

/** Bits of a cell's `headerState` (Lexical, `TableCellHeaderStates`): it heads its row, or its column. */
export const HEADER = { none: 0, row: 1, column: 2 } as const

const MAX_SPAN = 100

/** A ragged table is filled up as Lexical would do when it is opened, unless that means more cells than this. */
const MAX_FILLED_CELLS = 10_000

type Row = { element: HtmlElement; cells: HtmlElement[]; isHead: boolean; context: Context }

function visitTable(element: HtmlElement, context: Context): void {
  const code = codeTableSource(element)
  if (code) return writeCode(code, context)
  if (context.lineDepth > 0) return writeRawBlock(element, context)
  closeLine(context)
  const parts = elementChildren(element)
  writeOutsiders(element, context)
  for (const part of parts) if (part.tagName === 'caption') visitCaption(part, context)
  const rows = rowsOf(parts, context)
  if (rows.length === 0) return
  if (!canNest('table', context)) return visitFlattened(rows)
  const rowNodes = rows.map((row, index) => rowNode(row, { isFirst: index === 0, rows, index }))
  fillRagged(rowNodes)
  writeBlock(context, elementNode('table', rowNodes))
}

function visitCaption(element: HtmlElement, context: Context): void {
  const within = styled(element, { ...context, style: { ...context.style, align: 'center' } })
  openParagraph(within)
  visitChildren(element, within)
  boundary(within)
}

/** Comments and scripts between the parts of a table show nothing and have no place: they go before it. */
function writeOutsiders(element: HtmlElement, context: Context): void {
  const pending: HtmlNode[] = [...element.childNodes]
  for (const node of pending) {
    if (!isElement(node)) visitNode(node, context)
    else if (SECTIONS.has(node.tagName) || node.tagName === 'tr') {
      for (const child of node.childNodes) {
        if (isElement(child) ? child.tagName === 'tr' : true) continue
        visitNode(child, context)
      }
    } else if (!TABLE_PARTS.has(node.tagName)) visitNode(node, context)
  }
}

const SECTIONS: ReadonlySet<string> = new Set(['thead', 'tbody', 'tfoot'])
const TABLE_PARTS: ReadonlySet<string> = new Set(['caption', 'colgroup', 'col', 'tr'])

/** Rows as they are shown: those of `tfoot` last. */
function rowsOf(parts: HtmlElement[], context: Context): Row[] {
  const rows: Row[] = []
  const foot: Row[] = []
  const addRow = (element: HtmlElement, section: HtmlElement | undefined) => {
    const cells = elementChildren(element).filter(({ tagName }) => CELLS.has(tagName))
    const around = section ? styled(section, context) : context
    const isHead = section?.tagName === 'thead'
    const row = { element, cells, isHead, context: styled(element, around) }
    if (cells.length > 0) (section?.tagName === 'tfoot' ? foot : rows).push(row)
  }
  for (const part of parts) {
    if (part.tagName === 'tr') addRow(part, undefined)
    else if (SECTIONS.has(part.tagName)) {
      for (const row of elementChildren(part)) if (row.tagName === 'tr') addRow(row, part)
    }
  }
  return [...rows, ...foot]
}

const CELLS: ReadonlySet<string> = new Set(['td', 'th'])

function visitFlattened(rows: Row[]): void {
  for (const { cells, context } of rows) {
    for (const cell of cells) {
      boundary(context)
      visitChildren(cell, context)
      boundary(context)
    }
  }
}

function rowNode(
  row: Row,
  { isFirst, rows, index }: { isFirst: boolean; rows: Row[]; index: number },
) {
  const isHeader = row.isHead || (isFirst && row.cells.every(({ tagName }) => tagName === 'th'))
  const cells = row.cells.map((cell, column) =>
    cellNode(cell, { row, isHeader, isFirstColumn: column === 0, rowsLeft: rows.length - index }),
  )
  return elementNode('tablerow', cells)
}

function cellNode(
  element: HtmlElement,
  options: { row: Row; isHeader: boolean; isFirstColumn: boolean; rowsLeft: number },
): RichTextNode {
  const { row, isHeader, rowsLeft } = options
  const context = styled(element, {
    ...row.context,
    levels: row.context.levels + LEVELS.table,
    listDepth: 0,
    style: { ...row.context.style, indent: 0 },
  })
  const blocks = blocksOf(context, (inner) => {
    if (row.cells[0] === element) placeId(row.element, inner)
    placeId(element, inner)
    visitChildren(element, inner)
  })
  const rowSpan = spanOf(attribute(element, 'rowspan'), rowsLeft)
  return tableCell(blocks, {
    colSpan: spanOf(attribute(element, 'colspan'), 1),
    rowSpan: Math.min(rowSpan, rowsLeft),
    headerState: headerState(element, isHeader),
  })
}

function headerState(element: HtmlElement, isHeader: boolean): number {
  if (element.tagName !== 'th') return HEADER.none
  return isHeader && attribute(element, 'scope') !== 'row' ? HEADER.row : HEADER.column
}

function tableCell(
  blocks: RichTextNode[],
  spans: { colSpan: number; rowSpan: number; headerState: number },
): RichTextNode {
  const children = blocks.length > 0 ? blocks : [paragraphNode([])]
  return { ...elementNode('tablecell', children), backgroundColor: null, ...spans }
}

/** A span as HTML reads it; `0` means "to the end". */
function spanOf(value: string | undefined, toTheEnd: number): number {
  const span = Number.parseInt(value ?? '1', 10)
  if (span === 0) return Math.min(toTheEnd, MAX_SPAN)
  return span > 0 ? Math.min(span, MAX_SPAN) : 1
}

/** Gives each row as many columns as the longest has; Lexical's table plugin does the same on opening. */
function fillRagged(rows: RichTextNode[]): void {
  const widths: number[] = []
  rows.forEach((row, index) => {
    for (const cell of childrenOf(row)) {
      for (let below = 0; below < Number(cell.rowSpan); below++) {
        widths[index + below] = (widths[index + below] ?? 0) + Number(cell.colSpan)
      }
    }
  })
  const width = widths.reduce((most, next) => Math.max(most, next), 0)
  const missing = rows.reduce((sum, _row, index) => sum + width - (widths[index] ?? 0), 0)
  if (missing === 0 || missing > MAX_FILLED_CELLS) return
  rows.forEach((row, index) => {
    const cells = childrenOf(row)
    const state = Number(cells.at(-1)?.headerState ?? 0) & HEADER.row
    for (let column = widths[index] ?? 0; column < width; column++) {
      cells.push(tableCell([], { colSpan: 1, rowSpan: 1, headerState: state }))
    }
  })
}

function childrenOf(node: RichTextNode): RichTextNode[] {
  return isNodeList(node.children) ? node.children : []
}
