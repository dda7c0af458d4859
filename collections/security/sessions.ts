import type { PayloadRequest } from 'payload'
import { isRecord } from '../../src/richtext/readNode'

/** A place where a user is logged in. */
export type ShownSession = {
  id: string
  createdAt: string
  expiresAt: string
  isThis: boolean
  address?: string | null
  userAgent?: string | null
}

/** The session that a token belongs to. The token is our own: its signature needs no check. */
export const sessionOfToken = (token: string): string => {
  try {
    const [, claims = ''] = token.split('.')
    const decoded: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString())
    return isRecord(decoded) && typeof decoded.sid === 'string' ? decoded.sid : ''
  } catch {
    return ''
  }
}

/** How the activity log names a session: enough to find it, too little to guess it. */
export const sessionNote = (session: string): string | undefined =>
  session === '' ? undefined : `session ${session.slice(0, 8)}`

/** The sessions of the user who asks, the newest first, each with the place that the activity log has of its login. */
export const readSessions = async (req: PayloadRequest, user: string): Promise<ShownSession[]> => {
  const sessions = await storedSessions(req, user)
  const current = sessions.filter(({ expiresAt }) => Date.parse(expiresAt) > Date.now())
  const { docs } = await req.payload.find({
    collection: 'activity',
    where: {
      and: [
        { action: { equals: 'login' } },
        { user: { equals: user } },
        { detail: { in: current.map(({ id }) => sessionNote(id) ?? '') } },
      ],
    },
    depth: 0,
    pagination: false,
  })
  const places = new Map(docs.map((login) => [login.detail, login]))
  const own = currentSession(req)
  return current
    .map(({ id, createdAt, expiresAt }) => {
      const { address, userAgent } = places.get(sessionNote(id)) ?? {}
      return { id, createdAt, expiresAt, isThis: id === own, address, userAgent }
    })
    .sort((a, b) => b.createdAt.localeCompare(a.createdAt))
}

/** Ends a session of the user: its token is refused from now on. */
export const endSession = async (
  req: PayloadRequest,
  user: string,
  session: string,
): Promise<boolean> => {
  const sessions = await storedSessions(req, user)
  const rest = sessions.filter(({ id }) => id !== session)
  if (rest.length === sessions.length) return false
  await req.payload.db.updateOne({ collection: 'users', id: user, data: { sessions: rest }, req })
  return true
}

/** The session of the request; empty for an API key. */
export const currentSession = ({ user }: PayloadRequest): string =>
  user && '_sid' in user && typeof user._sid === 'string' ? user._sid : ''

type StoredSession = { id: string; createdAt: string; expiresAt: string }

const storedSessions = async (req: PayloadRequest, user: string): Promise<StoredSession[]> => {
  const found = await req.payload.db.findOne<{ id: string; sessions?: unknown }>({
    collection: 'users',
    where: { id: { equals: user } },
    req,
  })
  return Array.isArray(found?.sessions)
    ? found.sessions.filter(isRecord).map(({ id, createdAt, expiresAt }) => ({
        id: String(id),
        createdAt: isoOf(createdAt),
        expiresAt: isoOf(expiresAt),
      }))
    : []
}

const isoOf = (value: unknown): string =>
  value instanceof Date ? value.toISOString() : String(value ?? '')
