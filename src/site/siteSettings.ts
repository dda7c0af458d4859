import {
  addressFrom,
  choiceFrom,
  type Environment,
  invalidSetting,
  wholeNumberFrom,
} from '../environment'
import { checkPattern } from './addressPattern'

export type SiteSettings = {
  /** Where readers find the site; feeds, sitemaps and oEmbed make absolute addresses with it. */
  url: URL | undefined
  /** Base of the addresses of stored files: this server, as the outside calls it. Empty: they stay relative. */
  mediaBase: string
  name: string
  description: string
  /** Patterns of addresses, see `addressPattern.ts`; undefined: the site has no such pages. */
  articleUrl: string
  categoryUrl: string | undefined
  tagUrl: string | undefined
  authorUrl: string | undefined
  /** Zone of {year}, {month}, {day} and of the months of archives. */
  timezone: string
  feedContent: 'full' | 'excerpt'
  feedSize: number
  isIndexed: boolean
  robotsDisallow: string[]
}

export const DEFAULT_ARTICLE_URL = '/{locale}/{slug}'

/**
 * Reads what is known of the public site from the environment.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const readSiteSettings = (environment: Environment = process.env): SiteSettings => ({
  url: addressOf('SITE_URL', environment) ?? addressOf('PUBLIC_URL', environment),
  mediaBase: addressOf('PUBLIC_URL', environment)?.origin ?? '',
  name: environment.SITE_NAME || 'Galley',
  description: environment.SITE_DESCRIPTION || '',
  articleUrl: patternOf('ARTICLE_URL', environment) ?? DEFAULT_ARTICLE_URL,
  categoryUrl: patternOf('CATEGORY_URL', environment),
  tagUrl: patternOf('TAG_URL', environment),
  authorUrl: patternOf('AUTHOR_URL', environment),
  timezone: timezoneOf(environment.SITE_TIMEZONE),
  feedContent: choiceFrom(environment, 'FEED_CONTENT', ['full', 'excerpt']),
  feedSize: wholeNumberFrom(environment, 'FEED_SIZE', { fallback: 20, minimum: 1, maximum: 100 }),
  isIndexed: choiceFrom(environment, 'ROBOTS', ['allow', 'disallow']) === 'allow',
  robotsDisallow: (environment.ROBOTS_DISALLOW ?? '/admin')
    .split(',')
    .map((path) => path.trim())
    .filter(Boolean),
})

let known: SiteSettings | undefined

/** The settings of this process, read once. */
export const siteSettings = (): SiteSettings => (known ??= readSiteSettings())

const addressOf = (name: string, environment: Environment): URL | undefined =>
  addressFrom(environment, name, 'https://www.example.org')

const patternOf = (name: string, environment: Environment): string | undefined => {
  const value = environment[name]
  if (!value) return undefined
  const problem = checkPattern(value)
  if (problem) throw invalidSetting(name, value, problem)
  return value
}

const timezoneOf = (value = ''): string => {
  if (!value) return 'UTC'
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone
  } catch {
    throw invalidSetting('SITE_TIMEZONE', value, 'an IANA zone such as Europe/Berlin')
  }
}
