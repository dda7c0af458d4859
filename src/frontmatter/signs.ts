import type { Dialect } from './dialects'

/** A sign in texts or in their front matter; it counts in full where a fiftieth of the sampled files shows it. */
export type ContentSign = { sign: string; dialect: Dialect; weight: number; reason: string }

type BodySign = ContentSign & { pattern: RegExp }

/** What one generator's texts hold and the others' do not. */
export const BODY_SIGNS: readonly BodySign[] = [
  {
    sign: 'body:truncate',
    pattern: /<!--\s*truncate\s*-->|\{\/\*\s*truncate\s*\*\/\}/,
    dialect: 'docusaurus',
    weight: 6,
    reason: 'texts are cut at <!-- truncate -->',
  },
  {
    sign: 'body:@theme',
    pattern: /\bfrom ['"]@(?:theme|site|docusaurus)\//,
    dialect: 'docusaurus',
    weight: 6,
    reason: 'texts import components of Docusaurus',
  },
  {
    sign: 'body:hexo-tag',
    pattern: /\{%\s*(?:asset_(?:img|path|link)|post_(?:link|path)|codeblock|note|cq|centerquote)\b/,
    dialect: 'hexo',
    weight: 4,
    reason: 'texts use tags of Hexo',
  },
  {
    sign: 'body:more',
    pattern: /<!--\s*more\s*-->/i,
    dialect: 'hexo',
    weight: 1,
    reason: 'texts are cut at <!-- more -->',
  },
  {
    sign: 'body:liquid',
    pattern: /\{%-?\s*(?:highlight|post_url|include|link)\s/,
    dialect: 'jekyll',
    weight: 3,
    reason: 'texts use tags of Jekyll',
  },
  {
    sign: 'body:kramdown',
    pattern: /^\{:[^}\n]+\}\s*$/m,
    dialect: 'jekyll',
    weight: 2,
    reason: 'texts use attributes of kramdown',
  },
  {
    sign: 'body:shortcode',
    pattern: /\{\{[<%]\s*\/?\s*[\w"-]/,
    dialect: 'hugo',
    weight: 3,
    reason: 'texts use shortcodes of Hugo',
  },
  {
    sign: 'body:@link',
    pattern: /\]\(@\/[^)\n]+\.md/,
    dialect: 'zola',
    weight: 6,
    reason: 'texts link as Zola does',
  },
  {
    sign: 'body:njk',
    pattern:
      /\{\{\s*["'][^"'{}\n]*["']\s*\|\s*url\s*\}\}|\{%-?\s*(?:image\s+["']|renderTemplate|addedin\b)/,
    dialect: 'eleventy',
    weight: 6,
    reason: 'texts use filters and shortcodes of Eleventy',
  },
  {
    sign: 'body:astro',
    pattern: /\bfrom ['"](?:astro:|@astrojs\/|[^'"\n]+\.astro['"])/,
    dialect: 'astro',
    weight: 6,
    reason: 'texts import components of Astro',
  },
]

/** What front matter is written in, and values that tell. */
export const FORMAT_SIGNS: readonly ContentSign[] = [
  { sign: '+++', dialect: 'hugo', weight: 2, reason: 'front matter is TOML' },
  { sign: '+++', dialect: 'zola', weight: 2, reason: 'front matter is TOML' },
  { sign: '{}', dialect: 'eleventy', weight: 3, reason: 'front matter is JSON' },
  { sign: 'layout:post', dialect: 'jekyll', weight: 2, reason: 'texts have the layout “post”' },
]

/** Packages that a site of the generator depends on (`package.json`, `Gemfile`). */
export const PACKAGES: readonly { name: RegExp; dialect: Dialect }[] = [
  { name: /"hexo"\s*:/, dialect: 'hexo' },
  { name: /"gatsby"\s*:/, dialect: 'gatsby' },
  { name: /"astro"\s*:/, dialect: 'astro' },
  { name: /"@docusaurus\/core"\s*:/, dialect: 'docusaurus' },
  { name: /"@11ty\/eleventy"\s*:/, dialect: 'eleventy' },
  { name: /^\s*gem\s+["'](?:jekyll|github-pages)["']/m, dialect: 'jekyll' },
]
