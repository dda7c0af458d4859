import type { RichTextNode } from '../document'
import { childrenOf, numberOf } from '../readNode'
import { renderHtml } from '../toHtml'
import { cellAlignment, isHeaderRow } from '../toHtml/table'
import { renderInline } from './inline'
import type { MarkdownContext } from './options'

/** A pipe table where the table is as plain as those are, else HTML. */
export function renderTable(node: RichTextNode, context: MarkdownContext): string {
  const rows = childrenOf(node)
  const [head, ...body] = rows
  if (!head || !isPlain(rows)) {
    const root = {
      type: 'root' as const,
      version: 1,
      children: [node],
      direction: null,
      format: '' as const,
      indent: 0,
    }
    return renderHtml({ root }, context.options)
      .trim()
      .replace(/\n[ \t]*(?=\n)/g, '')
  }
  const line = (row: RichTextNode) =>
    `| ${childrenOf(row)
      .map((cell) => cellText(cell, context))
      .join(' | ')} |`
  const rule = `| ${childrenOf(head)
    .map((cell) => RULES.get(cellAlignment(cell)) ?? '---')
    .join(' | ')} |`
  return [line(head), rule, ...body.map(line)].join('\n')
}

const RULES: ReadonlyMap<string, string> = new Map([
  ['center', ':---:'],
  ['right', '---:'],
  ['left', ':---'],
])

/** One header row, cells of one line each without spans, one alignment for each column. */
function isPlain([head, ...body]: RichTextNode[]): boolean {
  if (!head || !isHeaderRow(head)) return false
  const columns = childrenOf(head).map(cellAlignment)
  return [head, ...body].every((row, index) => {
    const cells = childrenOf(row)
    return (
      cells.length === columns.length &&
      (index === 0 || cells.every((cell) => numberOf(cell.headerState) === 0)) &&
      cells.every((cell, column) => isPlainCell(cell, columns[column] ?? ''))
    )
  })
}

function isPlainCell(cell: RichTextNode, alignment: string): boolean {
  const [only, ...rest] = childrenOf(cell)
  const hasSpan = numberOf(cell.colSpan) !== 1 || numberOf(cell.rowSpan) !== 1
  if (hasSpan || rest.length > 0 || (only && only.type !== 'paragraph')) return false
  return !only || childrenOf(only).length === 0 || cellAlignment(cell) === alignment
}

function cellText(cell: RichTextNode, context: MarkdownContext): string {
  const [only] = childrenOf(cell)
  const text = only ? renderInline(childrenOf(only), { ...context, isSingleLine: true }) : ''
  return text
    .replace(/\n/g, ' ')
    .replace(/(?<!\\)\|/g, '\\|')
    .trim()
}
