import { filledText } from '../json'
import { contentSegments, folded, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** Files of no known generator: the address is what the front matter says, else the path without its extension. */
export const plain: DialectRules = {
  configFiles: /$^/,
  layout: [],
  keys: [],
  ignored: /(^|\/)node_modules\//,
  roots: ['src/content', 'src/pages', '_content', 'content', 'public', 'pages'],
  posts: /(^|\/)(_?posts?|blog|news|articles?)\//,
  address,
}

function address({ path, data, slug, site }: AddressParts): string | undefined {
  const own = filledText(data['permalink']) ?? filledText(data['url']) ?? filledText(data['path'])
  if (own) return toPath([own], { isFolder: own.endsWith('/') })
  const folders = folded(contentSegments({ path, site }, plain.roots))
  return toPath(slug ? [...folders.slice(0, -1), slug] : folders, { isFolder: false })
}
