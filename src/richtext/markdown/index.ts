import type { Problem } from '../../problem'
import { TAG_SYNTAX_OF, type SiteFacts, type SourceDialect } from '../generator'
import { expandTags, type ExpandedText } from '../generator/expand'
import { expandMdx } from '../generator/mdx'
import { resolvePlaceholders, restoreAddresses, type Placeholders } from '../generator/placeholders'
import type { ExpansionContext } from '../generator/tag'
import { featuresOf, type MarkdownFeatures } from './dialects'
import { parserFor } from './parser'

export type { SiteFacts, SourceDialect } from '../generator'

/** What `markdownToHtml` reads. */
export type MarkdownSource = {
  /** The body, without front matter. */
  text: string
  dialect: SourceDialect
  /** What is known of the site. */
  site?: SiteFacts
  /** The file's path; its ending may change the renderer (`.mdx`, `.Rmd`). */
  path?: string
  /** The page's own front matter, for `{{ page.title }}` and `{{< param >}}`. */
  page?: Record<string, unknown>
  /** Texts of the site's include files by name. */
  includes?: ReadonlyMap<string, string>
}

/**
 * Takes a Markdown body with its generator's own syntax and returns the intermediate HTML that the compiler reads, with
 * what could not be expanded kept visible and reported. What the generator shows is kept to the word; what its
 * renderer does not know stays as typed. Pure; linear in the length of the text; never throws.
 */
export const markdownToHtml = ({
  text,
  dialect,
  site = {},
  path = '',
  page = {},
  includes = new Map(),
}: MarkdownSource): { html: string; problems: Problem[] } => {
  const problems: Problem[] = []
  const features = withSiteFacts(featuresOf(dialect, path, text), site)
  const context: ExpansionContext = {
    site,
    page,
    includes,
    variables: new Map(),
    renderInline: (markdown: string) => parserFor(features).renderInline(markdown, {}),
    renderBlocks: (markdown: string) => parserFor(features).render(markdown, {}),
    problems,
  }
  const source = text.replace(/\r\n?/g, '\n')
  const expanded = expand({ source, dialect, features, context })
  return { html: render(expanded, features, problems), problems }
}

const expand = ({
  source,
  dialect,
  features,
  context,
}: {
  source: string
  dialect: SourceDialect
  features: MarkdownFeatures
  context: ExpansionContext
}): ExpandedText => {
  if (features.mdx) return expandMdx(source, context)
  const syntax = TAG_SYNTAX_OF[dialect]
  return syntax
    ? expandTags({ text: source, syntax, context, isMarkdown: true })
    : { text: source, placeholders: NO_PLACEHOLDERS }
}

const NO_PLACEHOLDERS: Placeholders = { opener: '', closer: '', inserts: [] }

const render = (
  { text, placeholders }: ExpandedText,
  features: MarkdownFeatures,
  problems: Problem[],
): string => {
  const md = parserFor(features)
  // It makes no use of `this`; bound, it would be bound once more by every text.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const normalizeLink = md.normalizeLink
  md.normalizeLink = (address) => normalizeLink(restoreAddresses(address, placeholders))
  try {
    return resolvePlaceholders(md.render(text, { placeholders, problems }), placeholders)
  } finally {
    md.normalizeLink = normalizeLink
  }
}

const withSiteFacts = (features: MarkdownFeatures, site: SiteFacts): MarkdownFeatures => ({
  ...features,
  breaks: site.breaks ?? features.breaks,
  emoji: site.emoji ?? features.emoji,
  math: site.math ?? features.math,
})
