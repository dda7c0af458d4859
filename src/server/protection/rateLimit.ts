import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'

/** What is left to somebody after a request. */
export type Allowance = {
  isAllowed: boolean
  /** Of the draft of the IETF: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
  headers: [name: string, value: string][]
}

export type RateLimiter = {
  /** Counts a request. */
  take: (who: string) => Allowance
}

const WINDOW_MS = 60_000
const MAX_COUNTED = 50_000

/**
 * Counts requests in windows of a minute, in the memory of this process: every hit of the cache passes here, so that it
 * must cost nothing. Each instance has a count of its own.
 * @param perMinute greatest number of requests; 0 lets all pass
 */
export const createRateLimiter = (perMinute: number, now = Date.now): RateLimiter => {
  const counted = new LRUCache<string, { count: number; until: number }>({ max: MAX_COUNTED })
  const policy = `"default";q=${perMinute};w=${WINDOW_MS / 1000}`
  return {
    take: (who) => {
      if (perMinute === 0) return UNLIMITED
      const time = now()
      let window = counted.get(who)
      if (!window || window.until <= time) {
        window = { count: 0, until: time + WINDOW_MS }
        counted.set(who, window)
      }
      window.count += 1
      const seconds = Math.ceil((window.until - time) / 1000)
      const left = Math.max(0, perMinute - window.count)
      const isAllowed = window.count <= perMinute
      return {
        isAllowed,
        headers: [
          ['RateLimit-Policy', policy],
          ['RateLimit', `"default";r=${left};t=${seconds}`],
          ...(isAllowed ? [] : [['Retry-After', String(seconds)] satisfies [string, string]]),
        ],
      }
    },
  }
}

const UNLIMITED: Allowance = { isAllowed: true, headers: [] }

/** Who an address counts for: a host has a whole network of 64 bits in IPv6. */
export const networkOf = (address: string): string => {
  if (!address.includes(':') || !ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (!(parsed instanceof ipaddr.IPv6)) return parsed.toString()
  return parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')
}
