import { createCloserFinder, type CloserFinder } from './closerFinder'
import { createCodeFinder, runLength, type CodeFinder } from './codeRanges'
import type { Tag, TagSyntax } from './tag'

/** A stretch of the source: text, code that must stay as it is, or a tag. */
export type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'code'; text: string; isFence: boolean }
  | { kind: 'tag'; tag: Tag }

/** What a tag looks like: read from an offset where `{` stands, it gives the tag and where it ends. */
type TagReader = (text: string, at: number, line: number) => { tag: Tag; end: number } | undefined

/**
 * Takes a source text and the syntax of its generator, and returns its pieces in order; together they are the text.
 * Tags in Markdown code (fences and code spans) are not read. Linear in the length of the text.
 */
export const scanTags = (
  text: string,
  syntax: TagSyntax,
  { isMarkdown = true }: { isMarkdown?: boolean } = {},
): Piece[] => {
  const pieces: Piece[] = []
  const readTag = TAG_READERS[syntax.name](createCloserFinder(text))
  const code = createCodeFinder(text)
  const findBodyEnd = createBodyEndFinder(text, code)
  let outer: Tag | undefined
  let done = 0
  let line = 1
  let lineEnd = text.indexOf('\n')

  const lineAt = (offset: number): number => {
    for (; lineEnd >= 0 && lineEnd < offset; lineEnd = text.indexOf('\n', lineEnd + 1)) line++
    return line
  }
  const push = (piece: Piece, from: number, to: number) => {
    if (from > done) pieces.push({ kind: 'text', text: text.slice(done, from) })
    pieces.push(piece)
    done = to
  }
  const pushCode = (from: number, to: number, isFence: boolean) =>
    push({ kind: 'code', text: text.slice(from, to), isFence }, from, to)

  const point = isMarkdown ? /\n|`|\{[{%#]/g : /\{[{%#]/g
  if (isMarkdown) {
    const end = code.fenceAt(0)
    if (end !== undefined) pushCode(0, end, true)
  }
  point.lastIndex = done
  for (let match = point.exec(text); match; match = point.exec(text)) {
    const at = match.index
    if (match[0] === '\n') {
      const end = code.fenceAt(at + 1)
      if (end === undefined) continue
      pushCode(at + 1, end, true)
    } else if (match[0] === '`') {
      const end = text[at - 1] === '\\' ? undefined : code.spanAt(at)
      if (end === undefined) {
        point.lastIndex = at + runLength(text, at)
        continue
      }
      pushCode(at, end, false)
    } else {
      const read = readTag(text, at, lineAt(at))
      if (!read) continue
      const { tag } = read
      let { end } = read
      const isVerbatim = syntax.verbatim.has(tag.name) || syntax.isVerbatim?.(tag, outer)
      if (tag.kind === 'open' && isVerbatim) {
        tag.outer = outer
        const body = findBodyEnd(syntax, tag.name, end)
        if (body) {
          tag.body = text.slice(end, body.start)
          tag.hasBody = true
          end = body.end
          tag.fullSource = text.slice(at, end)
        }
      } else if (tag.kind === 'open') outer = tag
      else if (tag.kind === 'close') outer = undefined
      push({ kind: 'tag', tag }, at, end)
    }
    point.lastIndex = done
  }
  if (done < text.length) pieces.push({ kind: 'text', text: text.slice(done) })
  return pieces
}

const LONGEST_TAG = 20_000

/** The end of a tag: the first closer outside double quotes, or simply the first where the quotes don't match. */
const findTagEnd = (
  text: string,
  from: number,
  closer: string,
  findCloser: CloserFinder,
): number => {
  const first = findCloser(closer, from)
  if (first < 0 || first - from > LONGEST_TAG) return -1
  for (let at = first; at >= 0 && at - from < 1000; at = findCloser(closer, at + 1)) {
    const inside = text.slice(from, at)
    if (inside.includes('\n\n')) break
    if (countQuotes(inside) % 2 === 0) return at
  }
  return first
}

const countQuotes = (text: string): number => text.replace(/\\"/g, '').split('"').length - 1

const TAG_READERS: Record<TagSyntax['name'], (findCloser: CloserFinder) => TagReader> = {
  hugo: (findCloser) => (text, at, line) => {
    const mark = text[at + 2]
    if (text[at + 1] !== '{' || (mark !== '<' && mark !== '%')) return undefined
    const closer = mark === '<' ? '>}}' : '%}}'
    if (text.startsWith('/*', at + 3)) {
      const end = findCloser(`*/${closer}`, at + 5)
      if (end < 0) return undefined
      const source = text.slice(at, end + 5)
      const args = `{{${mark}${text.slice(at + 5, end)}${closer}`
      return { tag: { name: '', source, args, kind: 'comment', line }, end: end + 5 }
    }
    const end = findTagEnd(text, at + 3, closer, findCloser)
    const match = end < 0 ? null : HUGO_TAG.exec(text.slice(at + 3, end))
    if (!match) return undefined
    const [, slash, name = '', rest = ''] = match
    const inside = rest.trim().replace(/-$/, '')
    const isSelfClosing = inside === '/' || /[\s"'`]\/$/.test(inside)
    const kind = slash ? 'close' : isSelfClosing ? 'self' : 'open'
    const args = (isSelfClosing ? inside.slice(0, -1) : inside).trim()
    const source = text.slice(at, end + 3)
    return { tag: { name, source, args, kind, line }, end: end + 3 }
  },

  liquid: (findCloser) => (text, at, line) =>
    readStatement(text, at, line, findCloser) ?? readExpression(text, at, line, findCloser),

  hexo: (findCloser) => (text, at, line) =>
    readStatement(text, at, line, findCloser) ??
    readExpression(text, at, line, findCloser) ??
    readComment(text, at, line, findCloser),

  zola: (findCloser) => (text, at, line) => {
    const isStatement = text[at + 1] === '%'
    if (!isStatement && text[at + 1] !== '{') return undefined
    const closer = isStatement ? '%}' : '}}'
    if (text.startsWith('/*', at + 2)) {
      const end = findCloser(`*/${closer}`, at + 4)
      if (end < 0) return undefined
      const source = text.slice(at, end + 4)
      const args = text.slice(at, at + 2) + text.slice(at + 4, end) + closer
      return { tag: { name: '', source, args, kind: 'comment', line }, end: end + 4 }
    }
    const end = findTagEnd(text, at + 2, closer, findCloser)
    const match = end < 0 ? null : ZOLA_TAG.exec(text.slice(at + 2, end))
    if (!match) return undefined
    const [, name, args = ''] = match
    if (!name && !isStatement) return undefined
    const kind = !name ? 'close' : isStatement ? 'open' : 'self'
    const source = text.slice(at, end + 2)
    return { tag: { name: name ?? 'end', source, args: args.trim(), kind, line }, end: end + 2 }
  },
}

const HUGO_TAG = /^-?\s*(\/)?\s*(\w[\w.-]*(?:\/[\w.-]+)*)([\s\S]*)$/
const ZOLA_TAG = /^-?\s*(?:([\w]+)\s*\(([\s\S]*)\)|end)\s*-?$/
const STATEMENT = /^[-~+]?\s*([A-Za-z_][\w:.-]*)([\s\S]*)$/

const readStatement = (text: string, at: number, line: number, findCloser: CloserFinder) => {
  if (text[at + 1] !== '%') return undefined
  const end = findTagEnd(text, at + 2, '%}', findCloser)
  const match = end < 0 ? null : STATEMENT.exec(text.slice(at + 2, end).replace(/[-~+]$/, ''))
  if (!match) return undefined
  const [, word = '', args = ''] = match
  const kind: Tag['kind'] = /^end./.test(word) ? 'close' : 'open'
  const name = kind === 'close' ? word.slice(3).replace(/^_/, '') : word
  const source = text.slice(at, end + 2)
  return { tag: { name, source, args: args.trim(), kind, line }, end: end + 2 }
}

const readExpression = (text: string, at: number, line: number, findCloser: CloserFinder) => {
  if (text[at + 1] !== '{') return undefined
  const end = findTagEnd(text, at + 2, '}}', findCloser)
  if (end < 0) return undefined
  const args = text
    .slice(at + 2, end)
    .replace(/^[-~]|[-~]$/g, '')
    .trim()
  const source = text.slice(at, end + 2)
  const kind: Tag['kind'] = 'expression'
  return { tag: { name: '', source, args, kind, line }, end: end + 2 }
}

const readComment = (text: string, at: number, line: number, findCloser: CloserFinder) => {
  if (text[at + 1] !== '#') return undefined
  const end = findCloser('#}', at + 2)
  if (end < 0) return undefined
  const kind: Tag['kind'] = 'comment'
  const source = text.slice(at, end + 2)
  return { tag: { name: '', source, args: '', kind, line }, end: end + 2 }
}

/**
 * Finds where the body of a verbatim tag ends; an unclosed one is remembered, so that many stay linear. In a body that is
 * Markdown, a fence may show the closing tag.
 */
const createBodyEndFinder = (text: string, code: CodeFinder) => {
  const unclosed = new Set<string>()
  return (syntax: TagSyntax, name: string, from: number) => {
    if (unclosed.has(name)) return undefined
    const closer = closerOf(syntax.name, name.replace(/[^\w]/g, '\\$&'))
    const isMarkdown = syntax.hasMarkdownBody?.has(name) ?? false
    const next = new RegExp(isMarkdown ? `${closer}|(\\n)(?=[ \\t>]*(?:\`{3}|~{3}))` : closer, 'g')
    next.lastIndex = from
    for (let match = next.exec(text); match; match = next.exec(text)) {
      if (match[1] === undefined) return { start: match.index, end: next.lastIndex }
      next.lastIndex = code.fenceAt(next.lastIndex) ?? next.lastIndex
    }
    unclosed.add(name)
    return undefined
  }
}

const closerOf = (syntax: TagSyntax['name'], name: string): string => {
  if (syntax === 'hugo') return `\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`
  if (syntax === 'zola') return '\\{%-?\\s*end\\s*-?%\\}'
  return `\\{%[-~+]?\\s*end_?${name}\\b[^%]*?[-~+]?%\\}`
}
