import type { Logger } from 'pino'
import { RequestError } from '../errors'
import { loggableUrl } from '../logging'

export type ReadTimes = {
  /** Longest time that a read of the public may take. */
  maxMs: number
  /** A read that takes longer is logged. */
  slowMs: number
}

/** Runs a read of the public within the time that it has, and logs it when it was slow. */
export type TimedRead = <T>(what: string, read: () => Promise<T>) => Promise<T>

/** @throws RequestError `read-timeout` from the read; what the database still does ends by itself */
export const createTimedRead =
  ({ maxMs, slowMs }: ReadTimes, logger: Logger): TimedRead =>
  async (what, read) => {
    const begun = performance.now()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new RequestError('read-timeout')), maxMs)
      timer.unref()
    })
    try {
      return await Promise.race([read(), late])
    } finally {
      clearTimeout(timer)
      const ms = Math.round(performance.now() - begun)
      if (ms >= slowMs) logger.warn({ url: loggableUrl(what), ms }, 'slow read')
    }
  }
