import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

type FootnoteEnvironment = {
  footnotes?: {
    refs?: Record<string, number>
    list?: { label?: string; count?: number; content?: string; tokens?: Token[] }[]
  }
}

/**
 * Moves the footnotes to the end, in the order of their references, in linear time. One that nothing refers to, or that
 * was defined again, stays where it was written, with its label as text: the plugin's own rule leaves it out.
 */
export const footnoteTail = (md: MarkdownIt): void => {
  md.core.ruler.at('footnote_tail', (state) => {
    const { footnotes } = state.env as FootnoteEnvironment
    if (!footnotes) return
    const makeToken = (type: string, tag: string, nesting: 1 | 0 | -1) =>
      new state.Token(type, tag, nesting)
    const { body, definitions } = takeDefinitions(state.tokens, footnotes.refs ?? {}, makeToken)
    state.tokens = body
    const list = footnotes.list ?? []
    if (list.length === 0) return
    state.tokens.push(makeToken('footnote_block_open', '', 1))
    list.forEach((footnote, id) => {
      const meta = { id, label: footnote.label }
      const open = makeToken('footnote_open', '', 1)
      open.meta = meta
      const content = footnote.tokens
        ? inlineFootnote(footnote.tokens, footnote.content ?? '', makeToken)
        : [...(definitions.get(footnote.label ?? '') ?? [])]
      const last = content.at(-1)?.type === 'paragraph_close' ? content.pop() : undefined
      const anchors = Array.from({ length: Math.max(1, footnote.count ?? 0) }, (_, subId) => {
        const anchor = makeToken('footnote_anchor', '', 0)
        anchor.meta = { ...meta, subId }
        return anchor
      })
      for (const token of [open, ...content, ...anchors]) state.tokens.push(token)
      if (last) state.tokens.push(last)
      state.tokens.push(makeToken('footnote_close', '', -1))
    })
    state.tokens.push(makeToken('footnote_block_close', '', -1))
  })
}

type MakeToken = (type: string, tag: string, nesting: 1 | 0 | -1) => Token

const takeDefinitions = (tokens: Token[], refs: Record<string, number>, makeToken: MakeToken) => {
  const body: Token[] = []
  const definitions = new Map<string, Token[]>()
  const targets = [body]
  let literalLabel: string | undefined
  for (const token of tokens) {
    const target = targets.at(-1) ?? body
    if (token.type === 'footnote_reference_open') {
      const label = (token.meta as { label: string }).label
      const isReferenced = (refs[`:${label}`] ?? -1) >= 0 && !definitions.has(label)
      literalLabel = isReferenced ? undefined : label
      const next = isReferenced ? [] : target
      if (isReferenced) definitions.set(label, next)
      targets.push(next)
    } else if (token.type === 'footnote_reference_close') {
      targets.pop()
    } else {
      if (literalLabel !== undefined && token.type === 'inline' && token.children) {
        const text = makeToken('text', '', 0)
        text.content = `[^${literalLabel}]: `
        token.children.unshift(text)
        literalLabel = undefined
      }
      target.push(token)
    }
  }
  return { body, definitions }
}

const inlineFootnote = (children: Token[], content: string, makeToken: MakeToken): Token[] => {
  const inline = makeToken('inline', '', 0)
  inline.children = children
  inline.content = content
  return [makeToken('paragraph_open', 'p', 1), inline, makeToken('paragraph_close', 'p', -1)]
}
