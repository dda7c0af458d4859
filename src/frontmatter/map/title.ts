import type { ArticleDraft } from '../draft'
import type { Found } from '../fields'
import { textOf } from '../json'
import { nameOf } from '../slug'

/** The title as written, else the text's first heading, else the file's name as a person would write it. */
export function readTitle(
  found: Found | undefined,
  { body, path }: { body: string; path: string },
): Pick<ArticleDraft, 'title' | 'titleFrom'> {
  const written = found ? titleText(found) : undefined
  if (written) return { title: written, titleFrom: 'frontMatter' }
  const heading = firstHeading(body) ?? (/\.x?html?$/i.test(path) ? pageTitle(body) : undefined)
  if (heading) return { title: heading, titleFrom: 'heading' }
  return { title: titled(nameOf(path)), titleFrom: 'fileName' }
}

/** The `<title>` of a whole HTML page. */
function pageTitle(html: string): string | undefined {
  const text = /<title(?:\s[^>]*)?>([^<]{1,500})<\/title>/i.exec(html.slice(0, 20_000))?.[1]
  return text === undefined ? undefined : decoded(text).replace(/\s+/g, ' ').trim() || undefined
}

const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  ndash: '–',
  mdash: '—',
  hellip: '…',
}

/** Character references of HTML, the usual names and all numbers. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,6}));/gi,
    (whole, digits, hex, name) => {
      if (typeof name === 'string') return CHARACTERS[name.toLowerCase()] ?? whole
      const code = typeof digits === 'string' ? Number(digits) : Number.parseInt(String(hex), 16)
      return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** `title: [News]` is a list to YAML and a title to its author. */
function titleText({ value }: Found): string | undefined {
  const text = Array.isArray(value)
    ? `[${value.map((item) => textOf(item) ?? '').join(', ')}]`
    : textOf(value)
  const line = text
    ?.split('\n')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ')
  return line === '' ? undefined : line
}

const MAX_HEADING_LINES = 2_000
/** A longer line is a paragraph, whatever it begins with. */
const MAX_HEADING = 1_000

/** Lines that may stand above a title: quotes, pictures, notes for a renderer, tags of HTML, list items of a quote. */
const PREAMBLE = /^\s*(?:$|>|!\[|<|\{[%{]|import\s|export\s|\[\/\/\]:)/

/**
 * Text of the heading that titles a Markdown or HTML text: one that stands above its first paragraph, else its only heading
 * of level 1. A heading further down titles a section. Code is left aside.
 */
export function firstHeading(body: string): string | undefined {
  const lines = body.split('\n', MAX_HEADING_LINES)
  const mains: string[] = []
  let fence = ''
  let isAbove = true
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line.length > MAX_HEADING) {
      isAbove = false
      continue
    }
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark) fence = fence === '' ? mark.slice(0, 3) : mark.startsWith(fence) ? '' : fence
    if (mark || fence !== '') continue
    const found = headingAt(line, lines[at + 1] ?? '', lines[at - 1] ?? '')
    if (found?.text && isAbove) return found.text
    if (found?.text && found.level === 1) mains.push(found.text)
    if (!found && !PREAMBLE.test(line)) isAbove = false
  }
  return mains.length === 1 ? mains[0] : undefined
}

function headingAt(
  line: string,
  next: string,
  before: string,
): { text: string; level: number } | undefined {
  const atx = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)
  if (atx) return { text: plainHeading(atx[2] ?? ''), level: atx[1]?.length ?? 1 }
  const html = /^\s*<h([1-6])[^>]*>(.*?)<\/h\1>/i.exec(line)
  if (html) return { text: plainHeading(html[2] ?? ''), level: Number(html[1]) }
  const isSetext =
    /^ {0,3}(?:={3,}|-{3,})[ \t]*$/.test(next) &&
    before.trim() === '' &&
    /^ {0,3}[^\s>#|<*+-]/.test(line)
  return isSetext
    ? { text: plainHeading(line), level: next.trim().startsWith('=') ? 1 : 2 }
    : undefined
}

function plainHeading(text: string): string {
  return text
    .replace(/\{[%{].*?[%}]\}/g, '')
    .replace(/\s*\{[#.:][^}]*\}\s*$/, '')
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\[([^\]]+)\](?:\([^)]*\)|\[[^\]]*\])/g, '$1')
    .replace(/<[^<>]+>/g, '')
    .replace(/(\*\*|__|~~|`)(.+?)\1/g, '$2')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1')
    .replace(/(^|\s)([*_])([^*_]+)\2(?=\s|$|[.,!?])/g, '$1$3')
    .replace(/&#?\w{2,8};/g, decoded)
    .trim()
}

/** `my-first_post` becomes `My first post`; a name with blanks or without Latin letters stays. */
function titled(name: string): string {
  if (/\s/.test(name)) return name.trim()
  const words = name.replace(/[-_]+/g, ' ').trim() || name
  return words.charAt(0).toUpperCase() + words.slice(1)
}
