import type { PayloadRequest } from 'payload'
import { personOf } from '../access/roles'
import { originOf } from './origin'

/** Everything that is recorded, in the order of the filter. */
export const ACTIONS = [
  'create',
  'update',
  'move',
  'merge',
  'publish',
  'unpublish',
  'trash',
  'restore',
  'delete',
  'login',
  'logout',
  'login-failed',
  'revoke',
] as const
export type Action = (typeof ACTIONS)[number]

/** What names a document, whatever its collection. */
export type Recorded = {
  id: string
  _status?: string | null
  deletedAt?: string | null
  stage?: string | null
  stageNote?: string | null
  title?: string | null
  name?: string | null
  filename?: string | null
  from?: string | null
  text?: string | null
}

/** A user, or an API key, which is known by its name alone. */
type Actor = { id: string; name?: string | null; collection?: 'users' | 'api-keys' }

export type Event = {
  req: PayloadRequest
  action: Action
  collection: string
  doc: Recorded
  /** Who did it, where that is not the user of the request. */
  user?: Actor
  detail?: string
}

const AUTOSAVES_AS_ONE_MS = 10 * 60_000

/** Stores one event. */
export const record = async (event: Event): Promise<void> => {
  const { req } = event
  const data = activityOf(event)
  await req.payload.create({ collection: 'activity', data, depth: 0, overrideAccess: true, req })
}

/** An event as it is stored. The name is kept beside the user, who may be deleted one day. */
export const activityOf = ({
  req,
  action,
  collection,
  doc,
  user = req.user ?? undefined,
  detail,
}: Event) => ({
  user: user?.collection === 'api-keys' ? undefined : user?.id,
  userName: user?.collection === 'api-keys' ? `API key: ${user.name}` : user?.name,
  action,
  documentType: collection,
  documentId: doc.id,
  title: titleOf(doc),
  detail: detail?.slice(0, 500),
  ...originOf(req),
})

/** Whether the same user has made or changed the same document a moment ago. */
export const wasRecordedLately = async ({ req, doc }: Event): Promise<boolean> => {
  const person = personOf(req)
  if (!person) return false
  const since = new Date(Date.now() - AUTOSAVES_AS_ONE_MS).toISOString()
  const found = await req.payload.db.findOne({
    collection: 'activity',
    where: {
      and: [
        { documentId: { equals: doc.id } },
        { user: { equals: person.id } },
        { action: { in: ['create', 'update'] } },
        { createdAt: { greater_than: since } },
      ],
    },
    select: { action: true },
    req,
  })
  return Boolean(found)
}

const titleOf = ({ title, name, filename, from, text }: Recorded): string =>
  (title ?? name ?? filename ?? from ?? text ?? '').slice(0, 200)
