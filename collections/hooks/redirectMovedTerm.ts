import type { CollectionAfterChangeHook } from 'payload'
import { redirectTerm } from '../../src/terms/redirectTerm'
import type { TermCollection } from '../../src/terms/termCollections'
import { withBatchForm } from './batchForm'

/** Leads readers from the old address of a category, tag or author when it has got another slug or place. */
export const redirectMovedTerm = (collection: TermCollection): CollectionAfterChangeHook =>
  withBatchForm(async ({ doc, operation, previousDoc, req }) => {
    const isMoved =
      operation === 'update' && (doc.slug !== previousDoc?.slug || doc.path !== previousDoc?.path)
    if (isMoved) await redirectTerm(collection, { from: previousDoc, into: doc }, req)
    return doc
  }, {})
