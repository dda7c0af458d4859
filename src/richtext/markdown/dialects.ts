import type { SourceDialect } from '../generator'
import { usesMdx } from '../generator/mdxSyntax'

/**
 * What a generator's Markdown renderer knows beyond CommonMark. What is off stays as the literal text that the
 * generator shows. Two things are always on, as a site without them shows the same words: footnotes (nobody writes a
 * definition that is not meant as one) and links of bare addresses.
 */
export type MarkdownFeatures = {
  /** Line ends are line breaks. */
  breaks: boolean
  strikethrough: 'none' | 'double' | 'single'
  tables: boolean
  taskLists: boolean
  inlineFootnotes: boolean
  /** Pandoc has `~` as well as `:`. */
  definitionLists: 'none' | 'colon' | 'any'
  abbreviations: boolean
  subAndSuperscript: boolean
  /** `## Title {#id .class}` */
  headingAttributes: boolean
  /** kramdown: `{: .class}`, `{::comment}`, `markdown="1"`, emphasis next to punctuation, HTML blocks up to their end tag. */
  kramdown: boolean
  /** `![](x.png){width=300}`: attributes behind a picture, link, code or emphasis. */
  spanAttributes: boolean
  /** `:::note[Title]` … `:::` */
  directives: 'none' | 'admonitions' | 'any'
  /** `> [!NOTE]` */
  alerts: boolean
  mdx: boolean
  indentedCode: boolean
  emoji: boolean
  math: 'auto' | 'always' | 'never'
  /** Code spans that hold only `$…$` are math. */
  mathInCode: boolean
}

const COMMONMARK: MarkdownFeatures = {
  breaks: false,
  strikethrough: 'none',
  tables: false,
  taskLists: false,
  inlineFootnotes: false,
  definitionLists: 'none',
  abbreviations: false,
  subAndSuperscript: false,
  headingAttributes: false,
  kramdown: false,
  spanAttributes: false,
  directives: 'none',
  alerts: false,
  mdx: false,
  indentedCode: true,
  emoji: false,
  math: 'auto',
  mathInCode: false,
}

const GFM: MarkdownFeatures = {
  ...COMMONMARK,
  strikethrough: 'single',
  tables: true,
  taskLists: true,
}

/** remark with remark-gfm. */
const REMARK: MarkdownFeatures = GFM

/** MDX has neither indented code nor HTML, only JSX. */
const MDX: MarkdownFeatures = { ...REMARK, mdx: true, indentedCode: false }

/** blogdown hands `.Rmd` files to Pandoc. */
const PANDOC: MarkdownFeatures = {
  ...COMMONMARK,
  strikethrough: 'double',
  tables: true,
  taskLists: true,
  inlineFootnotes: true,
  definitionLists: 'any',
  subAndSuperscript: true,
  headingAttributes: true,
  spanAttributes: true,
  directives: 'any',
  math: 'always',
  mathInCode: true,
}

/** The features of each generator's default renderer, with where that default is written down. */
const FEATURES: Record<SourceDialect, MarkdownFeatures> = {
  // hexo-renderer-marked, index.js: gfm and breaks are on.
  hexo: { ...GFM, breaks: true },
  // kramdown with the GFM parser, hard_wrap off (Jekyll's lib/jekyll/configuration.rb).
  jekyll: {
    ...COMMONMARK,
    strikethrough: 'double',
    tables: true,
    taskLists: true,
    definitionLists: 'colon',
    abbreviations: true,
    headingAttributes: true,
    kramdown: true,
    spanAttributes: true,
  },
  // goldmark as in Hugo's markup configuration: tables, definition lists, attributes on headings.
  hugo: {
    ...GFM,
    definitionLists: 'colon',
    headingAttributes: true,
    alerts: true,
    mathInCode: true,
  },
  // pulldown-cmark with Zola's options.
  zola: { ...GFM, headingAttributes: true },
  astro: REMARK,
  // markdown-it with html on, and the plugins that nearly every site adds: attributes, check boxes.
  eleventy: {
    ...COMMONMARK,
    strikethrough: 'double',
    tables: true,
    taskLists: true,
    headingAttributes: true,
    spanAttributes: true,
  },
  docusaurus: { ...MDX, headingAttributes: true, directives: 'admonitions' },
  gatsby: { ...REMARK, headingAttributes: true },
  plain: { ...GFM, directives: 'admonitions' },
}

/**
 * Takes a dialect, the file's path (whose ending may change the renderer) and its text, and returns the features to parse
 * with.
 */
export const featuresOf = (dialect: SourceDialect, path = '', text = ''): MarkdownFeatures => {
  if (/\.Rmd$/i.test(path)) return PANDOC
  const features = FEATURES[dialect]
  if (/\.mdx$/i.test(path)) return withMdx(features)
  return features.mdx && !usesMdx(text) ? { ...features, mdx: false, indentedCode: true } : features
}

const withMdx = ({ headingAttributes, directives }: MarkdownFeatures): MarkdownFeatures => ({
  ...MDX,
  headingAttributes,
  directives,
})
