import { escapeHtml } from './escapeHtml'

/**
 * Expanded HTML travels through the Markdown parser as a placeholder: two characters that the text does not have,
 * with a number between them. Markdown sees a word, and the HTML comes back when the page is rendered.
 */
export type Placeholders = {
  opener: string
  closer: string
  inserts: Insert[]
}

/**
 * `source` is shown instead of `html` where no element may stand (in code, attributes, comments); `address` is what stands
 * in attributes when the tag is one.
 */
export type Insert = { html: string; source: string; isBlock: boolean; address?: string }

const FIRST_PRIVATE = 0xe000
const LAST_PRIVATE = 0xf8ff

/** Takes the text to expand and returns its (empty) placeholders, or undefined when it uses all private characters. */
export const createPlaceholders = (text: string): Placeholders | undefined => {
  const used = new Set(text.match(/[\uE000-\uF8FF]/g))
  const free: string[] = []
  for (let code = FIRST_PRIVATE; code <= LAST_PRIVATE && free.length < 2; code++) {
    const character = String.fromCharCode(code)
    if (!used.has(character)) free.push(character)
  }
  const [opener, closer] = free
  return opener && closer ? { opener, closer, inserts: [] } : undefined
}

/** Stores an insert and returns the placeholder to write into the text. */
export const addInsert = (placeholders: Placeholders, insert: Insert): string => {
  placeholders.inserts.push(insert)
  return `${placeholders.opener}${placeholders.inserts.length - 1}${placeholders.closer}`
}

/** Takes an attribute's text with placeholders and returns it with each tag's address, or else its source, in its place. */
export const restoreAddresses = (text: string, placeholders: Placeholders): string =>
  replaceEach(text, placeholders, (insert) => insert.address ?? insert.source)

/**
 * Takes rendered HTML with placeholders and returns it with the expanded HTML in their places: elements where elements
 * may stand, otherwise the tag's source. One pass, linear.
 */
export const resolvePlaceholders = (html: string, placeholders: Placeholders): string => {
  if (placeholders.inserts.length === 0) return html
  const where = createPositionTracker()
  let result = ''
  let done = 0
  for (let at = html.indexOf(placeholders.opener); at >= 0;) {
    const end = html.indexOf(placeholders.closer, at)
    const insert = placeholders.inserts[Number(html.slice(at + 1, end))]
    if (end < 0 || !insert) break
    result += html.slice(done, at)
    where.advance(html, done, at)
    result += INSERT_AT[where.position()](insert)
    done = end + 1
    at = html.indexOf(placeholders.opener, done)
  }
  return result + html.slice(done)
}

const replaceEach = (
  text: string,
  { opener, closer, inserts }: Placeholders,
  replace: (insert: Insert) => string,
): string => {
  if (inserts.length === 0 || !text.includes(opener)) return text
  return text
    .split(opener)
    .map((part, index) => {
      if (index === 0) return part
      const end = part.indexOf(closer)
      const insert = inserts[Number(part.slice(0, end))]
      return insert ? replace(insert) + part.slice(end + 1) : opener + part
    })
    .join('')
}

type Position = 'text' | 'code' | 'attribute' | 'comment' | 'rawText'

const INSERT_AT: Record<Position, (insert: Insert) => string> = {
  text: (insert) => insert.html,
  code: (insert) => escapeHtml(insert.source),
  attribute: (insert) => escapeHtml(insert.address ?? insert.source),
  comment: (insert) => insert.source.replaceAll('--', '- -'),
  rawText: (insert) => insert.source,
}

const CODE_ELEMENTS = new Set(['code', 'galley-math'])
const RAW_TEXT_ELEMENTS = new Set(['script', 'style', 'textarea', 'title'])

/** Follows HTML far enough to say in what kind of place an offset lies. */
const createPositionTracker = () => {
  let codeDepth = 0
  let rawElement = ''
  let state: 'text' | 'tag' | 'comment' = 'text'
  let quote = ''
  let tagName = ''
  let isClosing = false

  const enterTag = (html: string, at: number): boolean => {
    const match = TAG_START.exec(html.slice(at, at + 40))
    if (!match) return false
    isClosing = match[1] === '/'
    tagName = (match[2] ?? '').toLowerCase()
    if (rawElement && !(isClosing && tagName === rawElement)) return false
    state = 'tag'
    return true
  }
  const leaveTag = () => {
    state = 'text'
    if (CODE_ELEMENTS.has(tagName)) codeDepth = Math.max(0, codeDepth + (isClosing ? -1 : 1))
    if (RAW_TEXT_ELEMENTS.has(tagName)) rawElement = isClosing ? '' : tagName
  }

  return {
    advance: (html: string, from: number, to: number) => {
      for (let at = from; at < to; at++) {
        const character = html[at]
        if (state === 'comment') {
          if (character === '>' && html.startsWith('--', at - 2)) state = 'text'
        } else if (state === 'tag') {
          if (quote) quote = character === quote ? '' : quote
          else if (character === '"' || character === "'") quote = character
          else if (character === '>') leaveTag()
        } else if (character === '<') {
          if (!rawElement && html.startsWith('<!--', at)) state = 'comment'
          else enterTag(html, at)
        }
      }
    },
    position: (): Position => {
      if (state === 'comment') return 'comment'
      if (state === 'tag') return 'attribute'
      if (rawElement) return 'rawText'
      return codeDepth > 0 ? 'code' : 'text'
    },
  }
}

const TAG_START = /^<(\/?)([a-zA-Z][\w-]*)/
