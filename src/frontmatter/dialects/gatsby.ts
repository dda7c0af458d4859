import { filledText } from '../json'
import { dateInPath } from '../dates'
import { languageInPath } from '../locale'
import {
  contentSegments,
  datedSegments,
  folded,
  languagePrefix,
  stem,
  toPath,
} from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** Gatsby leaves addresses to each site: the ones of its starters are given, and dated ones for dated file names. */
export const gatsby: DialectRules = {
  configFiles: /(^|\/)gatsby-(config|node|browser)\.\w+$/,
  layout: [
    { pattern: /(^|\/)content\/(blog|posts?)\//, weight: 1, reason: 'posts stand in content/blog' },
    {
      pattern: /(^|\/)content\/authors\.ya?ml$/,
      weight: 5,
      reason: 'authors stand in content/authors.yml',
    },
  ],
  keys: ['templateKey', 'featuredimage', 'sectionid', 'featuredpost'],
  ignored: /(^|\/)(node_modules|public|\.cache)\//,
  roots: ['src/pages', 'content', 'src'],
  posts: /(^|\/)(posts?|blog|news|articles?)\//,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, slug, site } = parts
  const own = filledText(data['permalink']) ?? filledText(data['path']) ?? filledText(data['url'])
  if (own) return toPath([own], { isFolder: own.endsWith('/') })
  const segments = contentSegments({ path, site }, gatsby.roots)
  const folders = folded(segments)
  // `index.fr.md` beside `index.md`: the usual set-up puts the language in front.
  const prefix = languageInPath(segments.at(-1) ?? '') && languagePrefix(parts)
  if (slug) return toPath(slug.startsWith('/') ? [slug] : [prefix, ...folders.slice(0, -1), slug])
  if (!dateInPath(stem(segments))) return toPath([prefix, ...folders])
  return toPath([prefix, ...datedSegments(segments)], { isFolder: false }).concat('.html')
}
