import { addInsert, type Placeholders } from './placeholders'
import { sourceBlock, sourceComment, sourceInline } from './sourceHtml'

/**
 * Collects an expanded text and knows what stands before on the current line, so that blocks get lines of their own and
 * addresses stand only where addresses may. `isLineEnd` says whether the rest of the source line is blank.
 */
export const createExpandedOutput = (placeholders: Placeholders, isMarkdown: boolean) => {
  const parts: string[] = []
  let line = ''

  const text = (added: string) => {
    parts.push(added)
    const newline = added.lastIndexOf('\n')
    const tail = newline < 0 ? line + added.slice(0, LINE_KEPT) : added.slice(newline + 1)
    line = tail.slice(0, LINE_KEPT)
  }
  const insert = (html: string, source: string, isBlock: boolean) =>
    text(addInsert(placeholders, { html, source, isBlock }))
  const prefix = () => LINE_PREFIX.exec(line)?.[0] ?? ''
  const isLineStart = () => prefix() === line
  /** A fresh line within the same quotes and list items. */
  const breakLine = () => text(`\n\n${prefix().replace(/[^>\t]/g, ' ')}`)
  const isTableRow = () => /^\s*\|/.test(line)

  const wrap = (html: string, source: string, isInline: boolean, isLineEnd: boolean) => {
    const needsLine = isMarkdown && !isInline && !isTableRow()
    if (needsLine && !isLineStart()) breakLine()
    insert(html, source, !isInline)
    if (needsLine && !isLineEnd) breakLine()
  }

  const keepSource = (source: string, isLineEnd: boolean) => {
    const isBlock = isMarkdown && isLineStart() && isLineEnd
    insert(isBlock ? sourceBlock(source) : sourceInline(source), source, isBlock)
  }

  return {
    text,
    insert,
    wrap,
    source: keepSource,
    hidden: (source: string, isLineEnd: boolean) =>
      insert(sourceComment(source), source, isMarkdown && isLineStart() && isLineEnd),
    /** A link between posts is an address only where an address may stand; elsewhere it would be odd words. */
    value: (value: string, source: string) =>
      value.startsWith('galley-ref:')
        ? text(
            addInsert(placeholders, {
              html: sourceInline(source),
              source,
              isBlock: false,
              address: value,
            }),
          )
        : text(value),
    result: () => parts.join(''),
  }
}

const LINE_PREFIX = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/

/** Enough of a line to see whether it is only a prefix; whole lines would make one endless line quadratic. */
const LINE_KEPT = 300
