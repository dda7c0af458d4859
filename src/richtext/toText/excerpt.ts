import type { RichTextDocument } from '../document'
import { childrenOf } from '../readNode'
import { plainText } from './plainText'
import { textLines } from './textLines'

/** The visible text before the ReadMore block, a line for each block; undefined when the document has none. */
export function textBeforeReadMore(document: RichTextDocument): string | undefined {
  const { lines, hasReadMore } = textLines(document, { untilReadMore: true })
  return hasReadMore ? lines.join('\n') : undefined
}

/**
 * A short plain text of the document: what stands before ReadMore, else its first paragraphs. At most `maxChars`
 * characters (of a reader, not UTF-16 units); one cut short ends with `…`, after a word where words have spaces.
 */
export function excerptOf(document: RichTextDocument, maxChars: number): string {
  const marked = textBeforeReadMore(document)
  const text = (marked ?? firstText(document, maxChars)).replace(/\s+/g, ' ').trim()
  return shorten(text, maxChars)
}

function firstText(document: RichTextDocument, maxChars: number): string {
  const paragraphs: string[] = []
  let length = 0
  for (const block of childrenOf(document.root)) {
    if (length > maxChars) break
    if (block.type !== 'paragraph' && block.type !== 'quote') continue
    const text = plainText(block).trim()
    if (text) paragraphs.push(text)
    length += text.length
  }
  return paragraphs.length > 0 ? paragraphs.join(' ') : textLines(document).lines.join(' ')
}

function shorten(text: string, maxChars: number): string {
  if (maxChars < 1) return ''
  const characters = Array.from(text.slice(0, maxChars * 2 + 2))
  if (characters.length <= maxChars) return text
  const cut = characters.slice(0, maxChars - 1).join('')
  const isInWord = /[^\s]$/.test(cut) && /^[^\s]/.test(characters[maxChars - 1] ?? ' ')
  const lastSpace = cut.lastIndexOf(' ')
  // Without spaces (Chinese, Japanese) any place will do; a word of half the text is no reason to lose it.
  const end = isInWord && lastSpace > cut.length / 2 ? lastSpace : cut.length
  return `${cut.slice(0, end).trimEnd()}…`
}
