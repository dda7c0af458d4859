import type { RichTextDocument } from '../document'
import { textLines } from './textLines'

export { excerptOf } from './excerpt'
export { headingIds, toc } from './toc'
export type { TocEntry } from './toc'
export { readingTime, wordCount } from './wordCount'
export type { WordCount } from './wordCount'

/** The visible text of a document, a line for each block (and each row of code), footnotes last. */
export function renderText(document: RichTextDocument): string {
  return textLines(document).lines.join('\n')
}
