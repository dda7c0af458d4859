/** Folders that generators read content from; an import may be given one of them instead of the whole site. */
const CONTENT_FOLDER =
  /(?:^|\/)((?:source\/)?_(?:posts|drafts)|source|src\/content(?:\/[^/]+)?|(?:src\/)?content(?:\/[^/]+)?|src\/(?:pages|posts|data)|_content|blog|docs)\/?$/

/**
 * The part of a site's path that lies above the folder given: `source/_posts/` for `…/my-site/source/_posts`. `''` for a folder
 * that is no known place of content, and for one that holds a site of its own.
 */
export function contentPlaceOf(folder: string, paths: readonly string[]): string {
  const place = CONTENT_FOLDER.exec(folder.replaceAll('\\', '/'))?.[1]
  if (/(?:^|\/)src\/?$/.test(folder) && paths.some((path) => IN_SRC.test(path))) return 'src/'
  if (place === undefined || paths.some((path) => OWN_SITE.test(path))) return ''
  return `${place}/`
}

const IN_SRC = /^(?:content|pages)\//

const OWN_SITE =
  /^(?:(?:src\/)?content\/|source\/|_config\.|config\.(?:toml|ya?ml)$|(?:hugo|zola)\.|(?:docusaurus|astro|gatsby|eleventy|\.eleventy)[.-]|package\.json$|src\/pages\/|_layouts\/)/

/** Signs in the folders of one site, by generator; only such as do not also stand in a part of a site. */
const SITE_LAYOUTS: readonly [name: string, pattern: RegExp][] = [
  ['hexo', /^source\/_posts\//],
  ['astro', /^src\/content\//],
  ['jekyll', /^_posts\//],
  ['docusaurus', /^blog\/authors\.ya?ml$/],
  ['content', /^content\//],
]

/**
 * The folders at the top that are sites of their own, each ending in `/`; empty when the whole is one site. Several
 * configurations say so, or layouts of different generators.
 */
export function siteFolders(
  paths: readonly string[],
  isConfiguration: (path: string) => boolean,
): string[] {
  const tops = new Map<string, { isConfigured: boolean; layout?: string }>()
  for (const path of paths) {
    const at = path.indexOf('/')
    if (at === -1) {
      if (isConfiguration(path)) return []
      continue
    }
    const top = path.slice(0, at + 1)
    if (top.startsWith('.')) continue
    const inside = path.slice(at + 1)
    const known = tops.get(top) ?? { isConfigured: false }
    if (!inside.includes('/') && isConfiguration(inside)) known.isConfigured = true
    const layout = SITE_LAYOUTS.find(([, pattern]) => pattern.test(inside))?.[0]
    if (layout !== undefined && known.layout === undefined) known.layout = layout
    tops.set(top, known)
  }
  const all = [...tops.values()]
  const isSeveral =
    all.filter(({ isConfigured }) => isConfigured).length > 1 ||
    new Set(all.flatMap(({ layout }) => layout ?? [])).size > 1
  return isSeveral ? [...tops.keys()] : []
}
