import type { Payload, Where } from 'payload'
import type { ChangeFeed } from '../../changes/feed'

/** What the clock looks ahead for; later moments are asked for when these have passed. */
const LOOK_AHEAD = 50
/** During an import the database is asked this often at most. */
const PAUSE_MS = 200
const RETRY_MS = 1000
const MAX_TIMER_MS = 2 ** 31 - 1

export type PublicationClock = {
  /** Tells the feed about every article that has become due or has expired. Cheap: called for every request. */
  check: () => void
  /** Seconds until the next article becomes due or expires. */
  secondsLeft: () => number
  close: () => void
}

/** Without an id: any article may be meant. */
type Moment = { at: number; id?: string }

/**
 * Knows when the public will see something else without a write: at `publishedAt` of a published article that lies in
 * the future, and at `expiresAt`. The next moments come from the database by indexed queries, asked again after
 * every change of articles, not while a reader waits.
 */
export const createPublicationClock = (payload: Payload, feed: ChangeFeed): PublicationClock => {
  let upcoming: Moment[] = []
  /** Moments up to here have been told; it stands still until what is known of them is right again. */
  let toldUntil = Date.now()
  let isOutdated = false
  let isAsking = false
  let isPausing = false
  let isClosed = false
  let timer: NodeJS.Timeout | undefined

  const check = (): void => {
    const now = Date.now()
    const next = upcoming[0]
    if (next && next.at <= now) {
      const due = upcoming.filter(({ at }) => at <= now)
      upcoming = upcoming.slice(due.length)
      const ids = due.flatMap(({ id }) => (id === undefined ? [] : [id]))
      const isPrecise = ids.length === due.length
      feed.tell([{ collection: 'articles', ids: isPrecise ? ids : 'all' }], 'time')
      isOutdated ||= upcoming.length === 0
    }
    if (!isOutdated && !isAsking) toldUntil = now
    else if (!isAsking && !isPausing) void ask()
  }

  const outdate = (): void => {
    // All moments up to now are told: those that were known, and those of this change by the change itself.
    check()
    isOutdated = true
    if (!isAsking && !isPausing) void ask()
  }

  const ask = async (): Promise<void> => {
    isAsking = true
    isPausing = false
    isOutdated = false
    let pause = PAUSE_MS
    try {
      upcoming = await nextMoments(payload, toldUntil)
    } catch (error) {
      isOutdated = true
      pause = RETRY_MS
      if (!isClosed) payload.logger.error({ err: error }, 'The next publication is not known')
    }
    isAsking = false
    isPausing = true
    check()
    wait(pause, () => {
      isPausing = false
      if (isOutdated) void ask()
      else wait((upcoming[0]?.at ?? Infinity) - Date.now(), check)
    })
  }

  const wait = (ms: number, then: () => void): void => {
    clearTimeout(timer)
    if (isClosed || ms === Infinity) return
    timer = setTimeout(then, Math.min(Math.max(ms, 0), MAX_TIMER_MS))
    timer.unref()
  }

  const stopListening = feed.listen((changes, origin) => {
    if (origin !== 'time' && changes.some(({ collection }) => collection === 'articles')) outdate()
  })
  void ask()

  return {
    check,
    secondsLeft: () => ((upcoming[0]?.at ?? Infinity) - Date.now()) / 1000,
    close: () => {
      isClosed = true
      clearTimeout(timer)
      stopListening()
    },
  }
}

/** The next moments after one, in order. Where there are more, the last of them stands for all that follow. */
const nextMoments = async (payload: Payload, since: number): Promise<Moment[]> => {
  const published = await momentsOf(payload, 'publishedAt', since)
  const expired = await momentsOf(payload, 'expiresAt', since)
  const horizon = Math.min(horizonOf(published), horizonOf(expired))
  const known: Moment[] = [...published, ...expired]
    .filter(({ at }) => at < horizon)
    .sort((one, other) => one.at - other.at)
  return horizon === Infinity ? known : [...known, { at: horizon }]
}

const horizonOf = (moments: Moment[]): number =>
  moments.length < LOOK_AHEAD ? Infinity : (moments.at(-1)?.at ?? Infinity)

const momentsOf = async (
  payload: Payload,
  field: 'publishedAt' | 'expiresAt',
  since: number,
): Promise<Moment[]> => {
  const where: Where = {
    and: [
      { _status: { equals: 'published' } },
      { [field]: { greater_than: new Date(since).toISOString() } },
    ],
  }
  const { docs } = await payload.db.find<{
    id: string
    publishedAt?: unknown
    expiresAt?: unknown
  }>({
    collection: 'articles',
    where,
    sort: field,
    limit: LOOK_AHEAD,
    pagination: false,
    select: { [field]: true },
  })
  return docs.map((doc) => ({ id: String(doc.id), at: new Date(String(doc[field])).getTime() }))
}
