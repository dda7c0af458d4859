import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionAfterLoginHook,
  CollectionAfterLogoutHook,
} from 'payload'
import {
  activityOf,
  record,
  wasRecordedLately,
  type Action,
  type Recorded,
} from '../activity/record'
import { isBlankArticle } from '../workflow/blankArticle'
import { sessionNote, sessionOfToken } from '../security/sessions'
import { withBatchForm } from './batchForm'

/**
 * Records creation, change, moves, publication and trash of a document by a user. Of autosaves, which come every few
 * seconds, it records one for each user and document in ten minutes. An article is created when its first word is.
 */
export const recordChange: CollectionAfterChangeHook = withBatchForm(
  async ({ collection, context, doc, operation, previousDoc, req }) => {
    if (!req.user || isBlank(collection.slug, doc)) return doc
    const isNew = operation === 'create' || isBlank(collection.slug, previousDoc)
    const action = isNew ? 'create' : changeOf(doc, previousDoc, context.isDraftSave === true)
    const event = { req, action, collection: collection.slug, doc }
    if (context.isAutosave === true && (await wasRecordedLately(event))) return doc
    await record({ ...event, detail: action === 'move' ? moveOf(doc, previousDoc) : undefined })
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

/** Records the final deletion of a document by a user; not that of an article without a word, of which nothing is known. */
export const recordDeletion: CollectionAfterDeleteHook = async ({
  collection,
  context,
  doc,
  req,
}) => {
  if (req.user && context.isNothing !== true) {
    await record({ req, action: 'delete', collection: collection.slug, doc })
  }
  return doc
}

/** Records a login with where it came from. */
export const recordLogin: CollectionAfterLoginHook = async ({ req, token, user }) => {
  const detail = sessionNote(sessionOfToken(token))
  await record({ req, action: 'login', collection: 'users', doc: user, user, detail })
  return user
}

/** Records that a user has logged out. */
export const recordLogout: CollectionAfterLogoutHook = async ({ req }) => {
  if (req.user) await record({ req, action: 'logout', collection: 'users', doc: req.user })
}

const isBlank = (collection: string, doc: object): boolean =>
  collection === 'articles' && isBlankArticle(doc)

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
  return doc.stage && previous?.stage && doc.stage !== previous.stage ? 'move' : 'update'
}

const moveOf = (doc: Recorded, previous: Partial<Recorded> | undefined): string =>
  `${previous?.stage} → ${doc.stage}${doc.stageNote ? `: ${doc.stageNote}` : ''}`
