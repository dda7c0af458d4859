import { filledText } from '../json'
import {
  dateValues,
  fillPermalink,
  folded,
  languagePrefix,
  segmentsBelow,
  stem,
  toPath,
  urlized,
  withoutLanguage,
} from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://gohugo.io/content-management/urls/ */
export const hugo: DialectRules = {
  configFiles: /(^|\/)(hugo\.(toml|ya?ml|json)|config\/_default\/[^/]+\.(toml|ya?ml|json))$/,
  layout: [
    { pattern: /(^|(?<!src)\/)content\//, weight: 1, reason: 'it has a content folder' },
    {
      pattern: /(^|(?<!src)\/)content\/(.*\/)?_index\.[\w.-]+$/,
      weight: 3,
      reason: 'sections have an _index file',
    },
    { pattern: /(^|(?<!src)\/)content\/post\//, weight: 2, reason: 'posts stand in content/post' },
    {
      pattern: /(^|\/)(archetypes|layouts\/_default|layouts\/shortcodes)\//,
      weight: 4,
      reason: 'it has archetypes or layouts',
    },
  ],
  keys: [
    'linkTitle',
    'expirydate',
    'expiryDate',
    'publishdate',
    'lastmod',
    'cascade',
    'outputs',
    'aliases',
    'slug',
    'isCJKLanguage',
  ],
  ignored: /(^|\/)(node_modules|themes|archetypes|layouts|public|resources\/_gen|_vendor)\//,
  roots: ['content'],
  posts: /(^|\/)(posts?|blog|news|articles?|events|stories)\//,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, site, slug } = parts
  const below = segmentsBelow(
    path,
    site.contentDirs.length > 0 ? [...site.contentDirs, ...hugo.roots] : hugo.roots,
  )
  const segments = withoutLanguage(below)
  const prefix = languagePrefix(parts)
  const url = filledText(data['url'])
  if (url)
    return toPath([url.startsWith('/') ? undefined : prefix, url], { isFolder: url.endsWith('/') })
  const isSection = stem(segments) === '_index'
  const folders = folded(segments)
  const section = segments.length > 1 ? (segments[0] ?? '') : ''
  const name = folders.at(-1) ?? ''
  const pattern = isSection ? undefined : (site.permalinks.get(section) ?? site.permalinks.get('*'))
  if (pattern && (parts.date || !/:(year|month|day)/.test(pattern))) {
    const values = {
      ...dateValues(parts),
      section,
      sections: segments.slice(0, -1).join('/'),
      title: urlized(parts.title),
      slug: urlized(slug ?? parts.title),
      slugorfilename: urlized(slug ?? name),
      slugorcontentbasename: urlized(slug ?? name),
      filename: urlized(name),
      contentbasename: urlized(name),
    }
    return toPath([prefix, urlized(fillPermalink(bracketed(pattern), { values, data }))], {
      isFolder: !/\.\w+$/.test(pattern),
    })
  }
  const own = slug !== undefined && !isSection ? [...folders.slice(0, -1), slug] : folders
  return toPath([prefix, ...own.map(urlized)])
}

/** `:sections[1:]` and the like are read as the whole. */
function bracketed(pattern: string): string {
  return pattern.replace(/\[[^\]]*\]/g, '')
}
