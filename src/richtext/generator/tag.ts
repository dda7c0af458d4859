import type { Problem } from '../../problem'

/** A generator tag as it stands in the source, before its handler has seen it. */
export type Tag = {
  name: string
  /** The tag's own source with its delimiters: `{% note info %}`. */
  source: string
  /** What follows the name, trimmed: `info`. */
  args: string
  /**
   * `open` may still turn out to be alone (`hasBody` tells), `self` never has a body, `expression` is a `{{ value }}`.
   */
  kind: 'open' | 'close' | 'self' | 'expression' | 'comment'
  /** Line of the text, from 1. */
  line: number
  /** Set on an `open` tag whose closing tag was found. */
  hasBody?: boolean
  /** The body's source, for the tags that a syntax lists as verbatim. */
  body?: string
  /** The tag that a verbatim tag stands in, when it stands right in it. */
  outer?: Tag
  /** The verbatim body together with both tags. */
  fullSource?: string
}

/** What a handler makes of a tag. */
export type Expansion =
  /** HTML that stands for itself as a block. */
  | { block: string }
  /** HTML within a line. */
  | { inline: string }
  /** Text that takes the tag's place in the source and is read as source again (addresses, values, raw). */
  | { text: string }
  /** Source that takes the tag's place, with tags of its own. */
  | { source: string }
  /** HTML before and after the Markdown between the opening and the closing tag. */
  | { open: string; close: string; isInline?: boolean }

/** What is known about the site and the file; handlers read nothing else. */
export type ExpansionContext = {
  site: SiteFacts
  /** Values of the page's own front matter that `{{ page.title }}` and `{{< param >}}` may ask for. */
  page: Record<string, unknown>
  /** Text of the site's include files by name, for `{% include %}`. */
  includes: ReadonlyMap<string, string>
  /** What the text itself has given names to (`assign`, `capture`, `set`), so far. */
  variables: Map<string, string>
  /** The names that the text asks for in `{{ name }}`. */
  asked?: ReadonlySet<string>
  renderInline: (markdown: string) => string
  renderBlocks: (markdown: string) => string
  problems: Problem[]
}

export type TagHandler = (tag: Tag, context: ExpansionContext) => Expansion | undefined

/** What the importer knows of the site that a text comes from; every key is optional. */
export type SiteFacts = {
  /** Address without a trailing slash: `https://example.com`. */
  url?: string
  /** Path below the host: `/blog`. */
  baseurl?: string
  title?: string
  /** The site's configuration, for `{{ site.key }}` and `{{< param "key" >}}`. */
  config?: Record<string, unknown>
  /** Whether the site turns `:tada:` into a picture character. Default: no, the shortcode stays as typed. */
  emoji?: boolean
  /** Whether a line end is a line break; default is the generator's own. */
  breaks?: boolean
  /** Whether the pages run a TeX renderer; `auto` (default) takes only what looks like TeX. */
  math?: 'auto' | 'always' | 'never'
}

/** One syntax family: how its tags look is in `scanTags.ts`, what they mean is here. */
export type TagSyntax = {
  name: 'hugo' | 'liquid' | 'hexo' | 'zola'
  handlers: Readonly<Record<string, TagHandler>>
  /** Tags whose body is no source of this syntax: it is handed to the handler as it is. */
  verbatim: ReadonlySet<string>
  /** Those of them whose handlers read the body as Markdown. */
  hasMarkdownBody?: ReadonlySet<string>
  /** The same, for tags of which only the arguments tell; `outer` is the tag that this one stands in. */
  isVerbatim?: (tag: Tag, outer: Tag | undefined) => boolean
  /** Asked when the table has no entry, or its handler gave up. */
  fallback?: TagHandler
  /** Whether a tag that nothing is known of says nothing to the reader: its source is kept out of sight. */
  isWordless?: (tag: Tag) => boolean
  /** Changes to code (fences, code spans), where tags are not expanded. */
  unescapeCode?: (code: string, isFence: boolean) => string
}
