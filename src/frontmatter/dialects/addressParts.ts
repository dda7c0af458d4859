import { stemOf, withoutDate } from '../slug'
import { dateInPath } from '../dates'
import { languageOf } from '../locale'
import { textOf } from '../json'
import type { AddressParts } from './dialect'

/** Segments below the site's own folders of content, else below the usual ones of its generator. */
export function contentSegments(
  { path, site }: Pick<AddressParts, 'path' | 'site'>,
  roots: readonly string[],
): string[] {
  const own = [...site.contentDirs]
    .sort((a, b) => b.length - a.length)
    .find((folder) => path.startsWith(`${folder}/`))
  if (own !== undefined) return path.slice(own.length + 1).split('/')
  return segmentsBelow(belowRoot(path, site.root), roots)
}

/** The path below the folder of the configuration. */
export function belowRoot(path: string, root: string): string {
  return root !== '' && path.startsWith(root) ? path.slice(root.length) : path
}

/** Segments of a path below the last of the given folders; the whole path when none of them stands in it. */
export function segmentsBelow(path: string, roots: readonly string[]): string[] {
  const segments = path.split('/').filter((segment) => segment !== '' && segment !== '.')
  for (const root of roots) {
    const parts = root.split('/')
    const at = indexOfRun(segments, parts)
    if (at !== -1) return segments.slice(at + parts.length)
  }
  return segments
}

function indexOfRun(segments: string[], run: string[]): number {
  for (let at = 0; at + run.length < segments.length; at++)
    if (run.every((part, offset) => segments[at + offset] === part)) return at
  return -1
}

/** File name without extension and language. */
export function stem(segments: string[]): string {
  return stemOf(segments.at(-1) ?? '')
}

/** `a/b/index` and `a/b/_index` become `a/b`; the rest keeps its name. */
export function folded(segments: string[]): string[] {
  const name = stem(segments)
  const folders = segments.slice(0, -1)
  return /^_?index$/i.test(name) ? folders : [...folders, name]
}

/** Joins segments to a path with a leading slash and, on request, one at the end. */
export function toPath(
  segments: readonly (string | undefined)[],
  { isFolder = true } = {},
): string {
  const path = `/${segments
    .filter((segment) => segment !== undefined && segment !== '')
    .join('/')
    .replace(/\/{2,}/g, '/')
    .replace(/^\/|\/$/g, '')}`
  return isFolder && path !== '/' ? `${path}/` : path
}

/** Fills `:name` placeholders; an unknown one is looked up in the front matter, else left out. */
export function fillPermalink(
  pattern: string,
  { values, data }: { values: Record<string, string>; data: AddressParts['data'] },
): string {
  const filled = pattern.replace(/:([a-z_]+)/gi, (_whole, name: string) => {
    const key = name.toLowerCase()
    if (Object.hasOwn(values, key)) return values[key] ?? ''
    return (Object.hasOwn(data, name) ? textOf(data[name]) : undefined) ?? ''
  })
  return `/${filled.replace(/^\/+/, '')}`.replace(/\/{2,}/g, '/')
}

const MONTH_NAMES =
  'January February March April May June July August September October November December'.split(' ')
const DAY_NAMES = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const DAY = 86_400_000

/** Values of the placeholders for dates, which all generators name alike. */
export function dateValues({ date, epoch }: AddressParts): Record<string, string> {
  const { year = '', month = '', day = '', hour = '00', minute = '00', second = '00' } = date ?? {}
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const yearDay = date ? Math.round((time - Date.UTC(Number(year), 0, 1)) / DAY) + 1 : 0
  const unpadded = (text: string) => text.replace(/^0/, '')
  const monthName = MONTH_NAMES[Number(month) - 1] ?? ''
  const weekday = date ? new Date(time).getUTCDay() : 0
  const dayName = date ? (DAY_NAMES[weekday] ?? '') : ''
  const week = date ? isoWeek(time) : { year: '', week: '' }
  return {
    year,
    short_year: year.slice(2),
    month,
    i_month: unpadded(month),
    monthname: monthName,
    short_month: monthName.slice(0, 3),
    long_month: monthName,
    day,
    i_day: unpadded(day),
    y_day: String(yearDay).padStart(3, '0'),
    yearday: String(yearDay),
    weekday: String(weekday),
    weekdayname: dayName,
    short_day: dayName.slice(0, 3),
    long_day: dayName,
    week: week.week,
    w_year: week.year,
    w_day: String(weekday === 0 ? 7 : weekday),
    hour,
    minute,
    second,
    timestamp: epoch === undefined ? '' : String(epoch),
  }
}

function isoWeek(time: number): { year: string; week: string } {
  const weekday = new Date(time).getUTCDay() || 7
  const thursday = time + (4 - weekday) * DAY
  const year = new Date(thursday).getUTCFullYear()
  const week = Math.floor((thursday - Date.UTC(year, 0, 1)) / (7 * DAY)) + 1
  return { year: String(year), week: String(week).padStart(2, '0') }
}

/** Generators whose default language is English where no configuration names another. */
const ENGLISH_BY_DEFAULT = new Set(['hugo', 'zola', 'docusaurus', 'gatsby'])

/** The language in front of an address, as the configuration spells it: none for the site's own. */
export function languagePrefix({ locale, site }: AddressParts): string | undefined {
  const own = site.language ?? (ENGLISH_BY_DEFAULT.has(site.dialect) ? 'en' : undefined)
  if (!locale || locale === own) return undefined
  if (site.languages.length > 0 && !site.languages.includes(locale)) return undefined
  return site.languageKeys.get(locale) ?? locale.toLowerCase()
}

/** Takes a leading segment off that names a language. */
export function withoutLanguage(segments: string[]): string[] {
  const [first = ''] = segments
  return segments.length > 1 && languageOf(first, { isStrict: true }) ? segments.slice(1) : segments
}

/** `2015-12-18-name` in three folders and a name. */
export function datedSegments(segments: string[]): string[] {
  const name = stem(segments)
  const date = dateInPath(name)
  return date ? [...segments.slice(0, -1), ...date.split('-'), withoutDate(name)] : folded(segments)
}

/** A path as Hugo writes it: blanks become hyphens, letters of all scripts stay, other signs go. */
export function urlized(text: string, { isLowerCase = true } = {}): string {
  const plain = text
    .trim()
    .replace(/[^\p{L}\p{M}\p{N}/._~+#@\s-]/gu, '')
    .replace(/\s*-\s+|\s+-\s*|\s+/g, '-')
  return isLowerCase ? plain.toLowerCase() : plain
}

/** A name as `github-slugger` writes it, which Astro uses: signs go, blanks become hyphens. */
export function githubSlug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\s-]/gu, '')
    .replace(/\s/g, '-')
}
