import picomatch from 'picomatch'
import { belowRoot } from './dialects/addressParts'
import { isComputed } from './files'
import { filledText, isObject } from './json'
import type { JsonObject, JsonValue } from './json'
import type { Site } from './site'
import { IGNORE_FILE } from './siteData'

/** What a site's configuration does with a file beyond what its generator does by itself. */
export type SiteChoice = 'excluded' | 'copied' | 'included' | 'outside'

type Rule = { choice: SiteChoice; matches: (path: string) => boolean }

/**
 * Reads what a configuration says of single files: Jekyll's `exclude` and `include`, Hexo's `skip_render`, `exclude`,
 * `include` and `ignore`, Hugo's `ignoreFiles`, Zola's `ignored_content`, `.eleventyignore`, and where its content stands.
 * Takes paths below the site. A folder that is excluded whole but was given for the import is read. `paths` are those of the
 * archive: where none stands in a folder of content, all are read.
 */
export function readSiteChoices(
  site: Site,
  paths: readonly string[] = [],
): (path: string) => SiteChoice | undefined {
  const rules = RULES_OF[site.dialect]?.(site) ?? []
  const isContent = contentTest(site)
  const hasContent = isContent !== undefined && paths.some(isContent)
  const choiceOf = (path: string): SiteChoice | undefined => {
    const inside = belowRoot(path, site.root)
    const rule = rules.find(({ matches }) => matches(inside))
    if (rule) return rule.choice
    return hasContent && !isContent(path) ? 'outside' : undefined
  }
  const isGivenFolder = site.above !== '' && choiceOf(site.above.slice(0, -1)) === 'excluded'
  return isGivenFolder ? () => undefined : choiceOf
}

/** Says where texts stand that the generator reads; `undefined` where the configuration does not tell. */
function contentTest(site: Site): ((path: string) => boolean) | undefined {
  if (!site.isConfigured) return undefined
  const isBelow = (folders: readonly string[]) => (path: string) =>
    folders.some((folder) => path.startsWith(`${folder}/`))
  if (site.dialect === 'hugo' || site.dialect === 'zola') {
    const isKnown = isBelow([...site.contentDirs, ...mountedFolders(site)])
    return (path) => /(?:^|\/)content\//.test(path) || isKnown(path)
  }
  // Beside a site in a folder of its own stands the program that it is about; its texts may be that program's tests.
  if (site.dialect !== 'docusaurus' || site.root === '') return undefined
  return isBelow([site.root.slice(0, -1), ...site.routes.keys(), 'blog', 'docs', 'i18n'])
}

/** Hugo: folders that the configuration puts into `content`. */
function mountedFolders({ root, settings }: Site): string[] {
  const { module } = settings
  const mounts = isObject(module) && Array.isArray(module['mounts']) ? module['mounts'] : []
  return mounts.filter(isObject).flatMap((mount: JsonObject) => {
    const source = filledText(mount['source'])
    const isContent = /^content(?:\/|$)/.test(filledText(mount['target']) ?? '')
    return source && isContent ? [root + source.replace(/^\.?\/+|\/+$/g, '')] : []
  })
}

const RULES_OF: Partial<Record<Site['dialect'], (site: Site) => Rule[]>> = {
  jekyll: ({ config, settings }) => {
    const source = folderPattern(filledText(config['source']))
    return [
      ...rulesOf('included', settings['include'], (pattern) => entry(pattern, source)),
      ...rulesOf('excluded', settings['exclude'], (pattern) => entry(pattern, source)),
    ]
  },
  hexo: ({ config, settings }) => {
    const source = folderPattern(filledText(config['source_dir']) ?? 'source')
    return [
      ...rulesOf('included', settings['include'], (pattern) => glob(pattern, { below: source })),
      ...rulesOf('excluded', settings['exclude'], (pattern) => glob(pattern, { below: source })),
      ...rulesOf('excluded', settings['ignore'], (pattern) => glob(pattern)),
      ...rulesOf('copied', settings['skip_render'], (pattern) => glob(pattern, { below: source })),
    ]
  },
  hugo: ({ settings }) => [
    ...rulesOf('excluded', settings['ignoreFiles'], expression),
    ...rulesOf('excluded', settings['ignorefiles'], expression),
  ],
  eleventy: ({ settings }) =>
    rulesOf('excluded', settings[IGNORE_FILE], (pattern) => {
      const folder = pattern.replace(/^\.?\//, '').replace(/\/+$/, '')
      const matches = glob(folder, { crossesFolders: true })
      return (path) => path.startsWith(`${folder}/`) || matches(path)
    }),
  zola: ({ settings }) =>
    rulesOf('excluded', settings['ignored_content'], (pattern) =>
      glob(pattern, { below: 'content/', crossesFolders: true }),
    ),
}

const MOST_PATTERNS = 500
const LONGEST_PATTERN = 300

function rulesOf(
  choice: SiteChoice,
  patterns: JsonValue | undefined,
  matcherOf: (pattern: string) => Rule['matches'] | undefined,
): Rule[] {
  const listed = Array.isArray(patterns) ? patterns.slice(0, MOST_PATTERNS) : [patterns]
  return listed.flatMap((item) => {
    const pattern = filledText(item)
    if (pattern === undefined || pattern.length > LONGEST_PATTERN) return []
    const matches = matcherOf(pattern)
    return matches ? [{ choice, matches }] : []
  })
}

function folderPattern(folder: string | undefined): string {
  const plain = folder?.replace(/^\.?\/+|\/+$/g, '').replace(/^\.$/, '')
  return plain ? `${plain}/` : ''
}

function glob(
  pattern: string,
  { below = '', crossesFolders = false }: { below?: string; crossesFolders?: boolean } = {},
): Rule['matches'] {
  const matches = picomatch(pattern.replace(/^\.?\//, ''), {
    dot: true,
    noextglob: true,
    bash: crossesFolders,
  })
  return (path) => path.startsWith(below) && matches(path.slice(below.length))
}

/** A file or folder of Jekyll by its path, or a pattern in which `*` stands for folders too. */
function entry(pattern: string, source: string): Rule['matches'] {
  const plain = pattern.replace(/^\.?\//, '').replace(/\/+$/, '')
  if (plain === '') return () => false
  const matches = glob(plain, { crossesFolders: true })
  return (path) => {
    const inside = path.startsWith(source) ? path.slice(source.length) : path
    return inside === plain || inside.startsWith(`${plain}/`) || matches(inside)
  }
}

/** A quantifier on a group that has one inside may take time without end. */
const RUNAWAY = /[*+}][^()]*\)[*+{]/

/**
 * Hugo matches expressions against paths of files and of folders. What blogdown computes from is left to
 * `supersededFiles`: where the result is missing, it is all there is of the text.
 */
function expression(source: string): Rule['matches'] | undefined {
  if (RUNAWAY.test(source)) return undefined
  const isCaseless = source.startsWith('(?i)')
  try {
    const pattern = new RegExp(isCaseless ? source.slice(4) : source, isCaseless ? 'i' : '')
    return (path) => !isComputed(path) && withFoldersOf(path).some((part) => pattern.test(part))
  } catch {
    return undefined
  }
}

function withFoldersOf(path: string): string[] {
  const segments = path.split('/')
  return segments.map((_segment, at) => `/${segments.slice(0, at + 1).join('/')}`)
}
