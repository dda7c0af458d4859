import { filledText } from '../json'
import type { Route } from '../site'
import { belowRoot, folded, languagePrefix, segmentsBelow, stem, toPath } from './addressParts'
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
    { pattern: /^(website\/)?blog\/.*\.mdx?$/, weight: 1, reason: 'it has a blog folder' },
  ],
  keys: [
    'sidebar_label',
    'sidebar_position',
    'hide_table_of_contents',
    'toc_max_heading_level',
    'pagination_label',
    'unlisted',
  ],
  ignored: /(^|\/)(node_modules|build|\.docusaurus)\/|(^|\/)src\/(?!pages\/)|(^|\/)_[^/]/,
  roots: ['blog', 'docs'],
  posts: /(^|\/)(blog|news|docusaurus-plugin-content-blog)\//,
  isMonthFirst: true,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { data, slug, site } = parts
  const place = placeOf(parts)
  const prefix = languagePrefix(parts)
  const finished = (below: readonly string[]) => {
    const address = toPath([prefix, place.base, ...below], { isFolder: false })
    return site.settings['trailingSlash'] === true && address !== '/' ? `${address}/` : address
  }
  if (slug !== undefined) {
    const folders = slug.startsWith('/') || place.kind !== 'docs' ? [] : place.segments.slice(0, -1)
    const own = finished([...folders.map(withoutNumber), slug])
    return slug.endsWith('/') && slug !== '/' ? toPath([own]) : own
  }
  if (place.kind === 'blog') return finished(blogSegments(place.segments.join('/')))
  const folders = place.kind === 'docs' ? docSegments(place.segments, data) : folded(place.segments)
  return finished(folders)
}

/** A date in the path, by folders or in the name, comes first; the folders above it follow. */
function blogSegments(file: string): string[] {
  const name = file.replace(/\.\w+$/, '').replace(/\/index$/, '')
  const dated = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/.exec(name)
  if (!dated) return name.split('/')
  const [, folder = '', date = '', text = ''] = dated
  return [...date.split(/[-/]/), ...`${folder}${text}`.split('/')]
}

/** `index`, `README` and a name that repeats its folder's are the folder's own page. */
function docSegments(segments: string[], data: AddressParts['data']): string[] {
  const folders = segments.slice(0, -1).map(withoutNumber)
  const name = withoutNumber(stem(segments))
  const own = filledText(data['id'])
  const isFolderPage =
    /^(?:index|readme)$/i.test(name) || name.toLowerCase() === folders.at(-1)?.toLowerCase()
  return isFolderPage && own === undefined ? folders : [...folders, own ?? name]
}

/** `01-intro` is `intro`; dates and versions keep their numbers. */
function withoutNumber(segment: string): string {
  if (/^\d{2,4}[-_.]\d{2}|^\d+[-_.]\d+/.test(segment)) return segment
  return segment.replace(/^\d+\s*[-_.]+\s*(?=[^-_.\s])/, '')
}

type Place = { kind: Route['kind']; base: string; segments: string[] }

function placeOf({ path, site }: AddressParts): Place {
  const inside = belowRoot(path, site.root)
  const translated =
    /^i18n\/[^/]+\/docusaurus-plugin-content-(blog|docs|pages)(?:-([^/]+))?\/(.*)$/.exec(inside)
  if (translated) {
    const [, kind = '', id, rest = ''] = translated
    const route = [...site.routes].find(
      ([folder, it]) => it.kind === kind && (id === undefined || folder.endsWith(id)),
    )?.[1]
    return versioned(rest, route ?? routeOf(kind))
  }
  const copied = /^(?:([\w-]+)_)?versioned_docs\/(.*)$/.exec(inside)
  if (copied) {
    const route = [...site.routes].find(
      ([folder, it]) =>
        it.kind === 'docs' && (copied[1] === undefined || folder.endsWith(copied[1])),
    )?.[1]
    return versioned(copied[2] ?? '', route ?? routeOf('docs'))
  }
  const known = [...site.routes]
    .filter(([folder]) => path.startsWith(`${folder}/`))
    .sort(([a], [b]) => b.length - a.length)[0]
  if (known) {
    const [folder, route] = known
    return versioned(path.slice(folder.length + 1), route)
  }
  const segments = inside.split('/')
  const at = segments.findIndex((segment) => /^(blog|docs)$/.test(segment))
  const pages = segmentsBelow(inside, ['src/pages'])
  return at === -1
    ? { kind: 'pages', base: '', segments: pages }
    : versioned(segments.slice(at + 1).join('/'), routeOf(segments[at] ?? ''))
}

function routeOf(kind: string): Route {
  return kind === 'blog' || kind === 'docs' ? { kind, base: kind } : { kind: 'pages', base: '' }
}

/** Versions of documentation stand below their own path; the newest has none. */
function versioned(rest: string, { kind, base, versions }: Route): Place {
  const segments = rest.split('/')
  const version = /^(?:version-(.+)|(current))$/.exec(segments[0] ?? '')
  const name = version ? (version[1] ?? 'current') : 'current'
  const below = kind === 'docs' ? (versions?.[name] ?? '') : ''
  return {
    kind,
    base: [base, below].filter((it) => it !== '').join('/'),
    segments: version && kind === 'docs' ? segments.slice(1) : segments,
  }
}
