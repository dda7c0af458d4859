import { filledText } from '../json'
import { dateInPath } from '../dates'
import { contentSegments, datedSegments, folded, stem, toPath } from './addressParts'
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

function address({ path, data, slug, site }: AddressParts): string | undefined {
  const own = filledText(data['permalink']) ?? filledText(data['path']) ?? filledText(data['url'])
  if (own) return toPath([own], { isFolder: own.endsWith('/') })
  const segments = contentSegments({ path, site }, gatsby.roots)
  const folders = folded(segments)
  if (slug) return toPath(slug.startsWith('/') ? [slug] : [...folders.slice(0, -1), slug])
  if (!dateInPath(stem(segments))) return toPath(folders)
  return toPath(datedSegments(segments), { isFolder: false }).concat('.html')
}
