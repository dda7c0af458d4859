import { filledText } from '../json'
import { withoutDate } from '../slug'
import { folded, languagePrefix, segmentsBelow, stem, toPath, urlized } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://www.getzola.org/documentation/content/page/ */
export const zola: DialectRules = {
  configFiles: /(^|\/)zola\.toml$/,
  layout: [
    { pattern: /(^|(?<!src)\/)content\//, weight: 1, reason: 'it has a content folder' },
    {
      pattern: /(^|(?<!src)\/)content\/(.*\/)?_index\.[\w.-]+$/,
      weight: 3,
      reason: 'sections have an _index file',
    },
  ],
  keys: [
    'taxonomies',
    'extra',
    'sort_by',
    'path',
    'generate_feeds',
    'page_template',
    'insert_anchor_links',
    'in_search_index',
  ],
  ignored: /(^|\/)(node_modules|themes|templates|public|sass)\//,
  roots: ['content'],
  posts: /(^|\/)(posts?|blog|news|articles?)\//,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, slug } = parts
  const prefix = languagePrefix(parts)
  const own = filledText(data['path'])
  if (own) return toPath([prefix, own])
  const segments = segmentsBelow(path, zola.roots)
  const folders = folded(segments)
  if (stem(segments) === '_index') return toPath([prefix, ...folders])
  const name = slug ?? withoutDate(folders.at(-1) ?? '')
  return toPath(
    [prefix, ...folders.slice(0, -1), name].map((segment) => segment && urlized(segment)),
  )
}
