import { NotFound, type CollectionBeforeOperationHook } from 'payload'
import { shownMedia } from '../../src/media/shownMedia'
import { readsAllMedia } from '../access/policy'

/**
 * Keeps files that no public article and no author shows from whoever reads no drafts, in lists, counts and by their id. What is read
 * because a document points to it (Payload's loader asks for it without errors) is shown by that document.
 * @throws NotFound
 */
export const hideUnpublishedMedia: CollectionBeforeOperationHook = async ({
  args,
  operation,
  overrideAccess,
  req,
}) => {
  if (!READS.includes(operation) || overrideAccess || readsAllMedia(req.user)) return args
  if ('disableErrors' in args && args.disableErrors === true) return args
  const shown = shownMedia(req.payload)
  if ('id' in args && args.id !== undefined) {
    if (!(await shown.has(String(args.id)))) throw new NotFound(req.t)
    return args
  }
  const asked = 'where' in args ? args.where : undefined
  const condition = await shown.condition()
  return { ...args, where: asked ? { and: [asked, condition] } : condition }
}

const READS: string[] = ['read', 'count', 'readDistinct']
