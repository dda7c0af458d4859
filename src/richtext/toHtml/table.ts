import type { RichTextNode } from '../document'
import { childrenOf, numberOf, stringOf } from '../readNode'
import { attributes } from './escape'
import type { RenderContext } from './options'
import { renderChildren, renderNodes } from './render'

const HEADS_COLUMN = 1
const HEADS_ROW = 2

/** A table: the header rows at its top in `thead`, header cells with their scope. */
export function renderTable(node: RichTextNode, context: RenderContext): string {
  const rows = childrenOf(node)
  const firstBodyRow = rows.findIndex((row) => !isHeaderRow(row))
  const headRows = firstBodyRow < 0 ? (rows.length > 1 ? 1 : 0) : firstBodyRow
  const render = (row: RichTextNode) =>
    `<tr>${childrenOf(row)
      .map((cell) => renderCell(cell, context))
      .join('')}</tr>\n`
  const head = rows.slice(0, headRows).map(render).join('')
  const body = rows.slice(headRows).map(render).join('')
  return `<table>\n${head && `<thead>\n${head}</thead>\n`}${body && `<tbody>\n${body}</tbody>\n`}</table>\n`
}

/** Whether all cells of a row are headers of their columns. */
export function isHeaderRow(row: RichTextNode): boolean {
  const cells = childrenOf(row)
  return cells.length > 0 && cells.every((cell) => (numberOf(cell.headerState) ?? 0) & HEADS_COLUMN)
}

/** The alignment that all blocks of a cell share. */
export function cellAlignment(cell: RichTextNode): string {
  const formats = childrenOf(cell).map(({ format }) => stringOf(format))
  const [first = ''] = formats
  return formats.every((format) => format === first) ? first : ''
}

function renderCell(cell: RichTextNode, context: RenderContext): string {
  const state = numberOf(cell.headerState) ?? 0
  const align = cellAlignment(cell)
  const attrs = attributes({
    scope: state & HEADS_COLUMN ? 'col' : state & HEADS_ROW ? 'row' : undefined,
    colspan: span(cell.colSpan),
    rowspan: span(cell.rowSpan),
    style: align && `text-align: ${align}`,
  })
  const blocks = childrenOf(cell).map((block) => (align ? { ...block, format: '' } : block))
  const [only] = blocks
  const content =
    blocks.length === 1 && only?.type === 'paragraph' && !only.indent
      ? renderChildren(only, context)
      : renderNodes(blocks, context)
  const tag = state ? 'th' : 'td'
  return `<${tag}${attrs}>${content}</${tag}>`
}

function span(value: unknown): number | undefined {
  const number = numberOf(value) ?? 1
  return number > 1 ? number : undefined
}
