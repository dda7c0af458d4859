import type { Dialect } from './dialects'
import { readDataFile } from './dataFile'
import type { AuthorDraft } from './draft'
import { filledText, isObject } from './json'
import type { JsonObject } from './json'
import { languageInPath, languageOf } from './locale'
import { isAuthorFile, readAuthors } from './siteAuthors'
import { isTimezone } from './timezone'

/** What the configuration of an archive says, as far as an import needs it. Can be cloned to worker threads. */
export type Site = {
  dialect: Dialect
  title?: string
  /** Address of the old site, without a slash at its end. */
  baseUrl?: string
  /** Path below which the site was served, `''` or `/blog`. */
  basePath: string
  /** The default language, as `languageOf` gives it. */
  language?: string
  languages: string[]
  /** IANA zone, checked. */
  timezone?: string
  /** Name of the author of texts that name none. */
  author?: string
  /** Patterns of addresses by section or collection; `post` is that of posts. */
  permalinks: Map<string, string>
  /** Hexo's pattern for file names. */
  newPostName?: string
  contentDirs: string[]
  /** Docusaurus: `blog` and `docs` to the paths at which they are served. */
  routes: Map<string, string>
  /** Front matter that the configuration gives to whole folders (Jekyll, Zola has none). */
  defaults: { path: string; type?: string; values: JsonObject }[]
  /** Authors by handle; look up with `authorByHandle`. */
  authors: Map<string, AuthorDraft>
}

/** A site of which nothing is known. */
export function emptySite(dialect: Dialect): Site {
  return {
    dialect,
    basePath: '',
    languages: [],
    permalinks: new Map(),
    contentDirs: [],
    routes: new Map(),
    defaults: [],
    authors: new Map(),
  }
}

const CONFIG_FILE =
  /(^|\/)(_config(\.[\w-]+)?\.(ya?ml|toml|json)|(hugo|config|zola)\.(toml|ya?ml|json)|config\/_default\/[^/]+\.(toml|ya?ml|json)|(docusaurus\.config|gatsby-config|astro\.config|eleventy\.config|\.eleventy)\.\w+|(src\/)?(_data|data)\/(site|metadata)\.(json|ya?ml|toml))$/i

/** True for files that `parseSite` wants to read: configuration and directories of authors. */
export function siteFileNames(path: string): boolean {
  return isConfigFile(path) || isAuthorFile(path)
}

/** True for configuration; the other files that `parseSite` reads are data. */
export function isConfigFile(path: string): boolean {
  return CONFIG_FILE.test(path) && !/(^|\/)node_modules\//.test(path)
}

/**
 * Reads an archive's configuration and its directory of authors. Files that say nothing or do not parse are passed over:
 * an archive is often only a part of a site. With the `paths` of its content, a language that all of them name is taken
 * for the default where no configuration says.
 */
export function parseSite({
  dialect,
  configFiles,
  dataFiles,
  paths = [],
}: {
  dialect: Dialect
  configFiles: ReadonlyMap<string, string>
  dataFiles: ReadonlyMap<string, string>
  paths?: readonly string[]
}): Site {
  const site = emptySite(dialect)
  // The one nearest to the archive's top wins, so it comes last.
  const ordered = [...configFiles.keys()].sort(
    (a, b) => b.split('/').length - a.split('/').length || (a < b ? -1 : 1),
  )
  for (const path of ordered) {
    const config = readConfig(path, configFiles.get(path) ?? '')
    for (const take of TAKERS) take(site, config)
  }
  if (!site.language) {
    const language = sharedLanguage(paths)
    if (language) site.language = language
  }
  for (const [path, text] of dataFiles)
    for (const [handle, author] of readAuthors(path, text)) site.authors.set(handle, author)
  return site
}

function sharedLanguage(paths: readonly string[]): string | undefined {
  const languages = new Set(paths.filter(isMarkdown).map((path) => languageInPath(path) ?? ''))
  const [only] = languages
  return languages.size === 1 && only !== '' ? only : undefined
}

function isMarkdown(path: string): boolean {
  return path.includes('/') && /\.(md|markdown|mdx)$/i.test(path)
}

function readConfig(path: string, text: string): JsonObject {
  if (/\.(ya?ml|toml|json)$/i.test(path)) {
    const value = readDataFile(path, text)
    if (!isObject(value)) return {}
    const part = /config\/_default\/([\w-]+)(?:\.([\w-]+))?\.\w+$/.exec(path)
    if (!part || /^(hugo|config)$/.test(part[1] ?? '')) return value
    return { [part[1] ?? '']: part[2] ? { [part[2]]: value } : value }
  }
  return readScript(text)
}

const SCRIPT_KEYS = [
  'title',
  'url',
  'baseUrl',
  'siteUrl',
  'site',
  'base',
  'defaultLocale',
  'pathPrefix',
  'language',
  'author',
]

/** Configuration written as a program is not run: plain `key: 'text'` pairs are read from it. */
function readScript(text: string): JsonObject {
  const config: JsonObject = {}
  for (const key of SCRIPT_KEYS) {
    const match = new RegExp(`\\b${key}\\s*[:=]\\s*(["'\`])([^"'\`\\n]{1,300})\\1`).exec(text)
    if (match?.[2]) config[key] = match[2]
  }
  const locales = /\blocales\s*:\s*\[([^\]]{1,500})\]/.exec(text)?.[1]
  if (locales)
    config['locales'] = [...locales.matchAll(/["']([\w-]+)["']/g)].map(([, code = '']) => code)
  for (const kind of ['blog', 'docs']) {
    const route = new RegExp(
      `\\b${kind}\\s*:\\s*\\{[^{}]{0,2000}?routeBasePath\\s*:\\s*["']([^"']*)["']`,
    ).exec(text)
    if (route) config[`${kind}Route`] = route[1] ?? ''
  }
  return config
}

type Taker = (site: Site, config: JsonObject) => void

/** Each takes what it knows from one configuration file. */
const TAKERS: readonly Taker[] = [
  takeAddress,
  takeNames,
  takeLanguages,
  takePermalinks,
  takeDefaults,
  takeRoutes,
]

function first(config: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(config, key) ? filledText(config[key]) : undefined
    if (value) return value
  }
  return undefined
}

function takeAddress(site: Site, config: JsonObject): void {
  const address = first(
    config,
    ['baseURL', 'baseurl', 'base_url', 'baseUrl', 'siteUrl', 'url', 'site'].filter(
      isAddressKey(config),
    ),
  )
  if (address) {
    site.baseUrl = address.replace(/\/+$/, '')
    site.basePath = pathOf(address)
  }
  const below = first(config, ['baseurl', 'baseUrl', 'root', 'pathPrefix', 'base'])
  if (below && below.startsWith('/') && below !== '/') site.basePath = below.replace(/\/+$/, '')
}

function isAddressKey(config: JsonObject): (key: string) => boolean {
  return (key) =>
    Object.hasOwn(config, key) && /^(https?:)?\/\//.test(filledText(config[key]) ?? '')
}

function pathOf(address: string): string {
  return address.replace(/^(https?:)?\/\/[^/]*/, '').replace(/\/+$/, '')
}

function takeNames(site: Site, config: JsonObject): void {
  const title = first(config, ['title', 'name'])
  if (title) site.title = title
  const timezone = first(config, ['timezone', 'timeZone'])
  if (timezone && isTimezone(timezone)) site.timezone = timezone
  const author =
    first(config, ['author']) ??
    (isObject(config['author']) ? filledText(config['author']['name']) : undefined)
  if (author) site.author = author
  const newPostName = first(config, ['new_post_name'])
  if (newPostName) site.newPostName = newPostName
  const contentDir = first(config, ['contentDir', 'contentdir', 'collections_dir'])
  if (contentDir) site.contentDirs.push(contentDir.replace(/\/+$/, ''))
}

function takeLanguages(site: Site, config: JsonObject): void {
  const listed = Array.isArray(config['language']) ? config['language'] : []
  const own =
    first(config, [
      'defaultContentLanguage',
      'default_language',
      'defaultLocale',
      'lang',
      'locale',
      'language',
      'languageCode',
    ]) ?? filledText(listed[0])
  const language = own ? languageOf(own) : undefined
  if (language) site.language = language
  const tables = isObject(config['languages']) ? config['languages'] : {}
  const list = [config['locales'], config['languages'], listed].flatMap((value) =>
    Array.isArray(value) ? value : [],
  )
  for (const code of [...Object.keys(tables), ...list.map((item) => filledText(item) ?? '')]) {
    const known = languageOf(code)
    if (known && !site.languages.includes(known)) site.languages.push(known)
  }
  for (const table of Object.values(tables)) {
    const folder = isObject(table)
      ? filledText(table['contentDir'] ?? table['contentdir'])
      : undefined
    if (folder) site.contentDirs.push(folder.replace(/\/+$/, ''))
  }
}

function takePermalinks(site: Site, config: JsonObject): void {
  const post = filledText(config['permalink'])
  if (post) site.permalinks.set('post', post)
  const sections = config['permalinks']
  if (isObject(sections)) {
    const pages = isObject(sections['page']) ? sections['page'] : sections
    for (const [section, pattern] of Object.entries(pages))
      if (typeof pattern === 'string') site.permalinks.set(section, pattern)
  }
  const collections = config['collections']
  if (isObject(collections))
    for (const [label, collection] of Object.entries(collections)) {
      const pattern = isObject(collection) ? filledText(collection['permalink']) : undefined
      if (pattern) site.permalinks.set(label === 'posts' ? 'post' : label, pattern)
    }
}

function takeDefaults(site: Site, config: JsonObject): void {
  if (!Array.isArray(config['defaults'])) return
  for (const entry of config['defaults']) {
    if (!isObject(entry) || !isObject(entry['values'])) continue
    const scope = isObject(entry['scope']) ? entry['scope'] : {}
    const type = filledText(scope['type'])
    const path = (filledText(scope['path']) ?? '').replace(/^\/|\/$/g, '')
    site.defaults.push({ path, values: entry['values'], ...(type ? { type } : {}) })
  }
}

function takeRoutes(site: Site, config: JsonObject): void {
  for (const kind of ['blog', 'docs']) {
    const route = config[`${kind}Route`]
    if (typeof route === 'string') site.routes.set(kind, route.replace(/^\/|\/$/g, ''))
  }
}
