import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import type { MarkdownEnvironment } from './placeholderBlocks'

type FootnoteEnvironment = {
  footnotes?: {
    refs?: Record<string, number>
    list?: { label?: string; count?: number; content?: string; tokens?: Token[] }[]
  }
}

/**
 * Moves the footnotes to the end, in the order of their references, in linear time. One that nothing refers to, or that
 * was defined again, is shown by no renderer: it stays where it was written, as a comment, and is reported.
 */
export const footnoteTail = (md: MarkdownIt): void => {
  md.core.ruler.at('footnote_tail', (state) => {
    const { footnotes } = state.env as FootnoteEnvironment
    if (!footnotes) return
    const makeToken = (type: string, tag: string, nesting: 1 | 0 | -1) =>
      new state.Token(type, tag, nesting)
    const { body, definitions, unused } = takeDefinitions(
      state.tokens,
      footnotes.refs ?? {},
      makeToken,
    )
    state.tokens = body
    reportUnused(unused, state.env)
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

const reportUnused = (labels: string[], { problems }: MarkdownEnvironment): void => {
  const [first] = labels
  if (first === undefined || !problems) return
  problems.push({
    code: 'footnote-unused',
    message: `Nothing refers to ${labels.length === 1 ? 'the footnote' : `${labels.length} footnotes, the first is`} [^${first.slice(0, 60)}], so no page shows it; it was kept as a comment. Refer to it in the text, or take it out.`,
  })
}

type MakeToken = (type: string, tag: string, nesting: 1 | 0 | -1) => Token

const takeDefinitions = (tokens: Token[], refs: Record<string, number>, makeToken: MakeToken) => {
  const body: Token[] = []
  const definitions = new Map<string, Token[]>()
  const unused: string[] = []
  const open: { target: Token[]; label: string; isUsed: boolean }[] = []
  for (const token of tokens) {
    const target = open.at(-1)?.target ?? body
    if (token.type === 'footnote_reference_open') {
      const { label } = token.meta as { label: string }
      const isUsed = (refs[`:${label}`] ?? -1) >= 0 && !definitions.has(label)
      const tokensOf: Token[] = []
      if (isUsed) definitions.set(label, tokensOf)
      open.push({ target: tokensOf, label, isUsed })
    } else if (token.type === 'footnote_reference_close') {
      const closed = open.pop()
      if (!closed || closed.isUsed) continue
      unused.push(closed.label)
      const comment = makeToken('html_block', '', 0)
      comment.content = `<!-- [^${closed.label}]: ${sourceOf(closed.target)} -->\n`
      ;(open.at(-1)?.target ?? body).push(comment)
    } else target.push(token)
  }
  return { body, definitions, unused }
}

/** What a definition says, in a form that can stand in a comment. */
const sourceOf = (tokens: Token[]): string =>
  tokens
    .filter(({ content }) => content !== '')
    .map(({ content }) => content.trim())
    .join('\n\n')
    .replaceAll('--', '- -')
    .replace(/-$/, '- ')

const inlineFootnote = (children: Token[], content: string, makeToken: MakeToken): Token[] => {
  const inline = makeToken('inline', '', 0)
  inline.children = children
  inline.content = content
  return [makeToken('paragraph_open', 'p', 1), inline, makeToken('paragraph_close', 'p', -1)]
}
