/**
 * The rich-text document as Payload stores it: Lexical's serialized state, with the nodes that Galley's
 * editor (`src/editor.ts`) knows. Compilers write this shape and renderers read it; nothing here knows Payload.
 */

/** Any serialized node. `type` decides the further keys; see the node types below. */
export type RichTextNode = {
  type: string
  version: number
  [key: string]: unknown
}

/** A node with children: paragraph, heading, list, listitem, quote, link, autolink, table, tablerow, tablecell. */
export type ElementNode = RichTextNode & {
  children: RichTextNode[]
  direction: 'ltr' | 'rtl' | null
  format: '' | 'left' | 'start' | 'center' | 'right' | 'end' | 'justify'
  indent: number
}

/** What a rich-text field stores. */
export type RichTextDocument = { root: ElementNode & { type: 'root' } }

/** Bits of a text node's `format`, as Lexical defines them (`LexicalConstants`, TEXT_TYPE_TO_FORMAT). */
export const TEXT_FORMAT = {
  bold: 1,
  italic: 2,
  strikethrough: 4,
  underline: 8,
  code: 16,
  subscript: 32,
  superscript: 64,
  highlight: 128,
} as const

/**
 * Inline meanings without a Lexical format, kept as Payload's text state (`TextStateFeature`): a text node
 * carries `$: { semantic: 'kbd' }`.
 */
export const TEXT_SEMANTICS = [
  'kbd',
  'samp',
  'var',
  'cite',
  'q',
  'small',
  'dfn',
  'big',
  'time',
  'data',
  'tt',
] as const
export type TextSemantic = (typeof TEXT_SEMANTICS)[number]

/**
 * Fields of the block nodes (`{ type: 'block', version: 2, format: '', fields: { id, blockType, blockName: '', … } }`).
 * A `RichTextDocument` inside is a nested rich-text field.
 */
export type BlockFields = {
  /** Code with its language as written in the source (`ts`, `c++`, empty when none). */
  Code: { language: string; code: string; title?: string }
  /** A picture that is linked, not stored: the media stage turns it into an upload node when it has the file. */
  Picture: PictureFields & { caption?: RichTextDocument; credit?: string }
  /** A frame, video, audio or known provider by address. */
  Embed: {
    kind: 'iframe' | 'video' | 'audio'
    url: string
    title?: string
    poster?: string
    /** Further addresses of the same video or sound, in other formats. */
    sources?: { url: string; type?: string }[]
    /** Subtitles, captions and chapters of a video. */
    tracks?: { url: string; kind?: string; language?: string; label?: string }[]
    width?: number
    height?: number
    caption?: RichTextDocument
    /** HTML that browsers show which can't play it. */
    fallback?: string
  }
  /** Admonition; `kind` is the source's word (note, tip, warning…). */
  Callout: { kind: string; title?: string; content: RichTextDocument }
  /** A disclosure (`<details>`). */
  Details: { summary: RichTextDocument; open?: boolean; content: RichTextDocument }
  /** Display math in TeX, without delimiters. */
  Math: { tex: string }
  /** Raw HTML without a better form; sanitised where it is rendered. */
  Html: { html: string }
  /** `<!-- more -->`: the excerpt ends here. */
  ReadMore: Record<string, never>
}

/** Fields of the inline block nodes (`{ type: 'inlineBlock', version: 1, fields: { id, blockType, … } }`). */
export type InlineBlockFields = {
  /** A picture inside a line of text. `media` is set once the file is stored. */
  InlinePicture: PictureFields & { media?: string }
  /** A footnote where it is referred to; a later reference to the same one has its label and no content. */
  Footnote: { label: string; content?: RichTextDocument }
  /** A point that links lead to (`id` or `<a name>`). */
  Anchor: { anchorId: string }
  InlineMath: { tex: string }
  /** `<abbr title>`. */
  Abbreviation: { text: string; title: string }
  /** Inline HTML without a better form (ruby, inline svg, comments …). */
  InlineHtml: { html: string }
}

export type PictureFields = {
  url: string
  alt?: string
  title?: string
  width?: number
  height?: number
  /** Where the picture links to, when it stood alone inside a link. */
  href?: string
}

/**
 * Fields of an upload node (`{ type: 'upload', version: 3, format: '', id, relationTo: 'media', value, fields }`):
 * what belongs to this use of the picture, not to the file.
 */
export type UploadFields = {
  alt?: string
  title?: string
  caption?: RichTextDocument
  credit?: string
  href?: string
  width?: number
  height?: number
}

/**
 * Fields of a link node (`{ type: 'link', version: 3, id, fields, children }`). The compiler writes custom links;
 * the link stage turns one that leads to another imported article into an internal one, keeping `anchor`.
 */
export type LinkFields = {
  linkType: 'custom' | 'internal'
  url?: string
  doc?: { relationTo: 'articles'; value: string }
  /** Fragment within an internal document, without `#`. */
  anchor?: string
  newTab: boolean
  title?: string
  rel?: string
}
