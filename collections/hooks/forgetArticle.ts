import type { CollectionBeforeDeleteHook } from 'payload'

/**
 * An article that is deleted for good takes its comments and notifications with it. Before, because SQLite empties what
 * refers to it.
 */
export const forgetArticle: CollectionBeforeDeleteHook = async ({ id, req }) => {
  for (const collection of ['comments', 'notifications'] as const) {
    await req.payload.db.deleteMany({ collection, where: { article: { equals: id } }, req })
  }
}
