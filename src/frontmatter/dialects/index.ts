import { astro } from './astro'
import type { DialectRules } from './dialect'
import { docusaurus } from './docusaurus'
import { eleventy } from './eleventy'
import { gatsby } from './gatsby'
import { hexo } from './hexo'
import { hugo } from './hugo'
import { jekyll } from './jekyll'
import { plain } from './plain'
import { zola } from './zola'

export type Dialect =
  'hexo' | 'jekyll' | 'hugo' | 'zola' | 'astro' | 'eleventy' | 'docusaurus' | 'gatsby' | 'plain'

/** The rules of each generator, by name. */
export const DIALECTS: Readonly<Record<Dialect, DialectRules>> = {
  hexo,
  jekyll,
  hugo,
  zola,
  astro,
  eleventy,
  docusaurus,
  gatsby,
  plain,
}
