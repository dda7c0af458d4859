import ipaddr from 'ipaddr.js'
import { LRUCache } from 'lru-cache'
import type { SharedCounts } from './sharedCounts'

/** What is left to somebody after a request. */
export type Allowance = {
  isAllowed: boolean
  /** Of the draft of the IETF: https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
  headers: [name: string, value: string][]
}

export type RateLimiter = {
  /** Counts a request. */
  take: (who: string) => Allowance
  close: () => void
}

type Count = {
  /** When its minute began. */
  since: number
  /** Requests of this server, and how many of them the shared count has. */
  own: number
  told: number
  /** Requests of the other servers, when they were last asked for. */
  others: number
}

const WINDOW_MS = 60_000
const MAX_COUNTED = 50_000
const TOLD_EACH_MS = 200

/**
 * Counts requests in windows of a minute, in the memory of this process: every hit of the cache passes here, so that it must
 * not wait. What was counted is added to the shared counts five times a second, all at once; then windows are minutes of the
 * clock, the same for all servers.
 * @param perMinute greatest number of requests; 0 lets all pass
 * @param shared counts of several servers; without them each server counts for itself
 */
export const createRateLimiter = (
  perMinute: number,
  { now = Date.now, shared }: { now?: () => number; shared?: SharedCounts } = {},
): RateLimiter => {
  const counted = new LRUCache<string, Count>({ max: MAX_COUNTED })
  const untold = new Map<string, Count>()
  let timer: NodeJS.Timeout | undefined
  const policy = `"default";q=${perMinute};w=${WINDOW_MS / 1000}`

  const tell = async (counts: SharedCounts): Promise<void> => {
    const since = minuteOf(now())
    const told = [...untold].filter(([, count]) => count.since === since)
    untold.clear()
    const added = told.map(([who, { own, told }]) => [who, own - told] as const)
    const totals = added.length > 0 ? await counts.add(since, added) : []
    for (const [index, [who, count]] of told.entries()) {
      const total = totals?.[index]
      if (total === undefined) {
        untold.set(who, count)
        continue
      }
      count.told += added[index]?.[1] ?? 0
      count.others = total - count.told
    }
  }

  /** Once at a time; again while there is something to tell. */
  const tellLater = (counts: SharedCounts): void => {
    if (timer) return
    timer = setTimeout(() => {
      void tell(counts).finally(() => {
        timer = undefined
        if (untold.size > 0) tellLater(counts)
      })
    }, TOLD_EACH_MS)
    timer.unref()
  }

  return {
    take: (who) => {
      if (perMinute === 0) return UNLIMITED
      const time = now()
      let count = counted.get(who)
      if (!count || count.since + WINDOW_MS <= time) {
        count = { since: shared ? minuteOf(time) : time, own: 0, told: 0, others: 0 }
        counted.set(who, count)
      }
      count.own += 1
      if (shared && untold.size < MAX_COUNTED) {
        untold.set(who, count)
        tellLater(shared)
      }
      const all = count.own + count.others
      const seconds = Math.ceil((count.since + WINDOW_MS - time) / 1000)
      const isAllowed = all <= perMinute
      return {
        isAllowed,
        headers: [
          ['RateLimit-Policy', policy],
          ['RateLimit', `"default";r=${Math.max(0, perMinute - all)};t=${seconds}`],
          ...(isAllowed ? [] : [['Retry-After', String(seconds)] satisfies [string, string]]),
        ],
      }
    },
    close: () => {
      clearTimeout(timer)
      untold.clear()
      shared?.close()
    },
  }
}

const minuteOf = (time: number): number => time - (time % WINDOW_MS)
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
