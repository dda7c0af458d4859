import type MarkdownIt from 'markdown-it'

/**
 * Definitions as kramdown and goldmark have them: after a colon only, and not indented as code is. Pandoc's `~` would take
 * shells' prompts for definitions. To be used right after the plugin for definition lists.
 */
export const colonDefinitions = (md: MarkdownIt): void => {
  const [rule] = md.block.ruler.getRules('').slice(-2)
  if (!rule) return
  md.block.ruler.at(
    'deflist',
    (state, startLine, endLine, silent) => {
      const next = state.isEmpty(startLine + 1) ? startLine + 2 : startLine + 1
      const line = silent ? startLine : next
      const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
      const isIndented = (state.sCount[line] ?? 0) - state.blkIndent >= 4
      if (state.src[start] !== ':' || isIndented) return false
      return rule(state, startLine, endLine, silent)
    },
    { alt: ['paragraph', 'reference', 'blockquote'] },
  )
}
