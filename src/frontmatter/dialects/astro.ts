import { filledText, isObject } from '../json'
import { contentSegments, folded, githubSlug, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://docs.astro.build/en/guides/content-collections/; addresses are up to each site, so the usual one is given. */
export const astro: DialectRules = {
  configFiles: /(^|\/)astro\.config\.\w+$|(^|\/)src\/(content\/config|content\.config)\.\w+$/,
  layout: [
    { pattern: /(^|\/)src\/content\//, weight: 6, reason: 'collections stand in src/content' },
    { pattern: /(^|\/)src\/pages\/.*\.mdx?$/, weight: 1, reason: 'pages stand in src/pages' },
  ],
  keys: ['pubDate', 'heroImage', 'updatedDate', 'pubDatetime', 'modDatetime', 'ogImage'],
  ignored:
    /(^|\/)(node_modules|dist|\.astro|public)\/|(^|\/)src\/(components|layouts|styles)\/|(^|\/)src\/(content|pages)\/(.*\/)?_(?!index)[^/]*/,
  roots: ['src/content', 'src/pages', 'src/data', 'content', 'src'],
  posts: /(^|\/)(posts?|blog|news|articles?)\//,
  isMonthFirst: true,
  address,
}

function address({ path, data, slug, site }: AddressParts): string | undefined {
  const own = filledText(data['permalink']) ?? filledText(data['url'])
  if (own) return toPath([own], { isFolder: own.endsWith('/') })
  const folders = folded(contentSegments({ path, site }, astro.roots))
  // Starlight serves its collection at the top.
  const isTop = site.settings['starlight'] === true && folders[0] === 'docs'
  const place = slug ? [...folders.slice(0, 1), ...slug.split('/')] : folders
  const named = (isTop ? place.slice(1) : place).map(githubSlug)
  const build = site.settings['build']
  const isFile =
    site.settings['trailingSlash'] === 'never' || (isObject(build) && build['format'] === 'file')
  return toPath(named, { isFolder: !isFile })
}
