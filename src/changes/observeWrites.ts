import type { Payload } from 'payload'
import { changeFeedOf, globalCollection, type Change } from './feed'
import { relationsIn } from './relatedCollections'

type Db = Payload['db']
type TransactionId = number | string | null | undefined

/**
 * Makes the database adapter tell the change feed what it has written, whoever asked for it: REST, GraphQL, the admin
 * panel, jobs, hooks, plugins, scripts. Versions are left out: the public never reads them, so a draft save or an
 * autosave changes nothing for it. Writes in a transaction are told once it is committed.
 */
export const observeWrites = (payload: Payload): void => {
  const { db } = payload
  const feed = changeFeedOf(payload)
  const pending = new Map<number | string, Change[]>()

  const note: Note = async (transaction, noted) => {
    if (noted.length === 0) return
    const id: unknown = await transaction
    // Payload's data loader puts an empty object there when a request without a transaction has loaded relations.
    if (typeof id !== 'string' && typeof id !== 'number') return feed.tell(noted, 'here')
    const changes = pending.get(id)
    if (changes) changes.push(...noted)
    else pending.set(id, [...noted])
  }

  observeDocuments(payload, note)
  observeGlobals(db, note)

  const commit = db.commitTransaction.bind(db)
  db.commitTransaction = async (transaction) => {
    const id = await transaction
    const changes = pending.get(id) ?? []
    pending.delete(id)
    // Told also when the commit fails: what has become of it is not always known.
    await commit(id).finally(() => feed.tell(changes, 'here'))
  }
  const rollback = db.rollbackTransaction.bind(db)
  db.rollbackTransaction = async (transaction) => {
    pending.delete(await transaction)
    await rollback(transaction)
  }
}

type Note = (
  transaction: TransactionId | Promise<TransactionId>,
  changes: readonly Change[],
) => Promise<void>

const observeDocuments = (payload: Payload, note: Note): void => {
  const { db } = payload
  const { create, updateOne } = db
  db.create = async function (this: Db, args) {
    // An adapter made from this one that only records: whoever stores the record announces it.
    if (this !== db) return create.call(this, args)
    // A new document that is a draft is nothing that anyone outside has read or could read.
    const change = (...docs: unknown[]) =>
      args.data._status === 'draft' ? [] : [{ collection: args.collection, ids: idsOf(...docs) }]
    return noted(
      create.call(db, args),
      (doc) => change(doc ?? args.customID ?? args.data),
      args.req,
    )
  }
  db.updateOne = async function (this: Db, args) {
    if (this !== db) return updateOne.call(this, args)
    return noted(
      updateOne.call(db, args),
      (doc) => {
        if (args.id !== undefined) return [{ collection: args.collection, ids: [String(args.id)] }]
        // Null: nothing has matched, unless the document was not asked for.
        const isNothing = doc === null && args.returning !== false
        return isNothing ? [] : [{ collection: args.collection, ids: idsOf(doc) }]
      },
      args.req,
    )
  }
  const updateMany = db.updateMany.bind(db)
  db.updateMany = async (args) =>
    noted(
      updateMany(args),
      (docs) =>
        docs?.length === 0 ? [] : [{ collection: args.collection, ids: idsOf(...(docs ?? [])) }],
      args.req,
    )
  const upsert = db.upsert.bind(db)
  db.upsert = async (args) =>
    noted(upsert(args), (doc) => [{ collection: args.collection, ids: idsOf(doc) }], args.req)
  const deleteOne = db.deleteOne.bind(db)
  db.deleteOne = async (args) =>
    noted(
      deleteOne(args),
      (doc: unknown) =>
        doc === null && args.returning !== false
          ? []
          : [{ collection: args.collection, ids: idsOf(doc) }, ...pointingTo(args.collection)],
      args.req,
    )
  const deleteMany = db.deleteMany.bind(db)
  db.deleteMany = async (args) =>
    noted(
      deleteMany(args),
      () => [{ collection: args.collection, ids: 'all' }, ...pointingTo(args.collection)],
      args.req,
    )

  /** SQLite takes a deleted document out of those that point to it, without a write of theirs. */
  function pointingTo(slug: string): Change[] {
    return payload.config.collections
      .filter(({ flattenedFields }) => relationsIn(flattenedFields).includes(slug))
      .map((collection) => ({ collection: collection.slug, ids: 'all' as const }))
  }

  /** A write that has failed may have happened in part: it is told as one of unknown result. */
  async function noted<T>(
    write: Promise<T>,
    changeOf: (result: T | undefined) => readonly Change[],
    req: { transactionID?: TransactionId | Promise<TransactionId> } | undefined,
  ): Promise<T> {
    try {
      const result = await write
      await note(req?.transactionID, changeOf(result))
      return result
    } catch (error) {
      await note(req?.transactionID, changeOf(undefined))
      throw error
    }
  }
}

const observeGlobals = (db: Db, note: Note): void => {
  const createGlobal = db.createGlobal.bind(db)
  db.createGlobal = async (args) => {
    const doc = await createGlobal(args)
    await note(args.req?.transactionID, [{ collection: globalCollection(args.slug), ids: 'all' }])
    return doc
  }
  const updateGlobal = db.updateGlobal.bind(db)
  db.updateGlobal = async (args) => {
    const doc = await updateGlobal(args)
    await note(args.req?.transactionID, [{ collection: globalCollection(args.slug), ids: 'all' }])
    return doc
  }
}

/** The ids of documents, or of values that are ids; `all` where there is none. */
const idsOf = (...docs: unknown[]): string[] | 'all' => {
  const ids = docs.map(idOf).filter((id) => id !== undefined)
  return ids.length > 0 ? [...new Set(ids)] : 'all'
}

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  if (typeof value !== 'object' || value === null || !('id' in value)) return undefined
  return idOf(value.id)
}
