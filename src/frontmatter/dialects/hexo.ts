import { createHash } from 'node:crypto'
import { filledText, isObject } from '../json'
import type { Site } from '../site'
import { withoutDate } from '../slug'
import { contentSegments, dateValues, fillPermalink, stem, toPath } from './addressParts'
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
  // Below source/ these names are topics.
  ignored:
    /(^|\/)node_modules\/|^(?:(?!source\/)[^/]+\/)*(?:themes|scaffolds|public|\.deploy_git)\/|(^|\/)source\/_(?!posts\/|drafts\/)[^/]*\//,
  roots: ['source'],
  posts: /(^|\/)_(posts|drafts)\//,
  isCategoryPath: true,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, site } = parts
  const segments = contentSegments(parts, hexo.roots)
  const posts = segments[0] === '_posts' || segments[0] === '_drafts' ? 1 : 0
  if (!hexo.posts.test(path)) return pretty(pageAddress(parts, segments), site)
  const own = filledText(data['permalink'])
  if (own) return pretty(`/${own.replace(/^\/+/, '')}`, site)
  const file = segments.slice(posts).join('/')
  const pattern =
    site.permalinks.get('post') ?? (filledText(data['abbrlink']) ? 'posts/:abbrlink/' : DEFAULT)
  if (!parts.date && DATED.test(pattern)) return undefined
  // A plug-in makes this one up when it builds the site, and then writes it down.
  if (/:abbrlink\b/.test(pattern) && !filledText(data['abbrlink'])) return undefined
  const named = nameParts(file, parts)
  const values: Record<string, string> = {
    ...defaultsOf(site),
    ...dateValues(parts),
    ...named,
    ...madeUp(pattern, parts, named['title'] ?? ''),
    lang: parts.locale ?? '',
    ...textValue('id', data),
  }
  return pretty(fillPermalink(pattern, { values, data }), site)
}

/** Values that take longer to make than most patterns need. */
function madeUp(pattern: string, parts: AddressParts, name: string): Record<string, string> {
  const { title, epoch } = parts
  return {
    ...(pattern.includes(':name') && { name: name.replace(/^.*\//, '') }),
    ...(pattern.includes(':post_title') && { post_title: slugized(title) }),
    ...(pattern.includes(':category') && { category: categoryOf(parts) }),
    ...(pattern.includes(':hash') && {
      hash: epoch === undefined ? '' : sha1(`${name}${epoch}`).slice(0, 12),
    }),
  }
}

const DEFAULT = ':year/:month/:day/:title/'
const DATED = /:(year|month|day|i_month|i_day|hour|minute|second|timestamp|hash)\b/

function textValue(key: string, data: AddressParts['data']): Record<string, string> {
  const text = filledText(data[key])
  return text ? { [key]: text } : {}
}

function defaultsOf(site: Site): Record<string, string> {
  const defaults = site.settings['permalink_defaults']
  if (!isObject(defaults)) return {}
  return Object.fromEntries(
    Object.entries(defaults).flatMap(([key, value]) => {
      const text = filledText(value)
      return text ? [[key, text]] : []
    }),
  )
}

/** What a file's name says by the pattern for new posts: `:year-:month-:day-:title.md` gives a title without the date. */
function nameParts(file: string, { data, site }: AddressParts): Record<string, string> {
  const name = file.replace(/\.\w+$/, '')
  const pattern = site.newPostName?.replace(/\.\w+$/, '')
  if (pattern === undefined || pattern === ':title') {
    // Without a configuration, a date in the name of a file that has no other date is no part of its title.
    const isDated = pattern === undefined && filledText(data['date']) === undefined
    return { title: isDated ? undatedFile(name) : name }
  }
  const source = pattern
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/:(\w+)/g, (_whole, key: string) => `(?<${key}>${NAME_PARTS.get(key) ?? '.+?'})`)
  const groups = patternOf(source)?.exec(name)?.groups
  return groups?.['title'] ? { ...groups } : { title: slugized(name, true) }
}

const NAME_PARTS = new Map([
  ['year', '\\d{4}'],
  ['month', '\\d{2}'],
  ['day', '\\d{2}'],
  ['i_month', '\\d{1,2}'],
  ['i_day', '\\d{1,2}'],
  ['hash', '[0-9a-f]{12}'],
  ['title', '.+'],
])

const patterns = new Map<string, RegExp | undefined>()

function patternOf(source: string): RegExp | undefined {
  if (!patterns.has(source) && patterns.size < 50) {
    try {
      patterns.set(source, new RegExp(`^${source}$`))
    } catch {
      // The same placeholder twice: no name can be read by it.
      patterns.set(source, undefined)
    }
  }
  return patterns.get(source)
}

function undatedFile(name: string): string {
  const at = name.lastIndexOf('/') + 1
  return name.slice(0, at) + withoutDate(name.slice(at))
}

function categoryOf({ categories, site }: AddressParts): string {
  const last = categories.at(-1)
  if (last === undefined) return filledText(site.settings['default_category']) ?? 'uncategorized'
  const map = isObject(site.settings['category_map']) ? site.settings['category_map'] : {}
  const letters = site.settings['filename_case']
  return last
    .map((name) => slugized(filledText(map[name]) ?? name))
    .map((slug) => (letters === 1 ? slug.toLowerCase() : letters === 2 ? slug.toUpperCase() : slug))
    .join('/')
}

/** Every sign and blank becomes a hyphen; slashes too, unless they part folders. */
function slugized(text: string, isPath = false): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(
      isPath
        ? /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?]+/g
        : /[\s~`!@#$%^&*()\-_+=[\]{}|\\;:"'<>,.?/]+/g,
      '-',
    )
    .replace(/-{2,}/g, '-')
    .replace(/^-+|-+$/g, '')
}

function sha1(text: string): string {
  return createHash('sha1').update(text).digest('hex')
}

function pretty(address: string, site: Site): string {
  const settings = isObject(site.settings['pretty_urls']) ? site.settings['pretty_urls'] : {}
  const short = address.replace(/\/index\.html$/, settings['trailing_index'] === false ? '/' : '$&')
  return settings['trailing_html'] === false ? short.replace(/(?<!\/index)\.html$/, '') : short
}

function pageAddress({ data }: AddressParts, segments: string[]): string {
  const permalink = filledText(data['permalink'])
  if (permalink) {
    const isWhole = permalink.endsWith('/') || /\.\w+$/.test(permalink)
    return toPath([isWhole ? permalink : `${permalink}.html`], {
      isFolder: permalink.endsWith('/'),
    })
  }
  const name = stem(segments)
  const folders = segments.slice(0, -1)
  return name === 'index'
    ? toPath(folders)
    : toPath([...folders, `${name}.html`], { isFolder: false })
}
