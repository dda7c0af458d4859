/**
 * Finds Markdown code from left to right, so that a scanner for other syntax can leave it alone. Each method takes an
 * offset and returns the offset behind the code that begins there, or undefined when none does.
 */
export type CodeFinder = {
  fenceAt: (lineStart: number) => number | undefined
  spanAt: (backtick: number) => number | undefined
}

const FENCE = /[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(`{3,}|~{3,})([^\n]*)/y
const LONGEST_RUN = 32

/** Takes a Markdown text; asked with rising offsets, all answers together take linear time. */
export const createCodeFinder = (text: string): CodeFinder => {
  const unclosedRuns = new Map<number, number>()
  let paragraphEnd = -1

  const endOfParagraph = (at: number): number => {
    if (at >= paragraphEnd) {
      BLANK_LINE.lastIndex = at
      paragraphEnd = BLANK_LINE.test(text) ? BLANK_LINE.lastIndex : text.length
    }
    return paragraphEnd
  }

  return {
    fenceAt: (lineStart) => {
      FENCE.lastIndex = lineStart
      const match = FENCE.exec(text)
      const [, fence = '', info = ''] = match ?? []
      if (!match || (fence.startsWith('`') && info.includes('`'))) return undefined
      return endOfFence(text, lineStart + match[0].length, fence)
    },
    spanAt: (backtick) => {
      const run = runLength(text, backtick)
      if (run > LONGEST_RUN) return undefined
      const end = endOfParagraph(backtick)
      if ((unclosedRuns.get(run) ?? -1) >= end) return undefined
      for (let at = text.indexOf('`', backtick + run); at >= 0 && at < end;) {
        const length = runLength(text, at)
        if (length === run) return at + run
        at = text.indexOf('`', at + length)
      }
      unclosedRuns.set(run, end)
      return undefined
    },
  }
}

const BLANK_LINE = /\n[ \t>]*\n/g

/** Length of the run of backticks at an offset. */
export const runLength = (text: string, at: number): number => {
  let end = at
  while (text[end] === '`') end++
  return end - at
}

const endOfFence = (text: string, from: number, fence: string): number => {
  for (let lineStart = from + 1; lineStart <= text.length;) {
    const newline = text.indexOf('\n', lineStart)
    const lineEnd = newline < 0 ? text.length : newline
    const line = text.slice(lineStart, lineEnd).replace(/^[ \t>]+/, '')
    if (line.startsWith(fence) && line.trimEnd() === fence[0]?.repeat(line.trimEnd().length)) {
      return lineEnd
    }
    lineStart = lineEnd + 1
  }
  return text.length
}
