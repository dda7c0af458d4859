import { APIError, type CollectionBeforeDeleteHook } from 'payload'
import { mediaUsesOf } from '../../src/media/mediaUses'
import { sayIn } from '../../src/strings'
import { storedFileName } from './storedFileName'

/**
 * Refuses to delete a file that is used, `media-in-use`, unless the request says `?anyway=true`. Scripts and jobs, which
 * come by the Local API, know what they do.
 */
export const guardUsedMedia: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (req.payloadAPI === 'local' || req.query.anyway === 'true') return
  const uses = await mediaUsesOf(req.payload).usesOf(String(id))
  if (uses.length === 0) return
  const of = (collection: string) =>
    new Set(uses.filter((use) => use.collection === collection).map((use) => use.id)).size
  const [articles, authors] = [of('articles'), of('authors')]
  const name = (await storedFileName(id, req)) ?? String(id)
  const message = sayIn(req.i18n.language)('media:in-use', { name, articles, authors })
  throw new APIError(message, 409, { code: 'media-in-use', articles, authors }, true)
}
