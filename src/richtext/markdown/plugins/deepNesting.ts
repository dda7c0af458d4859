import type MarkdownIt from 'markdown-it'

/**
 * Deepest nesting of quotes and lists (a list item counts two). markdown-it leaves out what lies deeper; here it stays
 * as a paragraph with its markers as text. Deeper trees also would cost stack in every later stage.
 */
const DEEPEST = 240

/** Keeps the text of blocks that are nested too deeply. */
export const deepNesting = (md: MarkdownIt): void => {
  Object.assign(md.options, { maxNesting: DEEPEST + 20 })
  const tokenize = md.block.tokenize.bind(md.block)
  md.block.tokenize = (state, startLine, endLine) => {
    if (state.level < DEEPEST) return tokenize(state, startLine, endLine)
    const content = state.getLines(startLine, endLine, state.blkIndent, false).trim()
    if (content !== '') {
      state.push('paragraph_open', 'p', 1).map = [startLine, endLine]
      const inline = state.push('inline', '', 0)
      inline.content = content
      inline.map = [startLine, endLine]
      inline.children = []
      state.push('paragraph_close', 'p', -1)
    }
    state.line = endLine
  }
}
