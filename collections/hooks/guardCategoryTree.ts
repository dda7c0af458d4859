import { APIError, type CollectionBeforeValidateHook } from 'payload'
import { sayIn } from '../../src/strings'
import { withDescendants } from '../categories/descendants'

/**
 * Refuses a category as a parent of itself, or of what it stands below (`category-circle`): its path would never end. The
 * panel doesn't offer it; other ways in do.
 */
export const guardCategoryTree: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  req,
}) => {
  const parent: unknown = data?.parent
  if (!originalDoc?.id || !parent) return data
  const parentId = typeof parent === 'object' && 'id' in parent ? parent.id : parent
  const below = await withDescendants([originalDoc.id], req)
  if (below.includes(String(parentId))) {
    const message = sayIn(req.i18n.language)('terms:category-circle')
    throw new APIError(message, 400, { code: 'category-circle' }, true)
  }
  return data
}
