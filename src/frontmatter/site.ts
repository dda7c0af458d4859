import type { Dialect } from './dialects'
import { isConfigFile, isConfigOf, isPackageList } from './configFiles'
import { readConfigScript } from './configScript'
import { readDataFile } from './dataFile'
import type { AuthorDraft } from './draft'
import { isObject } from './json'
import type { JsonObject } from './json'
import { languageInPath } from './locale'
import { isAuthorFile, readAuthors } from './siteAuthors'
import { isSiteData, takeSiteData } from './siteData'
import { isIncludeFile, takeInclude } from './siteIncludes'
import { TAKERS } from './siteSettings'

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
  /** Each language as the configuration spells it, which is how it stands in addresses: `zh` to `zh-cn`. */
  languageKeys: Map<string, string>
  /** IANA zone, checked. */
  timezone?: string
  /** Name of the author of posts that name none. */
  author?: string
  /** Patterns of addresses by section or collection; `post` is that of posts. */
  permalinks: Map<string, string>
  /** Hexo's pattern for file names. */
  newPostName?: string
  /** True when the generator's own configuration was found. */
  isConfigured: boolean
  /** Folder of the main configuration below the archive: `''`, or `website/`. */
  root: string
  /** What lies above the folder given, when it is a part of a site: `source/_posts/`. */
  above: string
  /** Folders of content, below the archive. */
  contentDirs: string[]
  /** Docusaurus: folders of content (`website/blog`) to the kind of content and the path at which it is served. */
  routes: Map<string, Route>
  /** Further settings that decide about addresses, as the generator names them. */
  settings: JsonObject
  /** Front matter that the configuration gives to whole folders (Jekyll). */
  defaults: { path: string; type?: string; values: JsonObject }[]
  /** Authors by handle; look up with `authorByHandle`. */
  authors: Map<string, AuthorDraft>
  /** The main configuration as it stands, for texts that ask for a value of it. */
  config: JsonObject
  /** Texts that pages put in, by the name they call them by (Jekyll, Eleventy). */
  includes: Map<string, string>
}

export type Route = {
  kind: 'blog' | 'docs' | 'pages'
  base: string
  /** Paths of versions by name, with `current`; `''` for the one without a path of its own. */
  versions?: Record<string, string>
}

/** A site of which nothing is known. */
export function emptySite(dialect: Dialect): Site {
  return {
    dialect,
    basePath: '',
    languages: [],
    languageKeys: new Map(),
    permalinks: new Map(),
    isConfigured: false,
    root: '',
    above: '',
    contentDirs: [],
    routes: new Map(),
    settings: {},
    defaults: [],
    authors: new Map(),
    config: {},
    includes: new Map(),
  }
}

/** True for files that the importer has to read before all others: configuration, lists of packages, directories of authors. */
export function siteFileNames(path: string): boolean {
  return (
    isConfigFile(path) ||
    isPackageList(path) ||
    isAuthorFile(path) ||
    isSiteData(path) ||
    isIncludeFile(path)
  )
}

/**
 * Reads an archive's configuration and its directory of authors. Files that say nothing or do not parse are passed over:
 * an archive is often only a part of a site. With the `paths` of its content, a language that all of them name is taken
 * for the default where no configuration says. `above` is what `contentPlaceOf` found.
 */
export function parseSite({
  dialect,
  configFiles,
  dataFiles,
  paths = [],
  above = '',
}: {
  dialect: Dialect
  configFiles: ReadonlyMap<string, string>
  dataFiles: ReadonlyMap<string, string>
  paths?: readonly string[]
  above?: string
}): Site {
  const site = { ...emptySite(dialect), above }
  const ordered = orderedConfigs(dialect, configFiles)
  const main = ordered.findLast((path) => isConfigOf(path, dialect))
  site.isConfigured = main !== undefined
  site.root = main === undefined ? '' : rootOf(main)
  for (const path of ordered) {
    const config = readConfig(path, configFiles.get(path) ?? '')
    for (const take of TAKERS) take(site, config, path)
    if (path === main) site.config = config
  }
  if (dialect === 'astro' && main && STARLIGHT.test(configFiles.get(main) ?? ''))
    site.settings['starlight'] = true
  if (!site.language) {
    const language = sharedLanguage(paths)
    if (language) site.language = language
  }
  for (const [path, text] of dataFiles) {
    takeSiteData(site, path, text)
    if (isIncludeFile(path)) takeInclude(site.includes, path, text)
    if (isAuthorFile(path))
      for (const [handle, author] of readAuthors(path, text)) site.authors.set(handle, author)
  }
  return site
}

const STARLIGHT = /['"]@astrojs\/starlight['"]/

/** The generator's own configuration nearest to the top is the main one; it comes last, so that it wins. */
function orderedConfigs(dialect: Dialect, configFiles: ReadonlyMap<string, string>): string[] {
  const rank = (path: string) => {
    const isVariant = /(^|\/)_config\.[\w-]+\.\w+$/.test(path)
    return (isConfigOf(path, dialect) ? 0 : 100) + (isVariant ? 50 : 0) + path.split('/').length
  }
  const own = [...configFiles.keys()].filter(
    (path) => isConfigFile(path) && (rank(path) < 100 || isBesideMain(path)),
  )
  return own.sort((a, b) => rank(b) - rank(a) || (a < b ? -1 : 1))
}

/** Data of a site and variants of its configuration say something too, but less than the main one. */
function isBesideMain(path: string): boolean {
  return /(^|\/)(_?data\/(site|metadata)\.\w+|_config\.[\w-]+\.\w+|config\/_default\/[^/]+)$/.test(
    path,
  )
}

function rootOf(path: string): string {
  return path.replace(/(config\/_default\/)?[^/]*$/, '')
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
  if (!/\.(ya?ml|toml|json)$/i.test(path)) return readConfigScript(text)
  const value = readDataFile(path, text)
  if (!isObject(value)) return {}
  const part = /config\/_default\/([\w-]+?)(?:\.([\w-]+))?\.\w+$/.exec(path)
  if (!part || /^(hugo|config)$/.test(part[1] ?? '')) return value
  return { [part[1] ?? '']: part[2] ? { [part[2]]: value } : value }
}
