import { filledText } from '../json'
import { dateInPath } from '../dates'
import { withoutDate } from '../slug'
import { folded, languagePrefix, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://docusaurus.io/docs/blog and https://docusaurus.io/docs/create-doc */
export const docusaurus: DialectRules = {
  configFiles: /(^|\/)(docusaurus\.config|sidebars)\.\w+$/,
  layout: [
    {
      pattern: /(^|\/)blog\/authors\.ya?ml$/,
      weight: 6,
      reason: 'authors stand in blog/authors.yml',
    },
    { pattern: /(^|\/)i18n\/[^/]+\/docusaurus-/, weight: 8, reason: 'translations stand in i18n' },
    {
      pattern: /(^|\/)(versioned_docs|static\/img)\//,
      weight: 2,
      reason: 'it has versioned_docs or static/img',
    },
    { pattern: /^blog\/.*\.mdx?$/, weight: 1, reason: 'it has a blog folder' },
  ],
  keys: [
    'sidebar_label',
    'sidebar_position',
    'hide_table_of_contents',
    'toc_max_heading_level',
    'pagination_label',
    'unlisted',
  ],
  ignored: /(^|\/)(node_modules|build|\.docusaurus|src)\/|(^|\/)_[^/]*$/,
  roots: ['blog', 'docs'],
  posts: /(^|\/)(blog|news|docusaurus-plugin-content-blog)\//,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, slug, site } = parts
  const { base, segments } = placeOf(path, site.routes)
  const prefix = languagePrefix(parts)
  const isBlog = docusaurus.posts.test(path)
  if (slug !== undefined) {
    const folders = slug.startsWith('/') || isBlog ? [] : segments.slice(0, -1)
    return toPath([prefix, base, ...folders, slug], { isFolder: slug.endsWith('/') })
  }
  const folders = folded(segments)
  if (!isBlog) {
    const id = filledText(data['id'])
    const named = id ? [...folders.slice(0, -1), id] : folders
    return toPath([prefix, base, ...named.map(withoutNumber)], { isFolder: false })
  }
  const date = dateInPath(segments.join('/'))
  const name = withoutDate(folders.at(-1) ?? '')
  const outer = folders.slice(0, -1).filter((folder) => !/^\d{1,4}$/.test(folder))
  return toPath([prefix, base, ...(date ? date.split('-') : outer), name], { isFolder: false })
}

function withoutNumber(segment: string): string {
  return segment.replace(/^\d+[-_.]\s*(?=\D)/, '')
}

function placeOf(
  path: string,
  routes: ReadonlyMap<string, string>,
): { base: string; segments: string[] } {
  const segments = path.split('/')
  const at = segments.findIndex((segment) =>
    /^(blog|docs|docusaurus-plugin-content-(blog|docs|pages))$/.test(segment),
  )
  const folder = (segments[at] ?? '').replace('docusaurus-plugin-content-', '')
  const below = segments.slice(at + 1)
  const isVersioned = /^(current|version-)/.test(below[0] ?? '')
  const base = at === -1 || folder === 'pages' ? '' : folder
  return { base: routes.get(base) ?? base, segments: isVersioned ? below.slice(1) : below }
}
