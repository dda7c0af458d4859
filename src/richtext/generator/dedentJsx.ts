type OpenTag = { name: string; indent: number; contentIndent: number | undefined }

const OPENING = /^<([A-Za-z][\w.]*)(?=[\s>])/
const CLOSING = /^<\/([A-Za-z][\w.]*)>\s*$/
const FENCE = /^(`{3,}|~{3,})/

/**
 * Takes MDX and moves what stands in an element, indented, to the column of its tag: indentation means nothing in MDX, but to
 * a Markdown parser four blanks begin code and end fences and lists. Lines stay lines. Linear.
 */
export const dedentJsx = (text: string): string => {
  if (!/\n(?: {4}|\t)[^\n]*/.test(text) || !/^[ \t]*<[A-Za-z]/m.test(text)) return text
  const open: OpenTag[] = []
  let fence = ''
  let fenceIndent = 0
  let unfinished: string | undefined
  return text
    .split('\n')
    .map((line) => {
      const body = line.trimStart()
      if (body === '') return line
      const written = widthOf(line.slice(0, line.length - body.length))
      const closing = fence ? undefined : CLOSING.exec(body)?.[1]
      if (closing !== undefined) closeTag(open, closing)
      const parent = open.at(-1)
      if (parent) parent.contentIndent ??= written
      const shift = parent ? Math.max(0, (parent.contentIndent ?? 0) - parent.indent) : 0
      // A line further left than the others, such as the end of a fence, stays in its element.
      const indent = Math.min(written, Math.max(parent?.indent ?? 0, written - shift))

      const marks = FENCE.exec(body)?.[1]
      if (fence) {
        if (marks?.startsWith(fence) && body.trimEnd() === marks) {
          fence = ''
          // However far to the right it stands, it ends the code.
          return ' '.repeat(Math.min(indent, fenceIndent)) + body
        }
      } else if (marks) {
        fence = marks
        fenceIndent = indent
      } else if (unfinished !== undefined) {
        if (body.trimEnd().endsWith('>')) {
          if (!body.trimEnd().endsWith('/>')) {
            open.push({ name: unfinished, indent, contentIndent: undefined })
          }
          unfinished = undefined
        }
      } else {
        const name = OPENING.exec(body)?.[1]
        const end = body.trimEnd()
        if (name !== undefined && !end.includes('>')) unfinished = name
        else if (name !== undefined && end.indexOf('>') === end.length - 1 && !end.endsWith('/>')) {
          open.push({ name, indent, contentIndent: undefined })
        }
      }
      return indent === written ? line : ' '.repeat(indent) + body
    })
    .join('\n')
}

const closeTag = (open: OpenTag[], name: string): void => {
  const at = open.findLastIndex((tag) => tag.name === name)
  if (at >= 0) open.length = at
}

const widthOf = (blanks: string): number => {
  let width = 0
  for (const character of blanks) width += character === '\t' ? 4 - (width % 4) : 1
  return width
}
