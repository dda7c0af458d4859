import type MarkdownIt from 'markdown-it'
import type { RuleBlock } from 'markdown-it/lib/parser_block.mjs'

/** How far a block may be indented in Markdown; one column more would be code. */
const MOST = 3

/**
 * Without indented code, as in MDX, indentation means nothing: a block may begin in any column, and ends a paragraph there
 * too. markdown-it has the bound in each of its rules, so each sees the block as if its container were indented.
 */
export const anyIndentation = (md: MarkdownIt): void => {
  const getRules = md.block.ruler.getRules.bind(md.block.ruler)
  const wrappers = new Map<RuleBlock, RuleBlock>()
  const wrapped = (rule: RuleBlock): RuleBlock => {
    const known = wrappers.get(rule) ?? inColumn(rule)
    wrappers.set(rule, known)
    return known
  }
  const chains = new Map<string, { from: RuleBlock[]; rules: RuleBlock[] }>()
  md.block.ruler.getRules = (chain) => {
    const from = getRules(chain)
    const known = chains.get(chain)
    if (known?.from === from) return known.rules
    const rules = from.map(wrapped)
    const paragraph = chain === '' ? rules.pop() : undefined
    if (paragraph)
      rules.push(endedByDeepBlocks(paragraph, () => md.block.ruler.getRules('paragraph')))
    chains.set(chain, { from, rules })
    return rules
  }
}

const inColumn =
  (rule: RuleBlock): RuleBlock =>
  (state, startLine, endLine, silent) => {
    const { blkIndent } = state
    const indent = state.sCount[startLine] ?? 0
    if (indent - blkIndent <= MOST) return rule(state, startLine, endLine, silent)
    state.blkIndent = indent - MOST
    const isTaken = rule(state, startLine, endLine, silent)
    state.blkIndent = blkIndent
    return isTaken
  }

/** A paragraph asks what may end it only of lines within the bound; the others are asked here. */
const endedByDeepBlocks =
  (paragraph: RuleBlock, terminators: () => RuleBlock[]): RuleBlock =>
  (state, startLine, endLine, silent) => {
    const { parentType } = state
    state.parentType = 'paragraph'
    const isEnd = (line: number) =>
      (state.sCount[line] ?? 0) - state.blkIndent > MOST &&
      terminators().some((rule) => rule(state, line, endLine, true))
    let end = startLine + 1
    while (end < endLine && !state.isEmpty(end) && !isEnd(end)) end++
    state.parentType = parentType
    return paragraph(state, startLine, state.isEmpty(end) ? endLine : end, silent)
  }
