import { NotFound, type CollectionBeforeOperationHook } from 'payload'
import { amongShown, shownMedia } from '../../src/media/shownMedia'
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
  if ('id' in args && args.id !== undefined) {
    if (!(await shownMedia(req.payload).has(String(args.id)))) throw new NotFound(req.t)
    return args
  }
  const asked = 'where' in args ? args.where : undefined
  return { ...args, where: await amongShown(req.payload, asked) }
}

const READS: string[] = ['read', 'count', 'readDistinct']
