import { fillPattern, hasToken, type AddressParts } from './addressPattern'
import type { SiteSettings } from './siteSettings'

/** What the address of an article is made of. */
export type Addressable = {
  id: string
  slug?: string | null
  locale?: string | null
  publishedAt?: string | null
  /** The path of the first category that has one gives {category}. */
  categories?: (string | { path?: string | null })[] | null
}

/** The address of an article on the site: a path, or a whole address where the pattern is one. */
export const articleAddress = (
  article: Addressable,
  { articleUrl, timezone }: Pick<SiteSettings, 'articleUrl' | 'timezone'>,
): string =>
  fillPattern(articleUrl, {
    id: article.id,
    slug: article.slug ?? article.id,
    locale: article.locale ?? '',
    category: categoryPath(article),
    ...datePartsOf(article.publishedAt, timezone),
  })

/** Whether categories must be read, with their paths, before an address can be made. */
export const needsCategories = ({ articleUrl }: Pick<SiteSettings, 'articleUrl'>): boolean =>
  hasToken(articleUrl, 'category')

const categoryPath = ({ categories }: Addressable): string => {
  for (const category of categories ?? []) {
    if (typeof category === 'object' && category.path) return category.path
  }
  return ''
}

/** Year, month and day of an instant in a zone, as `2024`, `03`, `09`. */
export const datePartsOf = (
  instant: string | null | undefined,
  timezone: string,
): Pick<AddressParts, 'year' | 'month' | 'day'> => {
  const time = instant ? Date.parse(instant) : Number.NaN
  if (Number.isNaN(time)) return {}
  const parts = new Map(
    formatFor(timezone)
      .formatToParts(time)
      .map(({ type, value }) => [type, value]),
  )
  return {
    year: parts.get('year')?.padStart(4, '0'),
    month: parts.get('month'),
    day: parts.get('day'),
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

const formatFor = (timezone: string): Intl.DateTimeFormat => {
  const format =
    formats.get(timezone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone: timezone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    })
  formats.set(timezone, format)
  return format
}
