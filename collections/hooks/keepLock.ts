import type { CollectionAfterChangeHook, Where } from 'payload'
import { personOf } from '../access/roles'
import { withBatchForm } from './batchForm'

/**
 * Gives who writes the lock of the article back after an autosave. Payload takes it away at every save, right where a
 * save ends the work; between two autosaves another could open the article and would hear of nobody, and who has taken an
 * article over would lose it again. Outside the save's transaction, as the removal is.
 */
export const keepLock: CollectionAfterChangeHook = withBatchForm(
  async ({ context, doc, operation, req }) => {
    const person = personOf(req)
    if (operation !== 'update' || context.isAutosave !== true || !person) return doc
    const collection = 'payload-locked-documents'
    const { docs } = await req.payload.db.find({
      collection,
      where: lockOf(doc.id),
      limit: 1,
      pagination: false,
    })
    if (docs.length > 0) return doc
    await req.payload.db.create({
      collection,
      data: {
        document: { relationTo: 'articles', value: doc.id },
        user: { relationTo: 'users', value: person.id },
      },
      returning: false,
    })
    return doc
  },
  {},
)

/** The lock of an article. */
export const lockOf = (article: string): Where => ({
  and: [
    { 'document.relationTo': { equals: 'articles' } },
    { 'document.value': { equals: article } },
  ],
})
