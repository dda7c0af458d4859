import { DIALECTS } from './dialects'
import type { Dialect } from './dialects'
import { mainConfigDialect } from './configFiles'
import { textOf } from './json'
import type { ParsedFile } from './parse'
import { BODY_SIGNS, FORMAT_SIGNS, PACKAGES } from './signs'

export type Detection = { dialect: Dialect; reasons: string[] }

const CONFIG_WEIGHT = 20
const PACKAGE_WEIGHT = 14
/** A configuration three folders down belongs to something beside the site. */
const MAX_CONFIG_DEPTH = 3
const MIN_WEIGHT = 2
const MAX_PATHS = 20_000
const MAX_BODY = 20_000

/**
 * Finds the generator of an archive from its configuration files, its folders and some of its files. An archive may be a
 * part of a site, so every sign only adds weight; without any the dialect is `plain`.
 * `configFiles` holds configuration and lists of packages by path, `sampleKeys` what `sampleKeysOf` gives for some files from
 * all over the archive. `above` is the part of the site's path that lies above the folder given, as `contentPlaceOf` finds it.
 */
export function detectDialect({
  paths,
  configFiles,
  sampleKeys,
  above = '',
}: {
  paths: readonly string[]
  configFiles: ReadonlyMap<string, string>
  sampleKeys: readonly string[]
  above?: string
}): Detection {
  const signs: Signs = {
    paths: sampled(paths).map((path) => above + path),
    configFiles,
    keys: countsOf(sampleKeys),
  }
  const scores = Object.keys(DIALECTS)
    .filter(isDialect)
    .map((dialect) => score(dialect, signs))
  scores.sort((a, b) => b.weight - a.weight)
  const [best] = scores
  if (!best || best.weight < MIN_WEIGHT)
    return { dialect: 'plain', reasons: ['nothing tells of a generator'] }
  return { dialect: best.dialect, reasons: best.reasons }
}

/** True for the name of a dialect. */
export function isDialect(name: string): name is Dialect {
  return Object.hasOwn(DIALECTS, name)
}

/** What one parsed file tells of its generator, for `sampleKeys`: its keys, their language, signs in its text. */
export function sampleKeysOf({
  data,
  format,
  body = '',
}: Pick<ParsedFile, 'data' | 'format'> & { body?: string }): string[] {
  const start = body.slice(0, MAX_BODY)
  return [
    FILE_SIGN,
    ...Object.keys(data),
    ...(format === 'toml' ? ['+++'] : format === 'json' ? ['{}'] : []),
    ...(textOf(data['layout']) === 'post' ? ['layout:post'] : []),
    ...BODY_SIGNS.filter(({ pattern }) => pattern.test(start)).map(({ sign }) => sign),
  ]
}

/** Stands once for each sampled file, so that shares can be told. */
const FILE_SIGN = 'file:'

type Signs = {
  paths: readonly string[]
  configFiles: ReadonlyMap<string, string>
  keys: ReadonlyMap<string, number>
}

function sampled(paths: readonly string[]): readonly string[] {
  if (paths.length <= MAX_PATHS) return paths
  const step = Math.ceil(paths.length / MAX_PATHS)
  return paths.filter((_path, at) => at % step === 0)
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function score(dialect: Dialect, { paths, configFiles, keys }: Signs) {
  const rules = DIALECTS[dialect]
  const reasons: string[] = []
  let weight = 0
  const add = (points: number, reason: string) => {
    weight += points
    reasons.push(reason)
  }
  const configured = configOf(dialect, { paths, configFiles })
  if (configured) add(configured.weight, configured.reason)
  for (const { pattern, weight: points, reason } of rules.layout)
    if (paths.some((path) => pattern.test(path))) add(points, reason)
  const posts = postNames(paths)
  if (posts !== undefined && dialect === (posts >= 0.7 ? 'jekyll' : 'hexo'))
    add(3, posts >= 0.7 ? 'posts are named after their dates' : 'posts are not named after dates')
  // Keys of Jekyll outlive a move to another generator; its folders do not.
  if (dialect === 'jekyll' && posts === undefined && !configured) weight -= 3
  const own = rules.keys.filter((key) => keys.has(key))
  if (own.length > 0) add(Math.min(own.length * 2, 6), `files use its keys (${own.join(', ')})`)
  for (const sign of [...FORMAT_SIGNS, ...BODY_SIGNS])
    if (sign.dialect === dialect) {
      const share = (keys.get(sign.sign) ?? 0) / Math.max(1, keys.get(FILE_SIGN) ?? 1)
      if (share > 0) add(share >= 0.02 ? sign.weight : sign.weight / 2, sign.reason)
    }
  return { dialect, weight, reasons }
}

/** Share of the files in `_posts` whose names begin with a date, as Jekyll asks; `undefined` without such a folder. */
function postNames(paths: readonly string[]): number | undefined {
  const posts = paths.filter((path) => /(^|\/)_posts\/.*\.(md|markdown|html?)$/.test(path))
  if (posts.length === 0) return undefined
  return posts.filter((path) => /\/\d{4}-\d{1,2}-\d{1,2}-[^/]*$/.test(path)).length / posts.length
}

/** The weight of the configuration or list of packages nearest to the top. */
function configOf(dialect: Dialect, { paths, configFiles }: Omit<Signs, 'keys'>) {
  let found: { weight: number; reason: string } | undefined
  for (const [name, text] of configFiles) {
    const depth = name.split('/').length - 1
    if (
      depth >= MAX_CONFIG_DEPTH ||
      /(^|\/)(\.|tests?\/|fixtures\/|examples?\/)/.test(`/${name}`.slice(0, -baseOf(name).length))
    )
      continue
    const isPackage = /(^|\/)(package\.json|Gemfile)$/.test(name)
    const isSaid = isPackage
      ? PACKAGES.some((it) => it.dialect === dialect && it.name.test(text))
      : mainConfigDialect(name, { text, paths }) === dialect
    if (!isSaid) continue
    const weight = (isPackage ? PACKAGE_WEIGHT : CONFIG_WEIGHT) - depth
    const reason = isPackage ? `${name} asks for it` : `there is a configuration file ${name}`
    if (!found || weight > found.weight) found = { weight, reason }
  }
  return found
}

function baseOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1)
}
