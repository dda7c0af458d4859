import type { RichTextDocument } from '../document'
import { compileHtml } from '../fromHtml'
import { markdownToHtml } from '../markdown'
import { cleanPastedHtml } from './cleanHtml'
import { looksLikeMarkdown } from './looksLikeMarkdown'

/** What the clipboard holds. */
export type Pasted = { html?: string; text?: string }

/** What it comes to in the editor; nothing where the letters themselves are what was meant. */
export type PastedDocument = { document: RichTextDocument; picturesLeftOut: number }

/** Elements that say something about a text; without them HTML is but the colours of a code editor. */
const SAYS_SOMETHING = /<(?:h[1-6]|p|ul|ol|table|blockquote|strong|em|a|img|b|i)[\s>]/i
const FROM_CODE_EDITOR = /vscode|Menlo|Consolas|'?Courier New|monospace/i

/**
 * Turns what was pasted into a document, by the same compilers as an import: Markdown where it is Markdown, else the
 * cleaned HTML. Pure; never throws.
 */
export const documentOfPaste = ({ html = '', text = '' }: Pasted): PastedDocument | undefined => {
  const isMarkdown = looksLikeMarkdown(text)
  const hasSense = SAYS_SOMETHING.test(html) && !(isMarkdown && isOfCodeEditor(html))
  if (hasSense) {
    const { html: cleaned, picturesLeftOut } = cleanPastedHtml(html)
    return { document: compileHtml(cleaned).document, picturesLeftOut }
  }
  if (!isMarkdown) return undefined
  const source = text.replace(/^---\n(?:[\w-]+:.*\n)+---\n/, '')
  const compiled = markdownToHtml({ text: source, dialect: 'plain' })
  return { document: compileHtml(compiled.html).document, picturesLeftOut: 0 }
}

const isOfCodeEditor = (html: string): boolean =>
  FROM_CODE_EDITOR.test(html) && !/<(?:h[1-6]|ul|ol|table|strong|a)[\s>]/i.test(html)
