import { LRUCache } from 'lru-cache'
import type { Change, ChangeFeed } from '../../changes/feed'
import { collectionsOf, documentKey, trackReads, type ReadSet } from '../../changes/readTracker'
import { bytesOf, createEntry, encode, type CachedAnswer, type CacheEntry } from './cacheEntry'
import type { Encoding } from './cacheEntry'

/** An entry that no change has touched is still made anew now and then, in case a change was never told. */
const MAX_AGE_MS = 10 * 60 * 1000

/** An answer that is not kept: an error, or one that only its asker may have. */
export type Refused<R> = { refused: R }

export type Loaded<R> = { entry: CacheEntry; isHit: boolean } | { refused: R; isHit: false }

export type ReadCache = {
  /** @returns the entry of a key if it holds */
  get: (key: string) => CacheEntry | undefined
  /** The entry of a key, computed when there is none; concurrent requests share one computation. */
  load: <R = never>(
    key: string,
    compute: () => Promise<CachedAnswer | Refused<R>>,
  ) => Promise<Loaded<R>>
  /** Compresses an entry and counts the bytes. */
  encode: (key: string, entry: CacheEntry, encoding: Encoding) => Promise<Buffer>
  clear: () => void
  /** For tests and metrics. */
  size: () => { entries: number; bytes: number }
  close: () => void
}

type Flight = { changes: Change[]; answer: Promise<Loaded<unknown>> }

/**
 * Answers by key, each kept until a document or a list changes that it was made from.
 * @param maxBytes 0 keeps nothing: every request is computed
 * @param mayKeep whether an answer with these reads may be kept; false for what only some callers may read
 */
export const createReadCache = ({
  feed,
  maxBytes,
  mayKeep,
}: {
  feed: ChangeFeed
  maxBytes: number
  mayKeep: (reads: ReadSet) => boolean
}): ReadCache => {
  const index = createIndex()
  const entries =
    maxBytes > 0
      ? new LRUCache<string, CacheEntry>({
          maxSize: maxBytes,
          maxEntrySize: Math.max(1, Math.floor(maxBytes / 4)),
          ttl: MAX_AGE_MS,
          ttlResolution: 1000,
          noDisposeOnSet: true,
          dispose: ({ reads }, key) => index.remove(key, reads),
        })
      : undefined
  const flights = new Map<string, Flight>()
  // Also those that a later request no longer waits for.
  const changesInFlight = new Set<Change[]>()

  const stopListening = feed.listen((changes) => {
    for (const seen of changesInFlight) seen.push(...changes)
    if (entries) for (const key of index.touchedBy(changes)) entries.delete(key)
  })

  const get = (key: string): CacheEntry | undefined => {
    const entry = entries?.get(key)
    if (!entry?.until || entry.until > Date.now()) return entry
    entries?.delete(key)
    return undefined
  }

  const keep = (key: string, entry: CacheEntry): void => {
    entries?.delete(key)
    if (!entries?.set(key, entry, { size: bytesOf(key, entry) }).has(key)) return
    index.add(key, entry.reads)
  }

  const fly = async <R>(
    key: string,
    changes: readonly Change[],
    compute: () => Promise<CachedAnswer | Refused<R>>,
  ): Promise<Loaded<R>> => {
    const { result, reads } = await trackReads(compute)
    if ('refused' in result) return { refused: result.refused, isHit: false }
    const entry = createEntry(result, reads)
    // What was written while it was computed may or may not be in it.
    if (mayKeep(reads) && !changes.some((change) => touches(change, reads))) {
      keep(key, entry)
    }
    return { entry, isHit: false }
  }

  return {
    get,
    load: async <R>(key: string, compute: () => Promise<CachedAnswer | Refused<R>>) => {
      const entry = get(key)
      if (entry) return { entry, isHit: true }
      const known = flights.get(key)
      // A computation that began before a write must not answer a request that came after it.
      if (known?.changes.length === 0) return (await known.answer) as Loaded<R>
      const changes: Change[] = []
      changesInFlight.add(changes)
      const answer = fly(key, changes, compute)
      const flight = { changes, answer }
      flights.set(key, flight)
      return answer.finally(() => {
        changesInFlight.delete(changes)
        if (flights.get(key) === flight) flights.delete(key)
      })
    },
    encode: async (key, entry, encoding) => {
      const body = await encode(entry, encoding)
      if (entries?.peek(key) === entry) entries.set(key, entry, { size: bytesOf(key, entry) })
      return body
    },
    clear: () => entries?.clear(),
    size: () => ({ entries: entries?.size ?? 0, bytes: entries?.calculatedSize ?? 0 }),
    close: () => {
      stopListening()
      entries?.clear()
    },
  }
}

/** Whether a change may alter an answer that was made from these reads. */
const touches = ({ collection, ids }: Change, reads: ReadSet): boolean => {
  if (reads.lists.has(collection)) return true
  if (ids === 'all') return collectionsOf(reads).has(collection)
  return ids.some((id) => reads.documents.has(documentKey(collection, id)))
}

/** Which keys were made from what. */
const createIndex = () => {
  const keysBy = new Map<string, Set<string>>()
  const namesOf = (reads: ReadSet): string[] => [
    ...reads.documents,
    ...[...reads.lists].map((list) => `${list}/list`),
    ...[...collectionsOf(reads)].map((collection) => `${collection}/any`),
  ]
  const keysOf = (name: string): Iterable<string> => keysBy.get(name) ?? []
  return {
    add: (key: string, reads: ReadSet): void => {
      for (const name of namesOf(reads)) {
        const keys = keysBy.get(name)
        if (keys) keys.add(key)
        else keysBy.set(name, new Set([key]))
      }
    },
    remove: (key: string, reads: ReadSet): void => {
      for (const name of namesOf(reads)) {
        const keys = keysBy.get(name)
        keys?.delete(key)
        if (keys?.size === 0) keysBy.delete(name)
      }
    },
    touchedBy: (changes: readonly Change[]): Set<string> => {
      const touched = new Set<string>()
      for (const { collection, ids } of changes) {
        const names =
          ids === 'all'
            ? [`${collection}/any`]
            : [`${collection}/list`, ...ids.map((id) => documentKey(collection, id))]
        for (const name of names) for (const key of keysOf(name)) touched.add(key)
      }
      return touched
    },
  }
}
