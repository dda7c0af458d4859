import type MarkdownIt from 'markdown-it'
import type Token from 'markdown-it/lib/token.mjs'

const CANDIDATE =
  /(?:https?:\/\/|www\.)[^\s<]+|[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9][A-Za-z0-9-]{0,62}(?:\.[A-Za-z0-9_-]{1,63})+/gi
const DOMAIN = /^(?:https?:\/\/|www\.)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*/iu
/** Full-width punctuation ends an address: Chinese is written without blanks around it. */
const FULL_WIDTH_END = /[，。；：！？、）】》」』”’（【《「『“‘…]/

/**
 * Bare addresses become links as GFM has them (https://github.github.com/gfm/#autolinks-extension-): `http://`, `https://`,
 * `www.` and mail addresses, nothing else; no link is invented from a word with a dot.
 */
export const autolinks = (md: MarkdownIt): void => {
  md.core.ruler.after('inline', 'galley_autolinks', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.children || !/www\.|:\/\/|@/i.test(token.content))
        continue
      token.children = linkChildren(
        token.children,
        (type, tag, nesting) => new state.Token(type, tag, nesting),
      )
    }
  })
}

type MakeToken = (type: string, tag: string, nesting: 1 | 0 | -1) => Token

const linkChildren = (children: Token[], makeToken: MakeToken): Token[] => {
  let linkDepth = 0
  return children.flatMap((token) => {
    if (token.type === 'link_open') linkDepth++
    if (token.type === 'link_close') linkDepth--
    if (token.type === 'html_inline') {
      if (/^<a[\s>]/i.test(token.content)) linkDepth++
      if (/^<\/a\s*>/i.test(token.content)) linkDepth--
    }
    return token.type === 'text' && linkDepth <= 0 ? splitText(token, makeToken) : [token]
  })
}

const splitText = (token: Token, makeToken: MakeToken): Token[] => {
  const { content } = token
  const result: Token[] = []
  let done = 0
  const pushText = (to: number) => {
    if (to <= done) return
    const text = makeToken('text', '', 0)
    text.content = content.slice(done, to)
    result.push(text)
  }
  for (const match of content.matchAll(CANDIDATE)) {
    if (match.index < done) continue
    const address = addressIn(match[0], content[match.index - 1] ?? '')
    if (!address) continue
    pushText(match.index)
    const open = makeToken('link_open', 'a', 1)
    open.attrSet('href', hrefOf(address))
    const text = makeToken('text', '', 0)
    text.content = address
    result.push(open, text, makeToken('link_close', 'a', -1))
    done = match.index + address.length
  }
  if (done === 0) return [token]
  pushText(content.length)
  return result
}

const hrefOf = (address: string): string => {
  if (/^https?:/i.test(address)) return address
  return /^www\./i.test(address) ? `http://${address}` : `mailto:${address}`
}

/** The part of a candidate that is an address, or undefined. */
const addressIn = (candidate: string, before: string): string | undefined => {
  if (!/^(?:https?:|www\.)/i.test(candidate)) {
    return /[-_]$/.test(candidate) || /[\w.+/:-]/.test(before) ? undefined : candidate
  }
  if (/[A-Za-z0-9/]/.test(before)) return undefined
  const cut = candidate.search(FULL_WIDTH_END)
  const trimmed = trimEnd(cut < 0 ? candidate : candidate.slice(0, cut))
  const domain = DOMAIN.exec(trimmed)?.[0]
  return domain && (/^www\./i.test(domain) ? /\..*\./ : /./).test(domain) ? trimmed : undefined
}

/** Without trailing punctuation, an unmatched closing bracket and a trailing entity, as GFM has it. */
const trimEnd = (address: string): string => {
  let end = address.length
  let surplus = countOf(address, ')') - countOf(address, '(')
  for (; end > 0; end--) {
    const last = address[end - 1] ?? ''
    if (last === ')' && surplus > 0) surplus--
    else if (last === ';') {
      const entity = /&[A-Za-z0-9]+;$/.exec(address.slice(Math.max(0, end - 40), end))
      if (!entity) continue
      end -= entity[0].length - 1
    } else if (!/[?!.,:*_~'"]/.test(last)) break
  }
  return address.slice(0, end)
}

const countOf = (text: string, character: string): number => text.split(character).length - 1
