import type { CollectionAfterChangeHook } from 'payload'
import { withBatchForm } from './batchForm'

/**
 * Keeps the stage of the stored document in step with its newest draft. Payload writes a draft into the versions alone, and
 * asks the stored document where the newest version doesn't meet a rule of access: with an old stage there, a contributor
 * could go on changing what is in review.
 */
export const followStage: CollectionAfterChangeHook = withBatchForm(
  async ({ doc, previousDoc, req }) => {
    if (doc._status === 'draft' && previousDoc?.id && doc.stage !== previousDoc.stage) {
      await req.payload.db.updateOne({
        collection: 'articles',
        id: doc.id,
        data: { stage: doc.stage },
        req,
        returning: false,
      })
    }
    return doc
  },
  // An import stores the document and its version together, and tells nobody.
  {},
)
