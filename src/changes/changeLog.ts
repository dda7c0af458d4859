import type { Payload } from 'payload'
import { globalCollection, type Change, type ChangeFeed } from './feed'

const COLLECTION = 'change-log'
/** Changes of one moment are written as one entry. */
const GATHER_MS = 20
/** How often other processes are asked for: half of the second within which their writes are to be seen. */
const POLL_MS = 400
/** With a messenger that calls, asking is only a safeguard. */
const CALLED_POLL_MS = 5000
/** Entries are written by the clocks of several machines, and may become visible late. */
const OVERLAP_MS = 10_000
/** Who has not heard anything for so long starts anew. */
const MAX_SILENCE_MS = 5 * 60_000
const KEPT_MS = 2 * MAX_SILENCE_MS
const CLEAN_MS = 60_000
const RETRY_MS = 1000
/** More ids of one collection stand for all of it. */
const MAX_IDS = 500

/** Calls the other processes when there is something to read; what it is stands in the log alone. */
export type Messenger = {
  call: () => void
  /** @param hear is called for each call of another process, and after each time that calls could have been missed */
  listen: (hear: () => void) => void
  isConnected: () => boolean
  close: () => Promise<void>
}

export type ChangeLogParts = {
  payload: Payload
  feed: ChangeFeed
  messenger?: Messenger
  /** The name of this process in the log. */
  process: string
}

/**
 * Writes what this process changes to a log in the database, for the processes beside it: other instances of the
 * server, imports, scripts. It needs no replica set and no server but the database. A failed entry is tried again;
 * the write that it tells of has long been answered.
 */
export const writeChangeLog = ({ payload, feed, messenger, process }: ChangeLogParts): void => {
  let gathered: Change[] = []
  let writing: Promise<void> | undefined
  let lastCleaned = 0
  let isClosing = false

  const write = async (): Promise<void> => {
    while (gathered.length > 0) {
      if (!isClosing) await pause(GATHER_MS)
      const changes = gathered
      gathered = []
      try {
        await payload.db.create({
          collection: COLLECTION,
          data: { at: Date.now(), process, changes: merged(changes) },
          returning: false,
        })
        messenger?.call()
        await clean()
      } catch (error) {
        gathered = [...changes, ...gathered]
        payload.logger.error({ err: error }, 'A change could not be told to other processes')
        if (isClosing) return
        await pause(RETRY_MS)
      }
    }
  }
  const clean = async (): Promise<void> => {
    const now = Date.now()
    if (now - lastCleaned < CLEAN_MS) return
    lastCleaned = now
    await payload.db.deleteMany({
      collection: COLLECTION,
      where: { at: { less_than: now - KEPT_MS } },
    })
  }

  feed.listen((changes, origin) => {
    const told = changes.filter(({ collection }) => isTold(collection))
    if (origin !== 'here' || told.length === 0) return
    gathered.push(...told)
    writing ??= write().finally(() => {
      writing = undefined
    })
  })
  feed.onClose(async () => {
    isClosing = true
    await writing
    if (gathered.length > 0) await write()
    await messenger?.close()
  })
}

/** Reads what other processes have written, and tells it to the feed of this one. */
export const readChangeLog = ({ payload, feed, messenger, process }: ChangeLogParts): void => {
  let seen = new Map<string, number>()
  let lastRead = Date.now()
  let timer: NodeJS.Timeout | undefined
  let reading: Promise<void> | undefined
  let isCalledAgain = false
  let isClosed = false

  const read = async (): Promise<void> => {
    const begun = Date.now()
    if (begun - lastRead > MAX_SILENCE_MS) tellAll(payload, feed)
    const { docs } = await payload.db.find<LogEntry>({
      collection: COLLECTION,
      where: { at: { greater_than: Math.min(lastRead, begun) - OVERLAP_MS } },
      sort: 'at',
      limit: 0,
      pagination: false,
    })
    for (const entry of docs) {
      if (seen.has(entry.id) || entry.process === process) continue
      feed.tell(entry.changes, 'elsewhere')
    }
    seen = new Map(docs.map(({ id, at }) => [id, at]))
    lastRead = begun
  }
  const readNow = async (): Promise<void> => {
    clearTimeout(timer)
    if (isClosed) return
    if (reading) {
      isCalledAgain = true
      return
    }
    isCalledAgain = false
    reading = read().catch((error: unknown) => {
      payload.logger.error({ err: error }, 'Changes of other processes could not be read')
    })
    await reading
    reading = undefined
    if (isClosed) return
    if (isCalledAgain) return readNow()
    timer = setTimeout(() => void readNow(), messenger?.isConnected() ? CALLED_POLL_MS : POLL_MS)
    timer.unref()
  }

  messenger?.listen(() => void readNow())
  feed.onClose(async () => {
    isClosed = true
    clearTimeout(timer)
    await reading
  })
  void readNow()
}

type LogEntry = { id: string; at: number; process: string; changes: Change[] }

/** Payload's own records and the log itself: nothing that anyone keeps is made from them. */
const isTold = (collection: string): boolean =>
  !/^(?:payload-|change-log$|activity$|imports$)/.test(collection)

const tellAll = (payload: Payload, feed: ChangeFeed): void => {
  const slugs = payload.config.collections.map(({ slug }) => slug).filter(isTold)
  const globals = payload.config.globals.map(({ slug }) => globalCollection(slug))
  feed.tell(
    [...slugs, ...globals].map((collection) => ({ collection, ids: 'all' })),
    'elsewhere',
  )
}

const merged = (changes: readonly Change[]): Change[] => {
  const byCollection = new Map<string, Set<string> | 'all'>()
  for (const { collection, ids } of changes) {
    const known = byCollection.get(collection) ?? new Set<string>()
    if (known === 'all' || ids === 'all') byCollection.set(collection, 'all')
    else byCollection.set(collection, new Set([...known, ...ids]))
  }
  return [...byCollection].map(([collection, ids]) => ({
    collection,
    ids: ids === 'all' || ids.size > MAX_IDS ? 'all' : [...ids],
  }))
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
