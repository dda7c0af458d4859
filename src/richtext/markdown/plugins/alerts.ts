import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'
import { calloutHtml } from '../../generator/blockHtml'
import { isCalloutKind } from '../../generator/calloutKinds'
import { plainText } from './plainText'

const MARKER = /^\[!(\w+)\][+-]?[ \t]*([^\n]*)(?:\n|$)/

/** `> [!NOTE]` at the start of a quote makes it an admonition; words on the same line are its title. */
export const alerts = (md: MarkdownIt): void => {
  md.core.ruler.after('block', 'galley_alerts', (state) => {
    const open: (string | undefined)[] = []
    const emptied = new Set<Token>()
    state.tokens.forEach((token, index) => {
      if (token.type === 'blockquote_open') {
        const inline = state.tokens[index + 2]
        const match = inline?.type === 'inline' ? MARKER.exec(inline.content) : null
        if (!inline || !match || !isCalloutKind(match[1] ?? '')) {
          open.push(undefined)
          return
        }
        const title = match[2] ? plainText(md.renderInline(match[2])) : undefined
        const html = calloutHtml((match[1] ?? '').toLowerCase(), title)
        inline.content = inline.content.slice(match[0].length)
        if (inline.content.trim() === '') {
          for (const part of state.tokens.slice(index + 1, index + 4)) emptied.add(part)
        }
        open.push(html.close)
        toHtml(token, html.open)
      } else if (token.type === 'blockquote_close') {
        const close = open.pop()
        if (close) toHtml(token, close)
      }
    })
    if (emptied.size > 0) state.tokens = state.tokens.filter((token) => !emptied.has(token))
  })
}

const toHtml = (token: Token, html: string): void => {
  token.type = 'html_block'
  token.content = html
}
