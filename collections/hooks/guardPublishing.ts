import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
} from 'payload'
import { canPublish } from '../access/roles'

/**
 * Makes every save of a user without the right to publish a draft save, whatever the request says, so that it can
 * never touch what the public reads.
 */
export const saveAsDraftOnly: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!req.user || canPublish(req.user)) return args
  if (operation === 'create' || operation === 'update' || operation === 'restoreVersion') {
    return { ...args, draft: true }
  }
  return args
}

/**
 * Refuses publication by a user who may not publish (`publish-forbidden`). Payload publishes whenever the data say
 * `_status: 'published'`, also on a draft save, and access control doesn't see the data of a create.
 */
export const guardPublishing: CollectionBeforeChangeHook = ({ data, req }) => {
  if (req.user && data._status === 'published' && !canPublish(req.user)) {
    throw new APIError(
      'Editors publish articles. Save this one as a draft and hand it in for review.',
      403,
      { code: 'publish-forbidden' },
      true,
    )
  }
  return data
}
