import type { RichTextDocument, RichTextNode } from '../document'

/** A stored file as the renderer needs it. */
export type ResolvedMedia = {
  url: string
  width?: number
  height?: number
  alt?: string
  caption?: string
  credit?: string
  /** `srcset` and `sizes` attributes. */
  srcset?: string
  sizes?: string
}

export type RenderHtmlOptions = {
  /** The stored file of a picture, read beforehand; undefined: the picture is left out, its caption is not. */
  resolveMedia?: (id: string) => ResolvedMedia | undefined
  /** The public address of a document, read beforehand; undefined: the link's text stands without a link. */
  resolveDocument?: (relationTo: string, id: string) => string | undefined
  /** Whether headings get ids (default true). */
  headingIds?: boolean
  /** Put before the ids of footnotes, so that several documents can stand on one page. */
  footnotePrefix?: string
  /** Hosts, besides the known ones, whose frames are shown; a host includes its subdomains. */
  frameHosts?: string[]
}

/** What the handlers share while one document is rendered. */
export type RenderContext = {
  handlers: ReadonlyMap<string, HtmlHandler>
  options: RenderHtmlOptions
  headingIds: ReadonlyMap<RichTextNode, string>
  footnotes: FootnoteList
  depth: number
}

/** Footnotes by label, in the order they were first referred to. */
export type FootnoteList = Map<
  string,
  { number: number; references: number; content: RichTextDocument | undefined }
>

export type HtmlHandler = (node: RichTextNode, context: RenderContext) => string
