import type { Payload } from 'payload'

/** Documents of one collection that were written; `all` where it is not known which. */
export type Change = { collection: string; ids: readonly string[] | 'all' }

/**
 * Where a change came from: a write of this process, of another one (by the log in the database), or time itself:
 * an article has become due or has expired.
 */
export type ChangeOrigin = 'here' | 'elsewhere' | 'time'

export type ChangeListener = (changes: readonly Change[], origin: ChangeOrigin) => void

/** What is written, told to all in this process who keep something that was made from it. */
export type ChangeFeed = {
  /** Tells every listener, before it returns. */
  tell: (changes: readonly Change[], origin: ChangeOrigin) => void
  /** @returns a function that ends the subscription */
  listen: (listener: ChangeListener) => () => void
  /** Has something done before the database is closed. */
  onClose: (task: () => void | Promise<void>) => void
  close: () => Promise<void>
}

const feeds = new WeakMap<Payload['db'], ChangeFeed>()

/** The one feed of a Payload instance. */
export const changeFeedOf = (payload: Payload): ChangeFeed => {
  const known = feeds.get(payload.db)
  if (known) return known
  const feed = createFeed()
  feeds.set(payload.db, feed)
  return feed
}

/**
 * Announces documents that were written past Payload's database adapter, such as by an own SQL statement, once they
 * are committed. What goes through `payload.db` or the Local API is seen without it.
 */
export const announceChanges = (payload: Payload, changes: readonly Change[]): void =>
  changeFeedOf(payload).tell(changes, 'here')

/** The name under which a global is told about. */
export const globalCollection = (slug: string): string => `globals/${slug}`

const createFeed = (): ChangeFeed => {
  const listeners = new Set<ChangeListener>()
  const tasks = new Set<() => void | Promise<void>>()
  return {
    tell: (changes, origin) => {
      if (changes.length > 0) for (const listener of listeners) listener(changes, origin)
    },
    listen: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onClose: (task) => void tasks.add(task),
    close: async () => {
      for (const task of tasks) await task()
      tasks.clear()
    },
  }
}
