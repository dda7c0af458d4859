import type { Problem } from '../../problem'
import { expandTags } from './expand'
import { escapeHtml } from './escapeHtml'
import { HEXO_SYNTAX } from './hexoTags'
import { HUGO_SYNTAX } from './hugoShortcodes'
import { LIQUID_SYNTAX } from './liquidTags'
import { resolvePlaceholders } from './placeholders'
import type { SiteFacts, TagSyntax } from './tag'
import { ZOLA_SYNTAX } from './zolaShortcodes'

export type { SiteFacts } from './tag'

/** The generators whose sources Galley reads; `plain` has no generator syntax. */
export type SourceDialect =
  'hexo' | 'jekyll' | 'hugo' | 'zola' | 'astro' | 'eleventy' | 'docusaurus' | 'gatsby' | 'plain'

/** The tag syntax of each generator, for those that have one. */
export const TAG_SYNTAX_OF: Partial<Record<SourceDialect, TagSyntax>> = {
  hexo: HEXO_SYNTAX,
  jekyll: LIQUID_SYNTAX,
  eleventy: LIQUID_SYNTAX,
  hugo: HUGO_SYNTAX,
  zola: ZOLA_SYNTAX,
}

/**
 * Takes an HTML source that may carry generator tags and returns it with the tags expanded, in the intermediate HTML
 * that the compiler reads. Tags of unknown meaning stay visible as source, with a problem. Never throws.
 */
export const expandGeneratorSyntax = ({
  text,
  dialect,
  site = {},
  page = {},
  includes = new Map(),
}: {
  text: string
  dialect: SourceDialect
  site?: SiteFacts
  page?: Record<string, unknown>
  includes?: ReadonlyMap<string, string>
}): { html: string; problems: Problem[] } => {
  const problems: Problem[] = []
  const syntax = TAG_SYNTAX_OF[dialect]
  if (!syntax) return { html: text, problems }
  const context = {
    site,
    page,
    includes,
    variables: new Map(),
    renderInline: escapeHtml,
    renderBlocks: (html: string) => html,
    problems,
  }
  const expanded = expandTags({ text, syntax, context, isMarkdown: false })
  return { html: resolvePlaceholders(expanded.text, expanded.placeholders), problems }
}
