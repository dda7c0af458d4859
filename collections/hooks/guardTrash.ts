import { APIError, type CollectionBeforeChangeHook } from 'payload'
import { canPublish } from '../access/roles'

/**
 * Refuses that a user who may not delete takes an article out of the trash (`trash-forbidden`). Payload asks for the
 * right to delete on the way in alone.
 */
export const guardTrash: CollectionBeforeChangeHook = ({ data, originalDoc, req }) => {
  const isTakenOut = Boolean(originalDoc?.deletedAt) && data.deletedAt === null
  if (req.user && isTakenOut && !canPublish(req.user)) {
    throw new APIError(
      'Editors take articles out of the trash. Ask one of them.',
      403,
      { code: 'trash-forbidden' },
      true,
    )
  }
  return data
}
