import { APIError, type CollectionBeforeChangeHook, type PayloadRequest } from 'payload'
import { sayIn } from '../../src/strings'
import { hasRole } from '../access/roles'
import { mentionedIds } from '../workflow/staff'

/**
 * Fills what the server knows of a comment: its author, the owner of its article, who is mentioned.
 * @throws APIError `comment-article-unreadable`, `comment-parent-foreign`
 */
export const prepareComment: CollectionBeforeChangeHook = async ({
  data,
  operation,
  originalDoc,
  req,
}) => {
  const mentions =
    typeof data.text === 'string' && data.text !== originalDoc?.text
      ? await mentionedIds(data.text, req)
      : (data.mentions ?? originalDoc?.mentions)
  if (operation !== 'create') return { ...data, mentions }
  const owner = data.owner ?? (await readableOwner(data.article, req))
  await refuseForeignParent(data, req)
  return { ...data, mentions, owner, author: req.user?.id, resolved: false }
}

/** The owner of an article that the user works with; a contributor works with own articles alone. */
const readableOwner = async (article: unknown, req: PayloadRequest): Promise<string | null> => {
  const { docs } = await req.payload.db.find<{ id: string; createdBy?: string | null }>({
    collection: 'articles',
    where: { id: { equals: article } },
    select: { createdBy: true },
    limit: 1,
    req,
  })
  const [found] = docs
  const isOwn = Boolean(found?.createdBy) && found?.createdBy === req.user?.id
  if (found && (isOwn || !req.user || hasRole(req.user, ['admin', 'editor', 'author']))) {
    return found.createdBy ?? null
  }
  const message = sayIn(req.i18n?.language ?? 'en')('comments:unreadable')
  throw new APIError(message, 403, { code: 'comment-article-unreadable' }, true)
}

const refuseForeignParent = async (
  { article, parent }: { article?: unknown; parent?: unknown },
  req: PayloadRequest,
): Promise<void> => {
  if (!parent) return
  const { totalDocs } = await req.payload.db.count({
    collection: 'comments',
    where: { and: [{ id: { equals: parent } }, { article: { equals: article } }] },
    req,
  })
  if (totalDocs > 0) return
  const message = sayIn(req.i18n?.language ?? 'en')('comments:wrongParent')
  throw new APIError(message, 400, { code: 'comment-parent-foreign' }, true)
}
