import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'

const CONFIG_FILE =
  /(^|\/)(_config(\.[\w-]+)?\.(ya?ml|toml|json)|(hugo|config|zola)\.(toml|ya?ml|json)|config\/_default\/[^/]+\.(toml|ya?ml|json)|(docusaurus\.config|gatsby-config|astro\.config|eleventy\.config|\.eleventy)\.\w+|(src\/)?(_data|data)\/(site|metadata)\.(json|ya?ml|toml))$/i

/** Folders whose `config.json` or `config.yml` configures something else. */
const FOREIGN_FOLDER =
  /(^|\/)(node_modules|\.(?!eleventy\.)[^/]+|src|tests?|fixtures|scripts|\.github)\//

/** Hugo's settings for other occasions than the public site: `config/staging/hugo.toml`. */
const OTHER_ENVIRONMENT = /(^|\/)config\/(?!_default\/|production\/)[^/]+\/(hugo|config)\.\w+$/i

/** True for a site's configuration, by its name alone. */
export function isConfigFile(path: string): boolean {
  if (!CONFIG_FILE.test(path) || OTHER_ENVIRONMENT.test(path)) return false
  return !/(^|\/)config\.(toml|ya?ml|json)$/i.test(path) || !FOREIGN_FOLDER.test(path)
}

/** True for the list of packages at the top of a site, or one folder down. */
export function isPackageList(path: string): boolean {
  return /^([^/]+\/)?(package\.json|Gemfile)$/.test(path)
}

/** The generator whose main configuration this file is; `undefined` where it is none's or cannot be told. */
export function mainConfigDialect(
  name: string,
  { text, paths }: { text: string; paths: readonly string[] },
): Dialect | undefined {
  if (/(^|\/)_config\.(ya?ml|toml)$/.test(name)) return hexoOrJekyll(text, paths)
  if (/(^|\/)config\.(toml|ya?ml|json)$/.test(name)) return hugoOrZola(name, { text, paths })
  for (const dialect of CONFIGURED) if (DIALECTS[dialect].configFiles.test(name)) return dialect
  return undefined
}

const CONFIGURED = ['docusaurus', 'gatsby', 'astro', 'eleventy', 'zola', 'hugo', 'hexo'] as const

/** Settings of Jekyll; Octopress, built on it, keeps its posts in `source/_posts` as Hexo does. */
const JEKYLL_SETTING =
  /^(source|plugins|gems|markdown|kramdown|exclude|collections|highlighter|pygments|sass|baseurl)\s*:/m

/** Those of them that no version of Hexo has. */
const JEKYLL_ALONE =
  /^(destination|rdiscount|pygments|kramdown|paginate_path|recent_posts|lsi)\s*:/m

const HEXO_ALONE =
  /^(new_post_name|public_dir|source_dir|skip_render|post_asset_folder|default_layout|archive_dir|i18n_dir|category_map|tag_map|render_drafts)\s*:/m

/** Octopress and themes of Jekyll have some of these too. */
const HEXO_SETTING = /^(category_dir|tag_dir|per_page|titlecase|deploy|default_category)\s*:/m

/** Jekyll's folders at the top; Hexo has its own below `source` and `themes`. */
const JEKYLL_FOLDER = /^_(?:posts|layouts|includes)\//

function hexoOrJekyll(text: string, paths: readonly string[]): Dialect {
  if (HEXO_ALONE.test(text)) return 'hexo'
  if (JEKYLL_ALONE.test(text)) return 'jekyll'
  const hasJekyllFolders = paths.some((path) => JEKYLL_FOLDER.test(path))
  if (HEXO_SETTING.test(text) && !(hasJekyllFolders && JEKYLL_SETTING.test(text))) return 'hexo'
  // The settings of a theme name none of these, but the plug-ins that it works with.
  if (/\bhexo\b/i.test(text) && !/\bjekyll\b/i.test(text) && !JEKYLL_SETTING.test(text))
    return 'hexo'
  const isHexo = paths.some(
    (path) =>
      /(^|\/)source\/_posts\//.test(path) ||
      /(^|\/)layout\/.*\.(swig|ejs|njk|pug|jade)$/.test(path),
  )
  return isHexo && !JEKYLL_SETTING.test(text) ? 'hexo' : 'jekyll'
}

const ZOLA_SETTING = /^\s*(base_url|compile_sass|build_search_index|generate_feeds?)\s*=/m
const HUGO_SETTING =
  /^\s*["']?(baseurl|languagecode|contentdir|defaultcontentlanguage|permalinks|params|paginate|disablekinds|enablerobotstxt|outputs|uglyurls|theme)["']?\s*[:=\]]|^\s*\[(params|menu|permalinks|languages|markup|outputs)/im

function hugoOrZola(
  name: string,
  { text, paths }: { text: string; paths: readonly string[] },
): Dialect | undefined {
  if (/\.toml$/.test(name) && ZOLA_SETTING.test(text)) return 'zola'
  const folder = name.replace(/[^/]*$/, '')
  const hasContent = paths.some((path) => path.startsWith(`${folder}content/`))
  const isAtTop = name === 'config.toml'
  return HUGO_SETTING.test(text) && (hasContent || isAtTop || /contentdir/i.test(text))
    ? 'hugo'
    : undefined
}

/** True for a file that configures a site of this generator, once the generator is known. */
export function isConfigOf(path: string, dialect: Dialect): boolean {
  if (dialect === 'hexo' || dialect === 'jekyll') return /(^|\/)_config\.(ya?ml|toml)$/.test(path)
  const isShared = /(^|\/)config\.(toml|ya?ml|json)$/.test(path)
  if (dialect === 'hugo' && isShared) return true
  if (dialect === 'zola' && isShared) return path.endsWith('.toml')
  return DIALECTS[dialect].configFiles.test(path)
}
