import type { AuthorDraft, AuthorLink } from './draft'
import { filledText, isObject } from './json'
import type { JsonObject, JsonValue } from './json'
import { parseFrontMatter } from './parse'
import { readDataFile } from './dataFile'
import { isOrganisationName } from './organisation'

const DIRECTORY = /(^|\/)(authors?|people|contributors|team)\.(ya?ml|json|toml)$/i
const DATA_FOLDER = /(^|\/)_?data\/(authors?|people|contributors|team)\/[^/]+\.(ya?ml|json|toml)$/i
const AUTHOR_PAGE =
  /(^|\/)(content\/([a-z]{2}\/)?(authors?|people)\/[^/]+\/_?index(\.[\w-]+)?\.md|content\/authors?\/(?!_index)[^/]+\.md|_authors\/[^/]+\.md|src\/content\/authors?\/[^/]+\.(md|json|ya?ml))$/i

/** True for files that hold authors: one directory file, a file for each, or author pages. */
export function isAuthorFile(path: string): boolean {
  return DIRECTORY.test(path) || DATA_FOLDER.test(path) || isAuthorPage(path)
}

/** True for a page that describes one author (Hugo's taxonomy pages, Jekyll's author collection). */
export function isAuthorPage(path: string): boolean {
  return AUTHOR_PAGE.test(path)
}

/** The authors in one file, each with the handle by which texts name it. */
export function readAuthors(path: string, text: string): [string, AuthorDraft][] {
  if (isAuthorPage(path) && path.endsWith('.md')) {
    const { data, body } = parseFrontMatter({ text, path })
    return single(handleOfPage(path), { bio: body.trim(), ...data })
  }
  const value = readDataFile(path, text)
  if (DATA_FOLDER.test(path) || isAuthorPage(path))
    return isObject(value) ? single(handleOfPage(path), value) : []
  return entries(value)
}

/** One author out of an object, whatever keys it uses; `undefined` when it has no name and no handle. */
export function authorFrom(source: JsonObject, handle?: string): AuthorDraft | undefined {
  const take = (...keys: string[]) =>
    keys
      .map((key) => (Object.hasOwn(source, key) ? filledText(source[key]) : undefined))
      .find((it) => it !== undefined)
  const full = [take('first_name', 'firstName'), take('last_name', 'lastName')]
    .filter(Boolean)
    .join(' ')
  const name =
    take('name', 'display_name', 'displayName', 'full_name', 'fullName', 'title') ??
    (full || handle)
  if (!name) return undefined
  const bio =
    take('bio', 'bio_short', 'description', 'about', 'summary') ??
    (take('name') ? take('title', 'role', 'job_title') : undefined)
  const avatar = take(
    'image_url',
    'imageURL',
    'avatar',
    'avatar_url',
    'image',
    'img',
    'photo',
    'picture',
    'profile_image',
  )
  const email = take('email', 'mail')
  const links = linksOf(source)
  return {
    name,
    kind:
      take('kind', 'type') === 'organisation' || isOrganisationName(name)
        ? 'organisation'
        : 'person',
    ...(handle ? { handle } : {}),
    ...(bio ? { bio } : {}),
    ...(avatar ? { avatar } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(email ? { email } : {}),
  }
}

/** The author whom a text names by a handle; the case of the handle does not matter. */
export function authorByHandle(
  authors: ReadonlyMap<string, AuthorDraft>,
  handle: string,
): AuthorDraft | undefined {
  return authors.get(handle) ?? authors.get(handle.toLowerCase())
}

function single(handle: string, source: JsonObject): [string, AuthorDraft][] {
  const author = authorFrom(source, handle)
  return author ? [[handle, author]] : []
}

function handleOfPage(path: string): string {
  const segments = path.split('/')
  const name = (segments.at(-1) ?? '').replace(/\.[\w.-]+$/, '')
  return /^_?index$/.test(name) ? (segments.at(-2) ?? name) : name
}

function entries(value: JsonValue): [string, AuthorDraft][] {
  if (Array.isArray(value)) return value.flatMap((item) => (isObject(item) ? listed(item) : []))
  if (!isObject(value)) return []
  const [only] = Object.keys(value)
  const inner = only && Object.keys(value).length === 1 ? value[only] : undefined
  if (only && /^(authors?|team|people|contributors)$/i.test(only) && inner) return entries(inner)
  return Object.entries(value).flatMap(([handle, item]) => keyed(handle, item))
}

function keyed(handle: string, item: JsonValue): [string, AuthorDraft][] {
  if (isObject(item)) return withLowerCase(handle, single(handle, item))
  const name = filledText(item)
  return name ? withLowerCase(handle, single(handle, { name })) : []
}

function withLowerCase(handle: string, found: [string, AuthorDraft][]): [string, AuthorDraft][] {
  const lower = handle.toLowerCase()
  return lower === handle
    ? found
    : found.flatMap(([key, author]) => [
        [lower, author],
        [key, author],
      ])
}

function listed(item: JsonObject): [string, AuthorDraft][] {
  const handle = ['id', 'handle', 'slug', 'key', 'username', 'login', 'github']
    .map((key) => filledText(item[key]))
    .find(Boolean)
  const author = authorFrom(item, handle)
  if (!author) return []
  const byName: [string, AuthorDraft] = [author.name, author]
  return handle ? [byName, [handle, author]] : [byName]
}

const NETWORKS = new Map<string, string>([
  ['twitter', 'https://twitter.com/'],
  ['x', 'https://x.com/'],
  ['github', 'https://github.com/'],
  ['gitlab', 'https://gitlab.com/'],
  ['linkedin', 'https://www.linkedin.com/in/'],
  ['facebook', 'https://www.facebook.com/'],
  ['instagram', 'https://www.instagram.com/'],
  ['weibo', 'https://weibo.com/'],
  ['zhihu', 'https://www.zhihu.com/people/'],
])

function linksOf(source: JsonObject): AuthorLink[] {
  const inner = [source['socials'], source['social'], source['links']].filter(isObject)
  const listed = Array.isArray(source['links']) ? source['links'].filter(isObject) : []
  const named = [source, ...inner].flatMap((object) =>
    Object.entries(object).flatMap(([key, value]) => linkOf(key, filledText(value))),
  )
  const labelled = listed.flatMap((link) => {
    const url = filledText(link['url'] ?? link['href'] ?? link['link'])
    return url
      ? [{ label: filledText(link['label'] ?? link['name'] ?? link['title']) ?? 'website', url }]
      : []
  })
  return [...named, ...labelled].filter(
    (link, at, all) => all.findIndex(({ url }) => url === link.url) === at,
  )
}

function linkOf(key: string, value: string | undefined): AuthorLink[] {
  if (!value) return []
  const label = key.toLowerCase().replace(/_?(username|handle|url|profile)$/, '')
  if (/^(website|web|homepage|home|url|link|site|blog|page)$/.test(key.toLowerCase()))
    return /^(https?:)?\/\/|^\//.test(value) ? [{ label: 'website', url: value }] : []
  const base = NETWORKS.get(label)
  if (base) return [{ label, url: /^https?:/.test(value) ? value : base + value.replace(/^@/, '') }]
  return /^(mastodon|bluesky|youtube|stackoverflow|telegram|orcid)/.test(label) &&
    /^https?:/.test(value)
    ? [{ label, url: value }]
    : []
}
