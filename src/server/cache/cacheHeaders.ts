import type { CacheEntry, Encoding } from './cacheEntry'

export type CacheTimes = {
  /** Longest time that a CDN keeps an answer without asking, and how long it may serve it while it asks. */
  sharedMaxAgeSeconds: number
  staleWhileRevalidateSeconds: number
}

/** The strong ETag of one encoding of an entry. */
export const etagOf = ({ digest }: CacheEntry, encoding: Encoding | undefined): string =>
  encoding ? `"${digest}-${encoding}"` : `"${digest}"`

/** Whether the client has this answer, in whichever encoding, as its If-None-Match says. */
export const isKnownToClient = (
  { digest }: CacheEntry,
  ifNoneMatch: string | undefined,
): boolean => {
  if (!ifNoneMatch) return false
  if (ifNoneMatch.trim() === '*') return true
  return ifNoneMatch
    .split(',')
    .some((tag) => /^(?:W\/)?"([\w-]{22})(?:-(?:br|gzip))?"$/.exec(tag.trim())?.[1] === digest)
}

/**
 * What caches on the way may do with an answer. Browsers ask each time, mostly for a 304. A CDN never keeps it past
 * the moment at which an article becomes due or expires.
 */
export const cacheControlOf = (times: CacheTimes, secondsLeft: number): string => {
  const fresh = Math.max(0, Math.min(times.sharedMaxAgeSeconds, Math.floor(secondsLeft)))
  const stale = Math.max(
    0,
    Math.min(times.staleWhileRevalidateSeconds, Math.floor(secondsLeft) - fresh),
  )
  return `public, max-age=0, s-maxage=${fresh}, stale-while-revalidate=${stale}`
}

/** Headers that are the same for every sending of an entry. */
export const headersOf = (
  entry: CacheEntry,
  encoding: Encoding | undefined,
): Record<string, string> => ({
  ...entry.headers,
  'Content-Type': entry.contentType,
  ...(encoding && { 'Content-Encoding': encoding }),
  ETag: etagOf(entry, encoding),
  'Surrogate-Key': entry.tags,
  'Cache-Tag': entry.tags.replaceAll(' ', ','),
})

/** A session's answer is another one: caches must keep them apart even where an operator caches all. */
export const VARY = 'Accept-Encoding, Authorization, Cookie, Origin'
