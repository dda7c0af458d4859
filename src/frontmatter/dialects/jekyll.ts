import { filledText } from '../json'
import { withoutDate } from '../slug'
import { dateValues, fillPermalink, stem, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://jekyllrb.com/docs/permalinks/ and https://jekyllrb.com/docs/structure/ */
export const jekyll: DialectRules = {
  configFiles: /(^|\/)(_config\.ya?ml|_config\.toml|Gemfile)$/,
  layout: [
    { pattern: /^(?!(.*\/)?source\/).*_posts\//, weight: 4, reason: 'posts stand in _posts' },
    {
      pattern: /(^|\/)_posts\/(.*\/)?\d{4}-\d{1,2}-\d{1,2}-[^/]+$/,
      weight: 2,
      reason: 'posts are named after their dates',
    },
    {
      pattern: /(^|\/)_(includes|layouts|sass|site)\//,
      weight: 3,
      reason: 'it has _layouts or _includes',
    },
  ],
  keys: [
    'redirect_from',
    'header-img',
    'header-style',
    'excerpt_separator',
    'last_modified_at',
    'catalog',
  ],
  ignored:
    /(^|\/)(node_modules|vendor|_site|_layouts|_includes|_sass|_data|_plugins|\.jekyll-cache)\//,
  roots: ['_posts', '_drafts'],
  posts: /(^|\/)_(posts|drafts)\//,
  isSpaceSeparated: true,
  pathCategories: (path) => (jekyll.posts.test(path) ? foldersAbove(path) : []),
  address,
}

const STYLES = new Map<string, string>([
  ['date', '/:categories/:year/:month/:day/:title.html'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title.html'],
  ['none', '/:categories/:title.html'],
])

/** Folders that hold a site rather than name a category. */
const SITE_FOLDER = /^(docs?|src|source|site|website|www|test|jekyll|content|app|blog-src)$/

function address(parts: AddressParts): string | undefined {
  const { path, data, site } = parts
  const segments = path.split('/')
  const name = stem(segments)
  const folders = segments.slice(0, -1)
  const style = site.permalinks.get('post')
  const own = filledText(data['permalink'])
  const collection = folders.findIndex((folder) => /^_[^_]/.test(folder))
  const outer = foldersAbove(path)
  if (own) return filled(own, parts)
  if (jekyll.posts.test(path)) {
    if (!parts.date) return undefined
    return filled(STYLES.get(style ?? 'date') ?? style ?? '', parts)
  }
  if (collection !== -1) {
    const label = (folders[collection] ?? '').slice(1)
    const pattern = site.permalinks.get(label) ?? `/:collection/:path.html`
    const below = [...folders.slice(collection + 1), name]
    return fillPermalink(pattern.replace(':output_ext', '.html'), {
      values: { ...dateValues(parts), collection: label, path: below.join('/'), title: name, name },
      data,
    })
  }
  if (name === 'index') return toPath(outer)
  const isPretty = style === 'pretty' || style?.endsWith('/')
  return isPretty
    ? toPath([...outer, name])
    : toPath([...outer, `${name}.html`], { isFolder: false })
}

/** The folders above `_posts`, which Jekyll takes for categories, without those that hold the whole site. */
function foldersAbove(path: string): string[] {
  const folders = path.split('/').slice(0, -1)
  const collection = folders.findIndex((folder) => /^_[^_]/.test(folder))
  const above = collection === -1 ? folders : folders.slice(0, collection)
  return above.filter((folder) => !SITE_FOLDER.test(folder))
}

function filled(pattern: string, parts: AddressParts): string {
  const name = withoutDate(stem(parts.path.split('/')))
  const title = parts.slug ?? name
  const named = parts.categories.map((path) => path.at(-1) ?? '')
  const categories = [...new Set(named.map((it) => it.toLowerCase()))].join('/')
  const values = {
    ...dateValues(parts),
    title,
    slug: title.toLowerCase(),
    categories,
    output_ext: '.html',
    name,
  }
  return fillPermalink(pattern, { values, data: parts.data })
}
