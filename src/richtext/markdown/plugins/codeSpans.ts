import type MarkdownIt from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

/**
 * markdown-it remembers that no backticks close a span further on, and believes it also when it comes back to an earlier place:
 * behind `[` without an end, no span was found any more. Here all runs of a line of text are known by their length.
 */
export const codeSpans = (md: MarkdownIt): void => {
  md.inline.ruler.at('backticks', (state, silent) => {
    const { src, pos } = state
    if (src[pos] !== '`') return false
    const end = runEnd(src, pos)
    const markup = src.slice(pos, end)
    const closer = firstFrom(runsOf(state).get(markup.length) ?? [], end)
    if (closer === undefined || closer + markup.length > state.posMax) {
      if (!silent) state.pending += markup
      state.pos = end
      return true
    }
    if (!silent) {
      const token = state.push('code_inline', 'code', 0)
      token.markup = markup
      token.content = src
        .slice(end, closer)
        .replaceAll('\n', ' ')
        .replace(/^ (.+) $/, '$1')
    }
    state.pos = closer + markup.length
    return true
  })
}

type Runs = Map<number, number[]>

const knownRuns = new WeakMap<StateInline, Runs>()

/** Where runs of backticks begin, by their length. */
const runsOf = (state: StateInline): Runs => {
  const known = knownRuns.get(state)
  if (known) return known
  const runs: Runs = new Map()
  for (let at = state.src.indexOf('`'); at >= 0;) {
    const end = runEnd(state.src, at)
    const starts = runs.get(end - at)
    if (starts) starts.push(at)
    else runs.set(end - at, [at])
    at = state.src.indexOf('`', end)
  }
  knownRuns.set(state, runs)
  return runs
}

const runEnd = (text: string, at: number): number => {
  let end = at
  while (text[end] === '`') end++
  return end
}

/** The first of rising numbers that is no less than another, found by halving. */
const firstFrom = (numbers: number[], least: number): number | undefined => {
  let low = 0
  let high = numbers.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < least) low = middle + 1
    else high = middle
  }
  return numbers[low]
}
