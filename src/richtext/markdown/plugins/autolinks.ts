import type MarkdownIt from 'markdown-it'
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.mjs'
import type Token from 'markdown-it/lib/token.mjs'
import type { Placeholders } from '../../generator/placeholders'
import { addressEnd, mayFollow } from './literalAddress'
import type { MarkdownEnvironment } from './placeholderBlocks'
import { createPlaceholderLinks } from './placeholderLinks'

/**
 * Bare addresses become links as GFM has them (https://github.github.com/gfm/#autolinks-extension-): `http://`, `https://`,
 * `www.` and mail addresses, nothing else; no link is invented from a word with a dot. Web addresses are read before
 * emphasis and escapes, as these would break them; those behind an open bracket, and mail addresses, in the text that is left, with escapes and
 * character references resolved.
 */
export const autolinks = (md: MarkdownIt): void => {
  md.inline.ruler.at('text', readText)
  md.inline.ruler.before('text', 'galley_autolink', (state, silent) => {
    const { src, pos } = state
    if (silent || !/[hHwW]/.test(src[pos] ?? '')) return false
    if (!mayFollow(src[pos - 1] ?? '', src, pos)) return false
    const end = addressEnd(src, pos)
    if (end === undefined || isInLink(state) || hasOpenBracket(state)) return false
    pushLink(state, src.slice(pos, end), md)
    state.pos = end
    return true
  })
  md.core.ruler.after('text_join', 'galley_autolinks', (state) => {
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.children || !/www\.|:\/\/|@/i.test(token.content))
        continue
      const { placeholders } = state.env as MarkdownEnvironment
      token.children = linkChildren(
        token.children,
        placeholders,
        (type, tag, nesting) => new state.Token(type, tag, nesting),
      )
    }
  })
}

/** Where text ends: at what other rules begin with (as in markdown-it's own rule), and where an address may begin. */
const TEXT_END = /[\n!#$%&*+\-:<=>@[\\\]^_`{}~]|(?<![A-Za-z])https?:\/\/|(?<=^|[\s(*_[\]~])www\./gi

const readText = (state: StateInline, silent: boolean): boolean => {
  TEXT_END.lastIndex = state.pos
  const end = Math.min(TEXT_END.exec(state.src)?.index ?? state.posMax, state.posMax)
  if (end === state.pos) return false
  if (!silent) state.pending += state.src.slice(state.pos, end)
  state.pos = end
  return true
}

type BracketCount = { at: number; open: number }

const bracketCounts = new WeakMap<StateInline, BracketCount>()

/** Whether a bracket stands open before the place of the state: a link may still come of it. Linear over all places. */
const hasOpenBracket = (state: StateInline): boolean => {
  const count = bracketCounts.get(state) ?? { at: 0, open: 0 }
  bracketCounts.set(state, count)
  for (; count.at < state.pos; count.at++) {
    const character = state.src[count.at]
    if (character === '\\') count.at++
    else if (character === '[') count.open++
    else if (character === ']') count.open = Math.max(0, count.open - 1)
  }
  return count.open > 0
}

const isInLink = (state: StateInline): boolean =>
  htmlLinkDepth(state.tokens) > 0 || placeholderLinksOf(state)(state.pos) > 0

const placeholderLinks = new WeakMap<StateInline, (before: number) => number>()

const placeholderLinksOf = (state: StateInline): ((before: number) => number) => {
  const { placeholders } = state.env as MarkdownEnvironment
  const known = placeholderLinks.get(state) ?? createPlaceholderLinks(state.src, placeholders)
  placeholderLinks.set(state, known)
  return known
}

const htmlLinkDepths = new WeakMap<Token[], { at: number; depth: number }>()

const htmlLinkDepth = (tokens: Token[]): number => {
  const known = htmlLinkDepths.get(tokens) ?? { at: 0, depth: 0 }
  htmlLinkDepths.set(tokens, known)
  for (; known.at < tokens.length; known.at++) known.depth += htmlLinkChange(tokens[known.at])
  return known.depth
}

const htmlLinkChange = (token: Token | undefined): number => {
  if (token?.type !== 'html_inline') return 0
  if (/^<a[\s>]/i.test(token.content)) return 1
  return /^<\/a\s*>/i.test(token.content) ? -1 : 0
}

const pushLink = (state: StateInline, address: string, md: MarkdownIt): void => {
  const open = state.push('link_open', 'a', 1)
  const href = hrefOf(address)
  // What stands in the place of a tag is an address only once it is put in.
  open.attrSet('href', /[\uE000-\uF8FF]/.test(href) ? md.normalizeLink(href) : href)
  open.markup = 'linkify'
  open.info = 'auto'
  state.push('text', '', 0).content = address
  state.push('link_close', 'a', -1)
}

type MakeToken = (type: string, tag: string, nesting: 1 | 0 | -1) => Token

const linkChildren = (
  children: Token[],
  placeholders: Placeholders | undefined,
  makeToken: MakeToken,
): Token[] => {
  let linkDepth = 0
  return children.flatMap((token) => {
    if (token.type === 'link_open') linkDepth++
    if (token.type === 'link_close') linkDepth--
    linkDepth += htmlLinkChange(token)
    if (token.type !== 'text') return [token]
    const linksBefore = createPlaceholderLinks(token.content, placeholders)
    const isInText = (at: number) => linkDepth + linksBefore(at) <= 0
    const split = splitText(token, isInText, makeToken)
    linkDepth += linksBefore(token.content.length)
    return split
  })
}

const CANDIDATE =
  /(?<![\da-z])(?:https?:\/\/(?=[\w-]*\.)|www\.)|(?<![\w+\-.])(?:mailto:)?[\w+\-.]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+/gi

const splitText = (
  token: Token,
  isInText: (at: number) => boolean,
  makeToken: MakeToken,
): Token[] => {
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
    if (match.index < done || !isInText(match.index)) continue
    const address = addressIn(content, match)
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
  if (/^(?:https?|mailto):/i.test(address)) return address
  return address.includes('@') && !/^www\./i.test(address)
    ? `mailto:${address}`
    : `http://${address}`
}

/** What of a candidate is an address: the mail address that matched, or a web address that begins there. */
const addressIn = (text: string, { 0: found, index }: RegExpExecArray): string | undefined => {
  const before = text[index - 1] ?? ''
  if (found.includes('@')) {
    return /[\d_-]$/.test(found) || before === '/' ? undefined : found
  }
  if (/[^\s\p{P}\p{S}]/u.test(before)) return undefined
  if (addressEnd(text, index) === undefined) return undefined
  const [word = ''] = /\S+/.exec(text.slice(index)) ?? []
  return withoutTrail(word)
}

const TRAILING = /[!"&'),.:;<>?\]}]{1,1000}$/

/** Without the punctuation at its end, but with the brackets that it opens, as remark has it. */
const withoutTrail = (word: string): string => {
  const trail = TRAILING.exec(word)?.[0] ?? ''
  const address = word.slice(0, word.length - trail.length)
  let open = address.split('(').length - address.split(')').length
  let kept = 0
  for (let at = trail.indexOf(')'); at >= 0 && open > 0; at = trail.indexOf(')', at + 1)) {
    kept = at + 1
    open--
  }
  return address + trail.slice(0, kept)
}
