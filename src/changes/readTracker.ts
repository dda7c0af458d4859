import { AsyncLocalStorage } from 'node:async_hooks'

/** What an answer was made from. */
export type ReadSet = {
  /** Documents that were read or asked for, as `<collection>/<id>`; also those that were not found. */
  documents: Set<string>
  /** Collections whose every change may change the answer: it holds a list, a count, or a condition on them. */
  lists: Set<string>
}

const storage = new AsyncLocalStorage<ReadSet>()

/** Runs a computation and notes all that it reads from the database, in whatever depth of calls. */
export const trackReads = async <T>(
  compute: () => Promise<T>,
): Promise<{ result: T; reads: ReadSet }> => {
  const reads: ReadSet = { documents: new Set(), lists: new Set() }
  const result = await storage.run(reads, compute)
  return { result, reads }
}

/** The read set of the computation that runs here, if one is tracked. */
export const currentReads = (): ReadSet | undefined => storage.getStore()

/** Runs something whose reads don't belong to the answer, such as a shared value that is kept for later requests. */
export const untracked = <T>(run: () => T): T => storage.exit(run)

/**
 * Says what a computation reads past Payload's database adapter, such as by an own SQL statement or from a value that
 * is kept in memory. Without ids: the answer depends on every document of the collection.
 */
export const declareReads = (collection: string, ids?: readonly string[]): void => {
  const reads = currentReads()
  if (!reads) return
  if (!ids) reads.lists.add(collection)
  else for (const id of ids) reads.documents.add(documentKey(collection, id))
}

/** The name of a document in a read set. */
export const documentKey = (collection: string, id: string): string => `${collection}/${id}`

/** The collections that a read set touches at all. */
export const collectionsOf = ({ documents, lists }: ReadSet): Set<string> => {
  const collections = new Set(lists)
  for (const key of documents) collections.add(key.slice(0, key.lastIndexOf('/')))
  return collections
}
