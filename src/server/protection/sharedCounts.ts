import { Redis } from 'ioredis'
import type { Payload } from 'payload'

/** Counts that several servers share. */
export type SharedCounts = {
  /**
   * Adds to the counts of a window of time, which began then.
   * @returns each count with those of all servers, or undefined while the store does not answer
   */
  add: (
    since: number,
    counts: readonly (readonly [who: string, added: number])[],
  ) => Promise<number[] | undefined>
  close: () => void
}

/** How long a count is kept: somewhat longer than its window of a minute. */
const KEPT_MS = 90_000

/**
 * Counts in Redis. While it is away every server counts for itself; it is connected to again by itself.
 * @param url `redis://…`, as in REDIS_URL
 */
export const redisCounts = (url: string, { logger }: Pick<Payload, 'logger'>): SharedCounts => {
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: 2000,
  })
  let hasFailed = false
  const report = (error: unknown): void => {
    if (!hasFailed) {
      logger.warn(
        { err: error },
        'Redis does not answer; requests are counted by each server alone',
      )
    }
    hasFailed = true
  }
  redis.on('error', report)
  redis.on('ready', () => (hasFailed = false))
  redis.connect().catch(report)
  return {
    add: async (since, counts) => {
      if (redis.status !== 'ready') return undefined
      const pipeline = redis.pipeline()
      for (const [who, added] of counts) {
        const key = `galley:requests:${since}:${who}`
        pipeline.incrby(key, added).pexpire(key, KEPT_MS)
      }
      const answers = await pipeline.exec().catch(report)
      const totals = answers
        ?.filter((_, index) => index % 2 === 0)
        .map(([, total]) => Number(total))
      return totals?.length === counts.length && totals.every(Number.isFinite) ? totals : undefined
    },
    close: () => redis.disconnect(),
  }
}
