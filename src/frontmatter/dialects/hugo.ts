import { filledText, isObject } from '../json'
import type { Site } from '../site'
import {
  contentSegments,
  dateValues,
  fillPermalink,
  folded,
  languagePrefix,
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
    'isCJKLanguage',
    'linktitle',
    'archetype',
  ],
  // Below content/ these names are sections.
  ignored:
    /(^|\/)node_modules\/|^(?:(?!content\/)[^/]+\/)*(?:themes|archetypes|layouts|public|resources\/_gen|_vendor)\//,
  roots: ['content'],
  posts: /(^|\/)(posts?|blog|news|articles?|events|stories)\//,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { path, data, site, slug } = parts
  if (isHeadless(data) || isOutsideContent(path, site)) return undefined
  const segments = withoutLanguage(contentSegments(parts, hugo.roots))
  const prefix =
    languagePrefix(parts) ??
    (site.settings['defaultContentLanguageInSubdir'] === true ? (site.language ?? 'en') : undefined)
  const lower = site.settings['disablePathToLower'] !== true
  const clean = (text: string) => urlized(text, { isLowerCase: lower })
  const url = filledText(data['url'])
  if (url)
    return toPath([url.startsWith('/') ? undefined : prefix, filledUrl(url, parts)], {
      isFolder: url.endsWith('/'),
    })
  const isSection = stem(segments) === '_index'
  const folders = folded(segments)
  const section = segments.length > 1 ? (segments[0] ?? '') : ''
  const name = folders.at(-1) ?? ''
  const isUgly = !isSection && isUglyIn(section, site)
  const finished = (parts: (string | undefined)[], isFolder = true) => {
    const address = toPath(parts, { isFolder: isFolder && !isUgly })
    return isUgly && !/\.\w+$/.test(address) && address !== '/' ? `${address}.html` : address
  }
  const pattern = isSection ? undefined : (site.permalinks.get(section) ?? site.permalinks.get('*'))
  if (pattern && (parts.date || !/:(year|month|day)/.test(pattern))) {
    const values = {
      ...dateValues(parts),
      section: clean(section),
      title: clean(parts.title),
      slug: clean(slug ?? parts.title),
      slugorfilename: clean(slug ?? name),
      slugorcontentbasename: clean(slug ?? name),
      filename: clean(name),
      contentbasename: clean(name),
    }
    const sections = segments.slice(0, isBundle(segments) ? -2 : -1).map(clean)
    const whole = fillPermalink(withSections(pattern, sections), { values, data })
    return finished([prefix, whole.toLowerCase()], !/\.\w+$/.test(pattern))
  }
  const own = slug !== undefined && !isSection ? [...folders.slice(0, -1), slug] : folders
  return finished([prefix, ...own.map(clean)])
}

/** Texts that are parts of other pages. */
function isHeadless(data: AddressParts['data']): boolean {
  const build = data['build'] ?? data['_build']
  const render = isObject(build) ? build['render'] : undefined
  return data['headless'] === true || render === 'never' || render === false
}

/** Where every language has its own folder of content, a file in none of them has no page. */
function isOutsideContent(path: string, site: Site): boolean {
  const isByLanguage = site.contentDirs.length > 1 && site.languages.length > 1
  return isByLanguage && !site.contentDirs.some((folder) => path.startsWith(`${folder}/`))
}

function isUglyIn(section: string, site: Site): boolean {
  const setting = site.settings['uglyURLs'] ?? site.settings['uglyurls']
  return setting === true || (isObject(setting) && setting[section] === true)
}

function isBundle(segments: string[]): boolean {
  return stem(segments) === 'index' && segments.length > 1
}

/** Placeholders in `url`, which newer versions fill. */
function filledUrl(url: string, parts: AddressParts): string {
  if (!/:[a-z]/.test(url)) return url
  const values = {
    ...dateValues(parts),
    slug: urlized(parts.slug ?? parts.title),
    title: urlized(parts.title),
  }
  return fillPermalink(url, { values, data: parts.data })
}

/** `:sections`, `:sections[1:]`, `:sections[last]`: the folders of the text, or some of them. */
function withSections(pattern: string, sections: string[]): string {
  return pattern.replace(/:sections(?:\[([^\]]*)\])?/g, (_whole, range?: string) => {
    if (range === undefined) return sections.join('/')
    const [from = '', to] = range.split(':')
    const index = (text: string, otherwise: number) =>
      text === 'last' ? sections.length - 1 : text === '' ? otherwise : Number(text)
    if (to === undefined) return sections[index(from, 0)] ?? ''
    return sections.slice(index(from, 0), index(to, sections.length)).join('/')
  })
}
