import type { Request, RequestHandler, Response } from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { PUBLIC_COLLECTIONS } from '../../../collections/access/policy'
import { changeFeedOf } from '../../changes/feed'
import { hearOtherProcesses } from '../../changes/observe'
import { collectionsOf } from '../../changes/readTracker'
import { createAudienceFinder, type AudienceFinder } from './audience'
import type { CachedAnswer, CacheEntry } from './cacheEntry'
import type { CacheTimes } from './cacheHeaders'
import { createPublicationClock } from './publicationClock'
import { withQuery } from './publicRead'
import { createReadCache, type ReadCache } from './readCache'
import { sendEntry } from './sendEntry'

export type CacheSettings = CacheTimes & {
  /** Greatest size of the cache; 0 computes every answer. */
  maxBytes: number
}

/** All that a public answer may depend on, beside the database and the time. */
export type PublicRequest = {
  /** Path as the client wrote it, and the parameters of the route in it. */
  path: string
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** Base of absolute addresses: PUBLIC_URL, else what the client calls this server. */
  origin: string
}

/**
 * A GET route whose answer everybody may have, kept until something changes that it was made from.
 *
 * What is read through Payload within `compute` (Local API, `payload.db`) is noted by itself, populated documents
 * included; what is read past it must be said with `declareReads`. Read as the public does: `overrideAccess: false`
 * and no user. Use nothing of the request but what is given.
 */
export type CachedRoute = (
  compute: (request: PublicRequest) => Promise<CachedAnswer>,
) => RequestHandler

export type PublicReads = {
  cache: ReadCache
  audience: AudienceFinder
  cachedRoute: CachedRoute
  /** Sends an entry; the next request for the same address finds it before Express. */
  send: (sending: {
    request: IncomingMessage
    response: ServerResponse
    key: string
    entry: CacheEntry
    isHit: boolean
    /** What the next request will be known by. */
    alias?: string
  }) => Promise<void>
  /** The entry that lies ready for an alias. */
  ready: (alias: string) => { key: string; entry: CacheEntry } | undefined
}

const MAX_ALIASES_LENGTH = 16 * 1024 * 1024

/** The read cache with all that decides whether, for whom and how long an answer may be kept. */
export const createPublicReads = ({
  payload,
  settings,
  publicUrl,
  originOf,
}: {
  payload: Payload
  settings: CacheSettings
  publicUrl: URL | undefined
  originOf: (request: Request) => string
}): PublicReads => {
  const feed = changeFeedOf(payload)
  if (settings.maxBytes > 0) hearOtherProcesses(payload)
  const clock = createPublicationClock(payload, feed)
  const audience = createAudienceFinder(payload, feed)
  const publicCollections = new Set<string>(PUBLIC_COLLECTIONS)
  const cache = createReadCache({
    feed,
    maxBytes: settings.maxBytes,
    mayKeep: (reads) => {
      // A moment that has come since the computation began drops what it has read.
      clock.check()
      return [...collectionsOf(reads)].every((collection) => publicCollections.has(collection))
    },
  })
  const keysByAlias = new LRUCache<string, string>({
    maxSize: MAX_ALIASES_LENGTH,
    sizeCalculation: (key, alias) => key.length + alias.length,
  })
  const secondsLeftOf = ({ reads, until = Infinity }: CacheEntry): number =>
    Math.min(
      (until - Date.now()) / 1000,
      collectionsOf(reads).has('articles') ? clock.secondsLeft() : Infinity,
    )

  const send: PublicReads['send'] = async ({ request, response, key, entry, isHit, alias }) => {
    if (alias !== undefined && cache.get(key) === entry) keysByAlias.set(alias, key)
    const sending = { request, response, entry, isHit, times: settings }
    const encoding = sendEntry({ ...sending, secondsLeft: secondsLeftOf(entry) })
    if (!encoding) return
    await cache.encode(key, entry, encoding)
    sendEntry({ ...sending, secondsLeft: secondsLeftOf(entry) })
  }

  feed.onClose(() => {
    clock.close()
    audience.close()
    cache.close()
  })

  return {
    cache,
    audience,
    send,
    ready: (alias) => {
      const key = keysByAlias.get(alias)
      if (key === undefined) return undefined
      clock.check()
      const entry = cache.get(key)
      return entry && { key, entry }
    },
    cachedRoute: (compute) => async (request: Request, response: Response) => {
      const { search } = new URL(request.originalUrl, 'http://localhost')
      const query = new URLSearchParams(search)
      const origin = originOf(request)
      const path = request.originalUrl.slice(0, request.originalUrl.length - search.length)
      const key = `route ${publicUrl ? '' : origin}${withQuery(path, query)}`
      clock.check()
      const params = Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [name, [value].flat().join('/')]),
      )
      const loaded = await cache.load(key, () => compute({ path, params, query, origin }))
      if ('refused' in loaded) return
      const alias = publicUrl ? request.originalUrl : undefined
      await send({ request, response, key, alias, ...loaded })
    },
  }
}
