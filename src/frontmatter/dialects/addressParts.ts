import { stemOf, withoutDate } from '../slug'
import { dateInPath } from '../dates'
import { languageOf } from '../locale'
import { textOf } from '../json'
import type { AddressParts } from './dialect'

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

/** Values of the placeholders for dates, which all generators name alike. */
export function dateValues({ date }: AddressParts): Record<string, string> {
  const { year = '', month = '', day = '', hour = '00', minute = '00', second = '00' } = date ?? {}
  const time = Date.UTC(Number(year), Number(month) - 1, Number(day))
  const yearDay = date ? Math.round((time - Date.UTC(Number(year), 0, 1)) / 86_400_000) + 1 : 0
  const unpadded = (text: string) => text.replace(/^0/, '')
  return {
    year,
    short_year: year.slice(2),
    month,
    i_month: unpadded(month),
    monthname: MONTH_NAMES[Number(month) - 1] ?? '',
    short_month: (MONTH_NAMES[Number(month) - 1] ?? '').slice(0, 3),
    long_month: MONTH_NAMES[Number(month) - 1] ?? '',
    day,
    i_day: unpadded(day),
    y_day: String(yearDay).padStart(3, '0'),
    yearday: String(yearDay),
    hour,
    minute,
    second,
  }
}

/** The language in front of an address: none for the site's own. */
export function languagePrefix({ locale, site }: AddressParts): string | undefined {
  if (!locale || locale === site.language) return undefined
  return site.languages.length > 0 && !site.languages.includes(locale)
    ? undefined
    : locale.toLowerCase()
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

/** A lower-case path as Hugo and Zola write it: blanks become hyphens, letters of all scripts stay. */
export function urlized(text: string): string {
  return text
    .toLowerCase()
    .replace(/\s+/g, '-')
    .replace(/[^\p{L}\p{M}\p{N}/._~+-]/gu, '')
    .replace(/-{2,}/g, '-')
}
