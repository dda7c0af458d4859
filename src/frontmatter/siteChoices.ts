import picomatch from 'picomatch'
import { belowRoot } from './dialects/addressParts'
import { isComputed } from './files'
import { filledText } from './json'
import type { JsonValue } from './json'
import type { Site } from './site'

/** What a site's configuration does with a file beyond what its generator does by itself. */
export type SiteChoice = 'excluded' | 'copied' | 'included'

type Rule = { choice: SiteChoice; matches: (path: string) => boolean }

/**
 * Reads what a configuration says of single files: Jekyll's `exclude` and `include`, Hexo's `skip_render`, `exclude`,
 * `include` and `ignore`, Hugo's `ignoreFiles`, Zola's `ignored_content`. Takes paths below the site. A folder that is
 * excluded whole but was given for the import is read.
 */
export function readSiteChoices(site: Site): (path: string) => SiteChoice | undefined {
  const rules = RULES_OF[site.dialect]?.(site) ?? []
  const choiceOf = (path: string) => {
    const inside = belowRoot(path, site.root)
    return rules.find(({ matches }) => matches(inside))?.choice
  }
  const isGivenFolder = site.above !== '' && choiceOf(site.above.slice(0, -1)) === 'excluded'
  return isGivenFolder ? () => undefined : choiceOf
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
