import {
  APIError,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { sayIn } from '../../src/strings'
import { canPublish } from '../access/roles'

/**
 * Makes every save of a user without the right to publish a draft save, whatever the request says, so that it can
 * never touch what the public reads. A request to publish is refused here, before access control refuses it without
 * saying why.
 */
export const saveAsDraftOnly: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!req.user || canPublish(req.user)) return args
  if ('data' in args && isPublishing(args.data)) throw publishForbidden(req)
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
  if (req.user && isPublishing(data) && !canPublish(req.user)) throw publishForbidden(req)
  return data
}

const isPublishing = (data: unknown): boolean =>
  typeof data === 'object' && data !== null && '_status' in data && data._status === 'published'

const publishForbidden = (req: PayloadRequest): APIError =>
  new APIError(
    sayIn(req.i18n?.language ?? 'en')('workflow:publishForbidden'),
    403,
    { code: 'publish-forbidden' },
    true,
  )
