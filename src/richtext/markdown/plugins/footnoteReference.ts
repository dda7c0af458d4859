import type MarkdownIt from 'markdown-it'

type FootnoteEnvironment = {
  footnotes?: {
    refs?: Record<string, number>
    list?: { label: string; count: number }[]
  }
}

/** CommonMark's limit for labels; without one, every `[^` that is never closed would be read to the end of the text. */
const REFERENCE = /\[\^([^\s\]]{1,999})\]/y

/** `[^label]`, in place of the plugin's own rule, which takes quadratic time. */
export const footnoteReference = (md: MarkdownIt): void => {
  md.inline.ruler.at('footnote_ref', (state, silent) => {
    const { footnotes } = state.env as FootnoteEnvironment
    if (!footnotes?.refs || state.src[state.pos] !== '[') return false
    REFERENCE.lastIndex = state.pos
    const [whole = '', label = ''] = REFERENCE.exec(state.src) ?? []
    const known = label === '' ? undefined : footnotes.refs[`:${label}`]
    if (known === undefined) return false
    if (!silent) {
      const list = (footnotes.list ??= [])
      const id = known < 0 ? list.length : known
      const footnote = (list[id] ??= { label, count: 0 })
      footnotes.refs[`:${label}`] = id
      state.push('footnote_ref', '', 0).meta = { id, subId: footnote.count, label }
      footnote.count++
    }
    state.pos += whole.length
    return true
  })
}
