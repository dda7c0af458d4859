import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { readsAsPublic } from '../../../collections/access/policy'
import { apiKeyIn } from '../../../collections/security/apiKeys'
import type { ChangeFeed } from '../../changes/feed'

/**
 * Who an answer is for. `public`: everybody, and API keys that read what everybody reads. `own`: somebody whose
 * answers are not kept: a session, or an API key that reads or writes more. `refused`: an API key that is unknown, revoked or
 * expired.
 */
export type Audience = 'public' | 'own' | 'refused'

export type AudienceFinder = {
  /** @returns undefined for an API key that has not been seen lately */
  known: (headers: IncomingHttpHeaders) => Audience | undefined
  /** Asks the database for an API key when it has to. */
  find: (headers: IncomingHttpHeaders) => Promise<Audience>
  /** The id of the API key, when it has been seen lately and is good. */
  keyOf: (headers: IncomingHttpHeaders) => string | undefined
  close: () => void
}

type KnownKey = { id?: string; audience: Audience; until: number }

const MAX_KEYS = 1000
const REMEMBERED_MS = 60_000

/** Tells whose answers may be kept. What is known of a key is forgotten at every change of keys. */
export const createAudienceFinder = (payload: Payload, feed: ChangeFeed): AudienceFinder => {
  const keys = new LRUCache<string, KnownKey>({ max: MAX_KEYS })
  const sessionCookie = `${payload.config.cookiePrefix}-token=`
  let generation = 0
  const stopListening = feed.listen((changes) => {
    if (!changes.some(({ collection }) => collection === 'api-keys')) return
    generation += 1
    keys.clear()
  })

  const knownKey = (authorization: string | undefined): KnownKey | undefined => {
    const key = keys.get(authorization ?? '')
    return key && key.until > Date.now() ? key : undefined
  }

  const known = ({ authorization, cookie }: IncomingHttpHeaders): Audience | undefined => {
    if (cookie?.includes(sessionCookie)) return 'own'
    if (authorization === undefined) return 'public'
    if (apiKeyIn(authorization) === undefined) return 'own'
    return knownKey(authorization)?.audience
  }

  return {
    known,
    find: async (headers) => {
      const audience = known(headers)
      if (audience) return audience
      const authorization = headers.authorization ?? ''
      const before = generation
      const found = await readKey(payload, authorization)
      if (generation === before && found.id) keys.set(authorization, found)
      return found.audience
    },
    keyOf: ({ authorization }) => knownKey(authorization)?.id,
    close: stopListening,
  }
}

const readKey = async (payload: Payload, authorization: string): Promise<KnownKey> => {
  const until = Date.now() + REMEMBERED_MS
  const { user } = await payload.auth({ headers: new Headers({ authorization }) })
  if (user?.collection !== 'api-keys') return { audience: 'refused', until }
  const { id, expiresAt } = user
  return {
    id,
    audience: readsAsPublic(user) ? 'public' : 'own',
    until: expiresAt ? Math.min(until, Date.parse(expiresAt)) : until,
  }
}
