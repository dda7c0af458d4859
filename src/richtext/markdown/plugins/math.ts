import type MarkdownIt from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import type StateBlock from 'markdown-it/lib/rules_block/state_block.mjs'
import { escapeHtml } from '../../generator/escapeHtml'
import { isLikelyTex } from './likelyTex'

export type MathOptions = {
  mode: 'auto' | 'always'
  /** kramdown writes inline math as `$$x$$` within a line. */
  doubleDollarInline: boolean
}

/**
 * TeX between `$…$`, `$$…$$`, `\(…\)`, `\[…\]` (also with the doubled backslashes that other Markdown needs). It is read
 * before emphasis and escapes, so that they cannot change it. Dollars around anything that doesn't look like TeX stay.
 */
export const math = (md: MarkdownIt, options: MathOptions): void => {
  md.inline.ruler.before('escape', 'galley_math', (state, silent) => {
    const found = mathAt(state, options)
    if (!found) return false
    if (!silent) state.push('html_inline', '', 0).content = mathHtml(found)
    state.pos = found.end
    return true
  })
  md.block.ruler.before(
    'fence',
    'galley_math_block',
    (state, startLine, endLine, silent) => {
      if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false
      const start = (state.bMarks[startLine] ?? 0) + (state.tShift[startLine] ?? 0)
      const pair = BLOCK_PAIRS.find(([opener]) => state.src.startsWith(opener, start))
      if (!pair) return false
      const [opener, closer] = pair
      const found = findBlockEnd(state, startLine, endLine, opener, closer)
      if (!found) return false
      const tex = found.tex
      if (opener !== '$$' && !isLikelyTex(tex, 'bracket')) return false
      if (silent) return true
      const token = state.push('html_block', '', 0)
      token.content = `${mathHtml({ tex, isDisplay: true, end: 0 })}\n`
      token.map = [startLine, found.line + 1]
      state.line = found.line + 1
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
}

type FoundMath = { tex: string; isDisplay: boolean; end: number }

const mathHtml = ({ tex, isDisplay }: FoundMath): string =>
  `<galley-math${isDisplay ? ' display' : ''}>${escapeHtml(tex.replace(ENTITY, characterOf))}</galley-math>`

/** What renders TeX reads the finished page, where `&lt;` is a character again. */
const ENTITY = /&(lt|gt|amp|quot|nbsp|#\d{1,7});/g

const CHARACTERS: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', nbsp: ' ' }

const characterOf = (whole: string, name: string): string =>
  CHARACTERS[name] ?? isolated(Number(name.slice(1))) ?? whole

const isolated = (code: number): string | undefined =>
  code > 0x1f && code <= 0x10ffff ? String.fromCodePoint(code) : undefined

const BLOCK_PAIRS = [
  ['$$', '$$'],
  ['\\\\[', '\\\\]'],
  ['\\[', '\\]'],
] as const

const INLINE_PAIRS = [
  ['\\\\(', '\\\\)', false],
  ['\\(', '\\)', false],
  ['\\\\[', '\\\\]', true],
  ['\\[', '\\]', true],
] as const

const mathAt = (state: StateInline, options: MathOptions): FoundMath | undefined => {
  const { src: text, pos: at } = state
  if (text[at] === '$') return dollarMath(state, options)
  if (text[at] !== '\\') return undefined
  const pair = INLINE_PAIRS.find(([opener]) => text.startsWith(opener, at))
  if (!pair) return undefined
  const [opener, closer, isDisplay] = pair
  const from = at + opener.length
  const end = nextCloser(state, closer, from)
  if (end < 0) return undefined
  const tex = text.slice(from, end)
  return isLikelyTex(tex, isDisplay ? 'bracket' : 'parenthesis')
    ? { tex: tex.trim(), isDisplay, end: end + closer.length }
    : undefined
}

const dollarMath = (state: StateInline, options: MathOptions): FoundMath | undefined => {
  const { src: text, pos: at } = state
  if (text[at + 1] === '$') {
    const end = nextCloser(state, '$$', at + 2)
    const tex = text.slice(at + 2, end).trim()
    if (end < 0 || tex === '') return undefined
    return { tex, isDisplay: !options.doubleDollarInline, end: end + 2 }
  }
  if (/[\w$\\]/.test(text[at - 1] ?? '') || /[\s$]/.test(text[at + 1] ?? ' ')) return undefined
  const end = closingDollar(state, at + 1)
  if (end < 0) return undefined
  const tex = text.slice(at + 1, end)
  if (/^[\w$]/.test(text[end + 1] ?? '')) return undefined
  return isLikelyTex(tex, options.mode === 'always' ? 'declared' : 'dollar')
    ? { tex, isDisplay: false, end: end + 1 }
    : undefined
}

/** The next dollar that is not escaped; it closes only when no blank stands before it. */
const closingDollar = (state: StateInline, from: number): number => {
  const { src: text } = state
  let at = nextCloser(state, '$', from)
  for (let tries = 0; at >= 0 && text[at - 1] === '\\'; tries++) {
    at = tries > MOST_ESCAPED ? -1 : text.indexOf('$', at + 1)
  }
  return /\s/.test(text[at - 1] ?? ' ') ? -1 : at
}

const MOST_ESCAPED = 20
const LONGEST = 5000

/** Where a closer was last found in the text of a state; asked with rising offsets, this makes many openers cheap. */
const foundClosers = new WeakMap<StateInline, Map<string, number>>()

const nextCloser = (state: StateInline, closer: string, from: number): number => {
  const found = foundClosers.get(state) ?? new Map<string, number>()
  foundClosers.set(state, found)
  let at = found.get(closer) ?? -1
  if (at < from) {
    const next = state.src.indexOf(closer, from)
    at = next < 0 ? Infinity : next
    found.set(closer, at)
  }
  return at - from > LONGEST ? -1 : at
}

const LONGEST_BLOCK_LINES = 400

/** A backtick there belongs to a code span that the delimiters are part of. */
const CODE_EDGE = /^`|`$/

/** Display math that begins a line: it ends at the end of a line, before a blank one unless its delimiters stand alone. */
const findBlockEnd = (
  state: StateBlock,
  startLine: number,
  endLine: number,
  opener: string,
  closer: string,
): { tex: string; line: number } | undefined => {
  const lines: string[] = []
  let hasBlank = false
  const last = Math.min(endLine, startLine + LONGEST_BLOCK_LINES)
  for (let line = startLine; line < last; line++) {
    const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0)
    if (line > startLine && (state.sCount[line] ?? 0) < state.blkIndent) return undefined
    const whole = state.src.slice(start, state.eMarks[line]).trimEnd()
    const text = line === startLine ? whole.slice(opener.length) : whole
    const at = text.indexOf(closer)
    if (at >= 0) {
      if (at + closer.length !== text.length) return undefined
      lines.push(text.slice(0, at))
      const tex = lines.join('\n').trim()
      const isBare = lines[0]?.trim() === '' && text === closer
      return tex === '' || (hasBlank && !isBare) || CODE_EDGE.test(tex) ? undefined : { tex, line }
    }
    if (line > startLine && whole === '') hasBlank = true
    lines.push(text)
  }
  return undefined
}
