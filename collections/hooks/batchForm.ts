import type { CollectionAfterChangeHook, CollectionSlug, JsonObject, PayloadRequest } from 'payload'

/** One document of a batch, as `afterChange` hooks see it. */
export type Change = {
  collection: CollectionSlug
  operation: 'create' | 'update'
  doc: JsonObject & { id: string }
  /** Empty for a new document. */
  previousDoc: JsonObject
}

/** A document that is stored together with a change. */
export type Companion = { collection: CollectionSlug; data: JsonObject }

/**
 * What an `afterChange` hook does when an import stores many documents at a time. A hook without a batch form runs once for
 * each document, after it is stored: always right, and slower.
 */
export type BatchForm = {
  /** Documents to store in one transaction with the change. */
  companions?: (change: Change, req: PayloadRequest) => Companion[]
  /** Called once for each batch, when it is stored. */
  afterStored?: (changes: readonly Change[], req: PayloadRequest) => Promise<void>
}

type WithBatchForm = CollectionAfterChangeHook & { batchForm?: BatchForm }

/** Gives a hook its batch form. */
export const withBatchForm = (
  hook: CollectionAfterChangeHook,
  batchForm: BatchForm,
): CollectionAfterChangeHook => Object.assign(hook, { batchForm })

/** The batch form of a hook, if it has one. */
export const batchFormOf = (hook: WithBatchForm): BatchForm | undefined => hook.batchForm
