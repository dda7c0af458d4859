import { filledText, isObject } from '../json'
import type { Site } from '../site'
import { contentSegments, folded, languagePrefix, stem, toPath } from './addressParts'
import type { AddressParts, DialectRules } from './dialect'

/** https://www.getzola.org/documentation/content/page/ */
export const zola: DialectRules = {
  configFiles: /(^|\/)zola\.toml$/,
  layout: [
    { pattern: /(^|(?<!src)\/)content\//, weight: 1, reason: 'it has a content folder' },
    {
      pattern: /(^|(?<!src)\/)content\/(.*\/)?_index\.[\w.-]+$/,
      weight: 3,
      reason: 'sections have an _index file',
    },
  ],
  keys: [
    'taxonomies',
    'extra',
    'sort_by',
    'generate_feeds',
    'page_template',
    'insert_anchor_links',
    'in_search_index',
  ],
  // Below content/ these names are sections.
  ignored: /(^|\/)node_modules\/|^(?:(?!content\/)[^/]+\/)*(?:themes|templates|public|sass)\//,
  roots: ['content'],
  posts: /(^|\/)(posts?|blog|news|articles?)\//,
  address,
}

function address(parts: AddressParts): string | undefined {
  const { data, slug, site } = parts
  if (data['render'] === false) return undefined
  const own = filledText(data['path'])
  if (own) return toPath([own])
  const prefix = languagePrefix(parts)
  const segments = contentSegments(parts, zola.roots)
  const folders = folded(segments)
  const strategy = strategyOf(site)
  const below = folders.map((folder) => slugified(folder, strategy))
  if (stem(segments) === '_index')
    return below.includes(undefined) ? undefined : toPath([prefix, ...below])
  const name = slugified(slug ?? undated(folders.at(-1) ?? '', site), strategy)
  const all = [...below.slice(0, -1), name]
  return all.includes(undefined) ? undefined : toPath([prefix, ...all])
}

type Strategy = 'on' | 'safe' | 'off'

function strategyOf(site: Site): Strategy {
  const slugify = site.settings['slugify']
  const paths = isObject(slugify) ? slugify['paths'] : site.settings['slugify_paths']
  return paths === 'safe' || paths === 'off' ? paths : 'on'
}

function undated(name: string, site: Site): string {
  const slugify = site.settings['slugify']
  const isKept = isObject(slugify) && slugify['paths_keep_dates'] === true
  return isKept ? name : name.replace(/^\d{4}-\d{2}-\d{2}(?:T[\d:.Z+-]+?)?[-_]\s?(?=.)/, '')
}

/**
 * Zola's names in addresses. By default it spells every script in Latin letters; what that gives for other scripts than
 * accented Latin is not known here, so such a text has no address rather than a wrong one.
 */
function slugified(text: string, strategy: Strategy): string | undefined {
  if (strategy === 'off') return text
  if (strategy === 'safe') return text.replace(/[ .]+$/, '').replace(/[<>:"/\\|?*]/g, '')
  const latin = text.normalize('NFD').replace(/\p{M}/gu, '')
  if (/[^\x00-\x7f]/.test(latin)) return undefined
  return latin
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
}
