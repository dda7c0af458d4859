import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'
import type { ParsedFile } from './parse'

export type Detection = { dialect: Dialect; reasons: string[] }

const CONFIG_WEIGHT = 20
const MAX_PATHS = 20_000

/**
 * Finds the generator of an archive from its configuration files, its folders and the keys of some files. An archive may
 * be a part of a site, so every sign only adds weight; without any the dialect is `plain`.
 * `sampleKeys` holds the keys of some files from all over the archive, as `sampleKeysOf` gives them.
 */
export function detectDialect({
  paths,
  configFiles,
  sampleKeys,
}: {
  paths: readonly string[]
  configFiles: readonly string[] | ReadonlyMap<string, string>
  sampleKeys: readonly string[]
}): Detection {
  const names =
    'keys' in configFiles && configFiles instanceof Map
      ? [...configFiles.keys()]
      : [...configFiles].map(String)
  const keys = new Set(sampleKeys)
  const sampled = paths.slice(0, MAX_PATHS)
  const scores = Object.keys(DIALECTS)
    .filter(isDialect)
    .map((dialect) => score({ dialect, paths: sampled, names, keys, texts: configFiles }))
  scores.sort((a, b) => b.weight - a.weight)
  const [best] = scores
  if (!best || best.weight < 2)
    return { dialect: 'plain', reasons: ['nothing tells of a generator'] }
  return { dialect: best.dialect, reasons: best.reasons }
}

/** True for the name of a dialect. */
export function isDialect(name: string): name is Dialect {
  return Object.hasOwn(DIALECTS, name)
}

/** The keys of one parsed file for `sampleKeys`, with a sign for the language of its front matter. */
export function sampleKeysOf({ data, format }: Pick<ParsedFile, 'data' | 'format'>): string[] {
  const sign = format === 'toml' ? ['+++'] : format === 'json' ? ['{}'] : []
  return [...Object.keys(data), ...sign]
}

const FORMAT_SIGNS: readonly {
  key: string
  dialects: readonly Dialect[]
  weight: number
  reason: string
}[] = [
  { key: '+++', dialects: ['hugo', 'zola'], weight: 2, reason: 'front matter is TOML' },
  { key: '{}', dialects: ['eleventy'], weight: 3, reason: 'front matter is JSON' },
]

type Signs = {
  dialect: Dialect
  paths: readonly string[]
  names: readonly string[]
  keys: ReadonlySet<string>
  texts: readonly string[] | ReadonlyMap<string, string>
}

function score({ dialect, paths, names, keys, texts }: Signs): {
  dialect: Dialect
  weight: number
  reasons: string[]
} {
  const rules = DIALECTS[dialect]
  const reasons: string[] = []
  let weight = 0
  const add = (points: number, reason: string) => {
    weight += points
    reasons.push(reason)
  }
  for (const name of names) {
    const isShared = /(^|\/)_?config\.\w+$/.test(name)
    const text = texts instanceof Map ? String(texts.get(name) ?? '') : ''
    if (isShared ? sharedConfig(name, text, paths) === dialect : rules.configFiles.test(name))
      add(CONFIG_WEIGHT, `there is a configuration file ${name}`)
  }
  for (const { pattern, weight: points, reason } of rules.layout)
    if (paths.some((path) => pattern.test(path))) add(points, reason)
  const own = rules.keys.filter((key) => keys.has(key))
  if (own.length > 0) add(Math.min(own.length * 2, 6), `files use its keys (${own.join(', ')})`)
  for (const sign of FORMAT_SIGNS)
    if (keys.has(sign.key) && sign.dialects.includes(dialect)) add(sign.weight, sign.reason)
  return { dialect, weight, reasons }
}

/** Settings of Jekyll alone; Octopress, built on it, keeps its posts in `source/_posts` as Hexo does. */
const JEKYLL_SETTING =
  /^(source|plugins|gems|markdown|kramdown|exclude|collections|highlighter|pygments|sass|baseurl)\s*:/m

/** `_config.yml` is Hexo's and Jekyll's, `config.toml` Hugo's and Zola's: their keys tell them apart. */
function sharedConfig(name: string, text: string, paths: readonly string[]): Dialect | undefined {
  if (/_config\.(ya?ml|toml)$/.test(name)) {
    if (
      /^(new_post_name|category_dir|tag_dir|public_dir|source_dir|per_page|titlecase|skip_render|deploy|post_asset_folder|default_category|default_layout|archive_dir|i18n_dir|category_map|tag_map|render_drafts)\s*:/m.test(
        text,
      )
    )
      return 'hexo'
    const isInSource = paths.some((path) => /(^|\/)source\/_posts\//.test(path))
    return isInSource && !JEKYLL_SETTING.test(text) ? 'hexo' : 'jekyll'
  }
  if (/^\s*(base_url|compile_sass|build_search_index|generate_feeds?)\s*=/m.test(text))
    return 'zola'
  return /\.(toml|ya?ml|json)$/.test(name) ? 'hugo' : undefined
}
