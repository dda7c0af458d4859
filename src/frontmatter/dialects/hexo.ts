import { filledText } from '../json'
import { dateValues, fillPermalink, segmentsBelow, stem, toPath } from './addressParts'
import { hashOf, withoutDate } from '../slug'
import type { AddressParts, DialectRules } from './dialect'

/** https://hexo.io/docs/permalinks and https://hexo.io/docs/front-matter */
export const hexo: DialectRules = {
  configFiles: /(^|\/)(_config\.(?!yml$)[\w-]+\.yml|scaffolds\/)/,
  layout: [
    { pattern: /(^|\/)source\/_posts\//, weight: 6, reason: 'posts stand in source/_posts' },
    {
      pattern: /(^|\/)source\/_(drafts|data)\//,
      weight: 3,
      reason: 'folders of Hexo stand in source',
    },
    { pattern: /(^|\/)scaffolds\/(post|page|draft)\.md$/, weight: 5, reason: 'it has scaffolds' },
  ],
  keys: ['headimg', 'abbrlink', 'toc_number', 'top_img', 'index_img', 'copyright_author'],
  ignored:
    /(^|\/)(node_modules|themes|scaffolds|public|\.deploy_git)\/|(^|\/)source\/_(?!posts\/|drafts\/)[^/]*\//,
  roots: ['source/_posts', 'source/_drafts', 'source', '_posts', '_drafts'],
  posts: /(^|\/)_(posts|drafts)\//,
  isCategoryPath: true,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, site, title } = parts
  const segments = segmentsBelow(path, hexo.roots)
  const name = stem(segments)
  if (!hexo.posts.test(path)) return pageAddress(parts, segments)
  const isDated = site.newPostName?.startsWith(':year') ?? filledText(data['date']) === undefined
  const slug = isDated ? withoutDate(name) : name
  const folders = segments.slice(0, -1)
  const category =
    parts.categories[0]?.map((part) => part.replace(/\s+/g, '-')).join('/') ?? 'uncategorized'
  const abbrlink = filledText(data['abbrlink'])
  const pattern =
    filledText(data['permalink']) ??
    site.permalinks.get('post') ??
    (abbrlink ? 'posts/:abbrlink/' : ':year/:month/:day/:title/')
  if (!parts.date && /:(year|month|day|i_)/.test(pattern)) return undefined
  const values = {
    ...dateValues(parts),
    title: [...folders, slug].join('/'),
    name: slug,
    post_title: title.replace(/\s+/g, '-'),
    category,
    lang: parts.locale ?? '',
    hash: hashOf(title),
  }
  return fillPermalink(pattern, { values, data })
}

function pageAddress({ data }: AddressParts, segments: string[]): string {
  const permalink = filledText(data['permalink'])
  if (permalink) return toPath([permalink], { isFolder: permalink.endsWith('/') })
  const name = stem(segments)
  const folders = segments.slice(0, -1)
  return name === 'index'
    ? toPath(folders)
    : toPath([...folders, `${name}.html`], { isFolder: false })
}
