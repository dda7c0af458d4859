import pLimit, { type LimitFunction } from 'p-limit'

/** Runs work for hosts politely: few at once, with a pause between starts, and none while a host asks to wait. */
export type HostQueues = {
  run: <Result>(host: string, work: () => Promise<Result>) => Promise<Result>
  /** Starts nothing at this host for some time. */
  pause: (host: string, milliseconds: number) => void
}

type Queue = { limit: LimitFunction; freeAt: number }

/**
 * Makes the queues of one run.
 * @param atOnce fetches from one host at the same time
 * @param gapMs least time between two starts at one host
 */
export const openHostQueues = ({
  atOnce,
  gapMs,
}: {
  atOnce: number
  gapMs: number
}): HostQueues => {
  const queues = new Map<string, Queue>()
  return {
    run: (host, work) => {
      const queue = queueOf(host)
      return queue.limit(async () => {
        await turnOf(queue)
        return work()
      })
    },
    pause: (host, milliseconds) => {
      const queue = queueOf(host)
      queue.freeAt = Math.max(queue.freeAt, performance.now() + milliseconds)
    },
  }

  function queueOf(host: string): Queue {
    const queue = queues.get(host) ?? { limit: pLimit(atOnce), freeAt: 0 }
    queues.set(host, queue)
    return queue
  }

  async function turnOf(queue: Queue): Promise<void> {
    for (let wait = queue.freeAt - performance.now(); wait > 0;) {
      await new Promise((resolve) => setTimeout(resolve, wait))
      wait = queue.freeAt - performance.now()
    }
    queue.freeAt = performance.now() + gapMs
  }
}
