import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterLoginHook,
  PayloadRequest,
} from 'payload'
import { withBatchForm } from './batchForm'

type Action =
  'create' | 'update' | 'publish' | 'unpublish' | 'trash' | 'restore' | 'delete' | 'login'

/** Records creation, change, publication and trash of a document by a user. Autosaves are left out. */
export const recordChange: CollectionAfterChangeHook = withBatchForm(
  async ({ collection, context, doc, operation, previousDoc, req }) => {
    if (req.user && req.query?.autosave !== 'true') {
      const action =
        operation === 'create' ? 'create' : changeOf(doc, previousDoc, context.isDraftSave === true)
      await record({ req, action, collection: collection.slug, doc })
    }
    return doc
  },
  {
    companions: ({ collection, doc, operation, previousDoc }, req) => {
      if (!req.user) return []
      const action = operation === 'create' ? 'create' : changeOf(doc, previousDoc, false)
      return [{ collection: 'activity', data: activityOf({ req, action, collection, doc }) }]
    },
  },
)

/** Records the final deletion of a document by a user. */
export const recordDeletion: CollectionAfterDeleteHook = async ({ collection, doc, req }) => {
  if (req.user) await record({ req, action: 'delete', collection: collection.slug, doc })
  return doc
}

/** Records a login with its address. */
export const recordLogin: CollectionAfterLoginHook = async ({ req, user }) => {
  await record({ req, action: 'login', collection: 'users', doc: user, userId: user.id })
  return user
}

type Recorded = {
  id: string
  _status?: string | null
  deletedAt?: string | null
  title?: string | null
  name?: string | null
  filename?: string | null
  from?: string | null
}

const changeOf = (
  doc: Recorded,
  previous: Partial<Recorded> | undefined,
  isDraftSave: boolean,
): Action => {
  if (doc.deletedAt && !previous?.deletedAt) return 'trash'
  if (!doc.deletedAt && previous?.deletedAt) return 'restore'
  if (doc._status === 'published' && previous?._status !== 'published') return 'publish'
  const isDraftNow = doc._status === 'draft' && previous?._status === 'published'
  if (isDraftNow && !isDraftSave) return 'unpublish'
  return 'update'
}

type Event = {
  req: PayloadRequest
  action: Action
  collection: string
  doc: Recorded
  userId?: string
}

const record = async (event: Event): Promise<void> => {
  const { req } = event
  const data = activityOf(event)
  await req.payload.create({ collection: 'activity', data, depth: 0, overrideAccess: true, req })
}

const activityOf = ({ req, action, collection, doc, userId = req.user?.id }: Event) => ({
  user: userId,
  action,
  documentType: collection,
  documentId: doc.id,
  title: doc.title ?? doc.name ?? doc.filename ?? doc.from ?? '',
  address: req.headers?.get('x-galley-client-address') ?? undefined,
})
