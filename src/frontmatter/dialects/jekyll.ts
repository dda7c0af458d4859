import { filledText } from '../json'
import type { Site } from '../site'
import { withoutDate } from '../slug'
import { belowRoot, dateValues, fillPermalink, stem, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://jekyllrb.com/docs/permalinks/ and https://jekyllrb.com/docs/structure/ */
export const jekyll: DialectRules = {
  configFiles: /(^|\/)(_config\.ya?ml|_config\.toml|Gemfile)$/,
  layout: [
    { pattern: /^(?!(.*\/)?source\/)(.*\/)?_posts\//, weight: 2, reason: 'posts stand in _posts' },
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
    /(^|\/)node_modules\/|^(?:(?!_posts\/|_drafts\/)[^/]+\/)*(?:vendor|_site|_layouts|_includes|_sass|_data|_plugins|\.jekyll-cache)\//,
  roots: ['_posts', '_drafts'],
  posts: /(^|\/)_(posts|drafts)\//,
  isSpaceSeparated: true,
  pathCategories: (path, site) => (jekyll.posts.test(path) ? foldersAbove(path, site) : []),
  address,
}

const STYLES = new Map<string, string>([
  ['date', '/:categories/:year/:month/:day/:title:output_ext'],
  ['pretty', '/:categories/:year/:month/:day/:title/'],
  ['ordinal', '/:categories/:year/:y_day/:title:output_ext'],
  ['weekdate', '/:categories/:year/W:week/:short_day/:title:output_ext'],
  ['none', '/:categories/:title:output_ext'],
])

/** Folders that hold a site rather than name a category, where no configuration says which one does. */
const SITE_FOLDER = /^(docs?|src|source|site|website|www|test|jekyll|content|app|blog-src)$/

function address(parts: AddressParts): string | undefined {
  const { path, data, site } = parts
  const segments = belowRoot(path, site.root).split('/')
  const folders = segments.slice(0, -1)
  const style = site.permalinks.get('post') ?? 'date'
  const own = filledText(data['permalink'])
  const collection = folders.findIndex((folder) => /^_[^_]/.test(folder))
  const isPost = jekyll.posts.test(path)
  if (own || isPost) {
    const pattern = styled(own ?? style)
    return !parts.date && NEEDS_DATE.test(pattern) ? undefined : filled(pattern, parts, segments)
  }
  if (collection !== -1) {
    const label = (folders[collection] ?? '').slice(1)
    const pattern = site.permalinks.get(label) ?? `/:collection/:path${suffixOf(style)}`
    return filled(styled(pattern), parts, segments)
  }
  const outer = foldersAbove(path, site)
  const name = stem(segments)
  if (name === 'index') return toPath(outer)
  const suffix = suffixOf(style).replace(':output_ext', '.html')
  return toPath([...outer, `${name}${suffix}`], { isFolder: suffix === '/' })
}

const NEEDS_DATE = /:(year|month|day|hour|minute|second|week|(i|short|long|y|w)_(year|month|day))\b/

function styled(pattern: string): string {
  return STYLES.get(pattern) ?? pattern
}

/** What Jekyll adds to the address of a page so that it looks like those of the posts. */
function suffixOf(style: string): string {
  if (style === 'pretty' || style.endsWith('/')) return '/'
  return STYLES.has(style) || style.endsWith(':output_ext') ? ':output_ext' : ''
}

/** The folders above `_posts`, which Jekyll takes for categories, without those that hold the whole site. */
function foldersAbove(path: string, site: Site): string[] {
  const inside = withoutSource(belowRoot(path, site.root), site)
  const folders = inside.split('/').slice(0, -1)
  const collection = folders.findIndex((folder) => /^_[^_]/.test(folder))
  const above = collection === -1 ? folders : folders.slice(0, collection)
  return site.isConfigured ? above : above.filter((folder) => !SITE_FOLDER.test(folder))
}

function withoutSource(path: string, site: Site): string {
  const folder = [...site.contentDirs, filledText(site.settings['collections_dir'])]
    .map((dir) => (dir === undefined ? undefined : belowRoot(dir, site.root)))
    .find((dir) => dir !== undefined && path.startsWith(`${dir}/`))
  return folder === undefined ? path : path.slice(folder.length + 1)
}

function filled(pattern: string, parts: AddressParts, segments: string[]): string {
  const folders = segments.slice(0, -1)
  const collection = folders.findIndex((folder) => /^_[^_]/.test(folder))
  const base = stem(segments)
  const isPost = jekyll.posts.test(parts.path)
  const named = isPost ? withoutDate(base) : base
  const categories = parts.categories.map((path) => (path.at(-1) ?? '').toLowerCase())
  const values = {
    ...dateValues(parts),
    title:
      parts.slug === undefined
        ? slugified(named, { isPretty: true })
        : slugified(parts.slug, { isPretty: true }),
    slug: slugified(parts.slug ?? named),
    name: slugified(named),
    basename: named,
    path: [...folders.slice(collection + 1), base].join('/'),
    collection: collection === -1 ? '' : (folders[collection] ?? '').slice(1),
    categories: [...new Set(categories)].join('/'),
    slugified_categories: [...new Set(categories.map((it) => slugified(it)))].join('/'),
    output_ext: '.html',
  }
  return fillPermalink(pattern, { values, data: parts.data })
}

/** Jekyll's slugs: signs become hyphens; the `pretty` mode keeps some of them, and here the case too. */
function slugified(text: string, { isPretty = false } = {}): string {
  const plain = text
    .replace(isPretty ? /[^\p{L}\p{M}\p{N}._~!$&'()+,;=@]+/gu : /[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return isPretty ? plain : plain.toLowerCase()
}
