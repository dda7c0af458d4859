import type { IncomingHttpHeaders } from 'node:http'
import { LRUCache } from 'lru-cache'
import type { Payload } from 'payload'
import { readsAsPublic } from '../../../collections/access/policy'
import type { ChangeFeed } from '../../changes/feed'

/**
 * Who an answer is for. `public`: everybody, and API keys that read what everybody reads. `own`: somebody whose
 * answers are not kept: a session, or an API key that reads or writes more.
 */
export type Audience = 'public' | 'own'

export type AudienceFinder = {
  /** @returns undefined for an API key that has not been seen lately */
  known: (headers: IncomingHttpHeaders) => Audience | undefined
  /** Asks the database for the user of an API key when it has to. */
  find: (headers: IncomingHttpHeaders) => Promise<Audience>
  close: () => void
}

const MAX_KEYS = 1000
const API_KEY = /^users API-Key \S+$/

/** Tells whose answers may be kept. What is known of a key is forgotten at every change of users. */
export const createAudienceFinder = (payload: Payload, feed: ChangeFeed): AudienceFinder => {
  const byKey = new LRUCache<string, Audience>({ max: MAX_KEYS, ttl: 60_000 })
  const sessionCookie = `${payload.config.cookiePrefix}-token=`
  let generation = 0
  const stopListening = feed.listen((changes) => {
    if (!changes.some(({ collection }) => collection === 'users')) return
    generation += 1
    byKey.clear()
  })

  const known = ({ authorization, cookie }: IncomingHttpHeaders): Audience | undefined => {
    if (cookie?.includes(sessionCookie)) return 'own'
    if (authorization === undefined) return 'public'
    if (!API_KEY.test(authorization)) return 'own'
    return byKey.get(authorization)
  }

  return {
    known,
    find: async (headers) => {
      const audience = known(headers)
      if (audience) return audience
      const authorization = headers.authorization ?? ''
      const before = generation
      const { user } = await payload.auth({ headers: new Headers({ authorization }) })
      const found: Audience = readsAsPublic(user) ? 'public' : 'own'
      if (generation === before) byKey.set(authorization, found)
      return found
    },
    close: stopListening,
  }
}
