import { escapeHtml } from '../richtext/toHtml/escape'
import { tokensOf, type QueryPart, type Token } from './tokens'

const SNIPPET_CHARACTERS = 160
const LEAD_CHARACTERS = 40

/** The whole text as HTML with what was searched for in `<mark>`. */
export const highlighted = (text: string, parts: readonly QueryPart[]): string =>
  marked({ text, from: 0, to: text.length, matches: matchesIn(text, parts) })

/** The part of a text with most of what was searched for, as HTML with `<mark>`; empty when there is none. */
export const snippetOf = (text: string, parts: readonly QueryPart[]): string => {
  const matches = matchesIn(text, parts)
  const [first] = matches
  if (!first) return ''
  const best = matches.reduce(
    (found, match) => {
      const within = matches.filter(
        ({ start, end }) => start >= match.start && end <= match.start + SNIPPET_CHARACTERS,
      )
      return within.length > found.count ? { start: match.start, count: within.length } : found
    },
    { start: first.start, count: 0 },
  )
  const from = Math.min(best.start, wordStart(text, Math.max(0, best.start - LEAD_CHARACTERS)))
  const to = wordEnd(text, Math.min(text.length, from + SNIPPET_CHARACTERS))
  const html = marked({ text, from, to, matches })
  return `${from > 0 ? '…' : ''}${html}${to < text.length ? '…' : ''}`
}

const MAX_MATCHES = 200

const matchesIn = (text: string, parts: readonly QueryPart[]): Token[] => {
  const exact = new Set(parts.filter(({ isPrefix }) => !isPrefix).flatMap(({ terms }) => terms))
  const beginnings = parts.filter(({ isPrefix }) => isPrefix).flatMap(({ terms }) => terms)
  return tokensOf(text)
    .filter(
      ({ term }) => exact.has(term) || beginnings.some((beginning) => term.startsWith(beginning)),
    )
    .slice(0, MAX_MATCHES)
}

const marked = ({
  text,
  from,
  to,
  matches,
}: {
  text: string
  from: number
  to: number
  matches: readonly Token[]
}): string => {
  let html = ''
  let at = from
  for (const { start, end } of joined(matches)) {
    if (start < from || end > to) continue
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at, to))
}

/** Pairs of characters overlap: neighbours become one. */
const joined = (matches: readonly Token[]): { start: number; end: number }[] => {
  const ranges: { start: number; end: number }[] = []
  for (const { start, end } of matches) {
    const last = ranges.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else ranges.push({ start, end })
  }
  return ranges
}

const isWordCharacter = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{N}\p{M}]/u.test(character)

const MAX_SHIFT = 20

const wordStart = (text: string, at: number): number => {
  let start = at
  while (start < at + MAX_SHIFT && start > 0 && isWordCharacter(text[start - 1])) start += 1
  return start >= at + MAX_SHIFT ? at : start
}

const wordEnd = (text: string, at: number): number => {
  let end = at
  while (end > at - MAX_SHIFT && end < text.length && isWordCharacter(text[end])) end -= 1
  return end <= at - MAX_SHIFT ? at : end
}
