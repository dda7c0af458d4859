import type { CollectionBeforeOperationHook } from 'payload'

/** What our own collections say of themselves beside what Payload knows (`custom`). */
export type CustomOfCollection = {
  /** Hooks before an operation that leave reads alone. */
  hooksOfWrites?: CollectionBeforeOperationHook[]
}
