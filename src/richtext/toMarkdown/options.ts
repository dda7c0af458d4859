import type { RichTextDocument, RichTextNode } from '../document'
import type { ResolvedMedia } from '../toHtml/options'

export type RenderMarkdownOptions = {
  /** The stored file of a picture, read beforehand; undefined: the address that the picture came from, if known. */
  resolveMedia?: (id: string) => ResolvedMedia | undefined
  /** The address of a document as the archive writes it; undefined: the link's text stands without a link. */
  resolveDocument?: (relationTo: string, id: string) => string | undefined
}

export type MarkdownContext = {
  blocks: ReadonlyMap<string, MarkdownHandler>
  options: RenderMarkdownOptions
  /** Footnotes by label in the order they were first referred to. */
  footnotes: Map<string, RichTextDocument | undefined>
  /** In a table or heading a line can't be broken but by `<br>`. */
  isSingleLine: boolean
  depth: number
}

/** Renders one block without the blank line after it. */
export type MarkdownHandler = (node: RichTextNode, context: MarkdownContext) => string
