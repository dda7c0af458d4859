import type MarkdownIt from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'

const TILDE = 0x7e
/** Not a character, so that one tilde never pairs with two. */
const SINGLE_TILDE_MARKER = -TILDE

/**
 * Strikethrough with one tilde as with two, as GFM's own renderer, marked, goldmark and remark-gfm have it
 * (https://github.github.com/gfm/#strikethrough-extension-), also within words.
 */
export const singleTilde = (md: MarkdownIt): void => {
  md.inline.ruler.before('strikethrough', 'galley_single_tilde', (state, silent) => {
    if (silent || state.src.charCodeAt(state.pos) !== TILDE) return false
    const scanned = state.scanDelims(state.pos, true)
    if (scanned.length !== 1) return false
    const token = state.push('text', '', 0)
    token.content = '~'
    const delimiter = { marker: SINGLE_TILDE_MARKER, length: 0, token: state.tokens.length - 1 }
    state.delimiters.push({
      ...delimiter,
      end: -1,
      open: scanned.can_open,
      close: scanned.can_close,
    })
    state.pos++
    return true
  })
  md.inline.ruler2.after('strikethrough', 'galley_single_tilde', (state) => {
    markPairs(state, state.delimiters)
    for (const meta of state.tokens_meta) if (meta) markPairs(state, meta.delimiters)
    return true
  })
}

const markPairs = (state: StateInline, delimiters: StateInline['delimiters']): void => {
  for (const delimiter of delimiters) {
    const closing = delimiters[delimiter.end]
    if (delimiter.marker !== SINGLE_TILDE_MARKER || !closing) continue
    setTag(state, delimiter.token, 's_open', 1)
    setTag(state, closing.token, 's_close', -1)
  }
}

const setTag = (state: StateInline, index: number, type: string, nesting: 1 | -1): void => {
  const token = state.tokens[index]
  if (!token) return
  token.type = type
  token.tag = 's'
  token.nesting = nesting
  token.markup = '~'
  token.content = ''
}
