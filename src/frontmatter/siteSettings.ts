import { filledText, isObject } from './json'
import type { JsonObject, JsonValue } from './json'
import { languageOf } from './locale'
import type { Site } from './site'
import { isTimezone } from './timezone'

type Taker = (site: Site, config: JsonObject, path: string) => void

/** Each takes what it knows from one configuration file; later files win over earlier ones. */
export const TAKERS: readonly Taker[] = [
  takeAddress,
  takeNames,
  takeFolders,
  takeLanguages,
  takePermalinks,
  takeDefaults,
  takeRoutes,
  takeSettings,
]

function first(config: JsonObject, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = Object.hasOwn(config, key) ? filledText(config[key]) : undefined
    if (value) return value
  }
  return undefined
}

/** The configuration, or what Gatsby keeps under `siteMetadata` and Hugo under `params`. */
function withMetadata(config: JsonObject): JsonObject {
  const metadata = config['siteMetadata']
  return isObject(metadata) ? { ...metadata, ...config } : config
}

const ADDRESS_KEYS = ['baseURL', 'baseurl', 'base_url', 'baseUrl', 'siteUrl', 'url', 'site']

function takeAddress(site: Site, own: JsonObject): void {
  const config = withMetadata(own)
  const address = ADDRESS_KEYS.map((key) => first(config, [key])).find(
    (value) => value !== undefined && /^(https?:)?\/\//.test(value),
  )
  if (address) {
    site.baseUrl = address.replace(/\/+$/, '')
    site.basePath = site.dialect === 'jekyll' ? '' : pathOf(address)
  }
  const below = first(config, ['baseurl', 'baseUrl', 'root', 'pathPrefix', 'base'])
  if (below?.startsWith('/')) site.basePath = below.replace(/\/+$/, '')
}

function pathOf(address: string): string {
  return address.replace(/^(https?:)?\/\/[^/]*/, '').replace(/\/+$/, '')
}

/** Names that a generator writes into every new site. */
const PLACEHOLDER_NAME = /^(john doe|your name|author|example|me)$/i

function takeNames(site: Site, own: JsonObject): void {
  const config = withMetadata(own)
  const title = first(config, ['title', 'name'])
  if (title) site.title = title
  const timezone = first(config, ['timezone', 'timeZone'])
  if (timezone && isTimezone(timezone)) site.timezone = timezone
  const params = isObject(config['params']) ? config['params'] : {}
  const author = [config['author'], params['author']]
    .map((value) => filledText(isObject(value) ? value['name'] : value))
    .find(Boolean)
  if (author && !PLACEHOLDER_NAME.test(author)) site.author = author
  const newPostName = first(config, ['new_post_name'])
  if (newPostName) site.newPostName = newPostName
}

function takeFolders(site: Site, config: JsonObject): void {
  const dir = isObject(config['dir']) ? filledText(config['dir']['input']) : undefined
  const named = [
    first(config, ['contentDir', 'contentdir', 'source_dir']),
    site.dialect === 'jekyll' ? first(config, ['source']) : undefined,
    dir,
    ...gatsbyFolders(config['plugins']),
  ]
  for (const folder of named) addFolder(site, folder)
}

function addFolder(site: Site, folder: string | undefined): void {
  const plain = folder?.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '')
  if (plain && !site.contentDirs.includes(site.root + plain))
    site.contentDirs.push(site.root + plain)
}

/** Folders that `gatsby-source-filesystem` reads, without those of pictures and data. */
function gatsbyFolders(plugins: JsonValue | undefined): string[] {
  if (!Array.isArray(plugins)) return []
  return plugins.flatMap((plugin) => {
    const isSource = isObject(plugin) && plugin['resolve'] === 'gatsby-source-filesystem'
    const options = isSource && isObject(plugin['options']) ? plugin['options'] : {}
    const path = filledText(options['path'])
    return path && !/(images?|img|assets|data|static|media)\/?$/.test(path) ? [path] : []
  })
}

function takeLanguages(site: Site, config: JsonObject): void {
  const i18n = isObject(config['i18n']) ? config['i18n'] : {}
  const listed = Array.isArray(config['language']) ? config['language'] : []
  const own =
    first(config, [
      'defaultContentLanguage',
      'default_language',
      'lang',
      'locale',
      'language',
      'languageCode',
    ]) ??
    first(i18n, ['defaultLocale']) ??
    filledText(listed[0])
  const language = own ? languageOf(own) : undefined
  if (language) site.language = language
  const tables = isObject(config['languages']) ? config['languages'] : {}
  const list = [config['locales'], i18n['locales'], config['languages'], listed].flatMap((value) =>
    Array.isArray(value) ? value : [],
  )
  for (const code of [...Object.keys(tables), ...list.map((item) => filledText(item) ?? '')]) {
    const known = languageOf(code)
    if (!known) continue
    if (!site.languages.includes(known)) site.languages.push(known)
    site.languageKeys.set(known, code)
  }
  for (const table of Object.values(tables))
    if (isObject(table)) addFolder(site, filledText(table['contentDir'] ?? table['contentdir']))
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

/** Docusaurus: the content of presets and of plugins, each with its folder and the path at which it is served. */
function takeRoutes(site: Site, config: JsonObject): void {
  if (site.dialect !== 'docusaurus') return
  const entries = [config['presets'], config['plugins']].flatMap((list) =>
    Array.isArray(list) ? list : [],
  )
  for (const kind of ['blog', 'docs', 'pages'] as const) {
    const own = config[kind]
    if (isObject(own)) addRoute(site, kind, own)
    for (const entry of entries) {
      const [name, options] = Array.isArray(entry) ? entry : []
      if (!isObject(options)) continue
      const inPreset = options[kind]
      if (`/${filledText(name)?.replace(/^.*plugin-/, '')}`.endsWith(`/content-${kind}`))
        addRoute(site, kind, options)
      else if (isObject(inPreset)) addRoute(site, kind, inPreset)
    }
  }
}

function addRoute(site: Site, kind: 'blog' | 'docs' | 'pages', options: JsonObject): void {
  const folder = filledText(options['path']) ?? (kind === 'pages' ? 'src/pages' : kind)
  const base = options['routeBasePath']
  const served = typeof base === 'string' ? base : kind === 'pages' ? '' : kind
  const versions = kind === 'docs' ? versionPaths(options) : {}
  site.routes.set(joined(site.root, folder), {
    kind,
    base: served.replace(/^\/|\/$/g, ''),
    ...(Object.keys(versions).length > 0 ? { versions } : {}),
  })
}

/** Paths that the configuration gives to versions; `lastVersion` has none. */
function versionPaths(options: JsonObject): Record<string, string> {
  const paths: Record<string, string> = {}
  const listed = isObject(options['versions']) ? options['versions'] : {}
  for (const [name, version] of Object.entries(listed)) {
    const path = isObject(version) ? filledText(version['path']) : undefined
    if (path) paths[name] = path.replace(/^\/|\/$/g, '')
  }
  const last = filledText(options['lastVersion'])
  if (last) paths[last] ??= ''
  return paths
}

/** `website/` and `../docs` are `docs`. */
function joined(root: string, folder: string): string {
  const segments = root.split('/').filter((segment) => segment !== '')
  for (const segment of folder.split('/'))
    if (segment === '..') segments.pop()
    else if (segment !== '' && segment !== '.') segments.push(segment)
  return segments.join('/')
}

const SETTINGS = [
  'permalink_defaults',
  'pretty_urls',
  'default_category',
  'category_map',
  'filename_case',
  'uglyURLs',
  'uglyurls',
  'defaultContentLanguageInSubdir',
  'disablePathToLower',
  'slugify',
  'trailingSlash',
  'build',
  'collections_dir',
  'exclude',
  'include',
  'ignore',
  'skip_render',
  'ignoreFiles',
  'ignorefiles',
  'ignored_content',
  'module',
]

function takeSettings(site: Site, config: JsonObject): void {
  for (const key of SETTINGS) {
    const value = Object.hasOwn(config, key) ? config[key] : undefined
    if (value !== undefined && value !== null) site.settings[key] = value
  }
}
