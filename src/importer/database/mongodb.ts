import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapter, Payload } from 'payload'
import { getVersionsMax } from 'payload/shared'
import { searchIndexOf } from '../../search/searchIndex'
import { recordingModels, type MongoStep } from './mongodbModels'
import { readMongoState } from './mongodbState'
import { recordingAdapter } from './recordingAdapter'
import { storeSplitting } from './storeSplitting'
import type { BulkDatabase, RecordedWrites, Refusal } from './types'

type Session = Awaited<ReturnType<MongooseAdapter['connection']['startSession']>>

const DUPLICATE_KEY = 11000

/** Ends a transaction in which the database refused a document. */
class RefusedDocument extends Error {}

/**
 * Records documents as Payload's MongoDB adapter makes them, and stores a batch in one command for each collection.
 * With a replica set they are one transaction. Without, their order makes a batch safe to be killed at any moment: articles
 * first, by their own id, so that the next run writes them again, then what the search finds them by; the versions, by which
 * a run knows what is done, last.
 */
export const openMongodb = (
  payload: Payload,
  adapter: MongooseAdapter & DatabaseAdapter,
): BulkDatabase => {
  const recorded = new WeakMap<RecordedWrites, MongoStep[]>()
  const hasTransactions = Boolean(adapter.transactionOptions)

  return {
    name: 'mongodb',
    prepare: async () => async () => undefined,

    readState: (archive) => readMongoState(adapter, archive),

    record: ({ path, latest, text }) => {
      const steps: MongoStep[] = []
      const unlocks: RecordedWrites['unlocks'] = []
      const content: unknown = text && JSON.parse(text.json)
      const overrides = {
        collections: recordingModels(adapter.collections, { isVersion: false, steps, content }),
        versions: recordingModels(adapter.versions, { isVersion: true, steps, content }),
      }
      const document: RecordedWrites = { path, recorder: adapter, unlocks, updates: latest?.parent }
      document.recorder = recordingAdapter({ adapter, overrides, latest, document })
      recorded.set(document, steps)
      return document
    },

    store: (documents) =>
      hasTransactions
        ? storeSplitting(documents, storeInTransaction, messageOf)
        : storeInOrder(documents, undefined),
  }

  async function storeInTransaction(documents: readonly RecordedWrites[]): Promise<void> {
    const session = await adapter.connection.startSession()
    try {
      // Tries again after a conflict with another writer, as Payload itself doesn't.
      await session.withTransaction(() => storeInOrder(documents, session))
    } finally {
      await session.endSession()
    }
  }

  async function storeInOrder(
    documents: readonly RecordedWrites[],
    session: Session | undefined,
  ): Promise<Refusal[]> {
    const refusals = new Map<RecordedWrites, Refusal>()
    await writeSteps(false)
    await index(
      documents.filter((document) => !refusals.has(document)),
      session,
    )
    await writeSteps(true)
    const stored = documents.filter((document) => !refusals.has(document))
    await outdateVersions(stored, session)
    await unlock(stored, session)
    return [...refusals.values()]

    async function writeSteps(isVersion: boolean): Promise<void> {
      const groups = new Map<string, { document: RecordedWrites; step: MongoStep }[]>()
      for (const document of documents) {
        for (const step of recorded.get(document) ?? []) {
          if (step.isVersion !== isVersion || refusals.has(document)) continue
          const group = groups.get(step.collection) ?? []
          group.push({ document, step })
          groups.set(step.collection, group)
        }
      }
      for (const [collection, group] of groups) {
        const refused = await writeGroup({ collection, isVersion, group, session })
        for (const { document, message } of refused) refusals.set(document, { document, message })
      }
    }
  }

  /** What the search finds the articles by. */
  async function index(
    documents: readonly RecordedWrites[],
    session: Session | undefined,
  ): Promise<void> {
    const indexed = documents.flatMap((document) => document.indexed ?? [])
    if (indexed.length === 0) return
    await searchIndexOf(payload).replace(
      indexed.map(({ article }) => article),
      indexed.flatMap(({ entries }) => entries),
      session,
    )
  }

  async function writeGroup({
    collection,
    isVersion,
    group,
    session,
  }: {
    collection: string
    isVersion: boolean
    group: readonly { document: RecordedWrites; step: MongoStep }[]
    session: Session | undefined
  }): Promise<{ document: RecordedWrites; message: string }[]> {
    try {
      const operations = group.map(({ step }) => step.operation)
      await nativeCollection(collection, isVersion).bulkWrite(operations, {
        ordered: false,
        session,
      })
      return []
    } catch (error) {
      const refused = refusedOperations(error)
      const [first] = refused ?? []
      if (!refused || !first) throw error
      if (session) throw new RefusedDocument(first.message)
      return refused.flatMap(({ index, message }) => {
        const document = group[index]?.document
        return document ? [{ document, message }] : []
      })
    }
  }

  /** One version of a document is its latest; those before it stay, up to a number. */
  async function outdateVersions(
    documents: readonly RecordedWrites[],
    session: Session | undefined,
  ): Promise<void> {
    const parents = documents.flatMap(({ updates }) => (updates ? [updates] : []))
    if (parents.length === 0) return
    const versions = nativeCollection('articles', true)
    const found = await versions
      .find(
        { parent: { $in: parents.flatMap((id) => parentForms(id)) } },
        { projection: { parent: 1, latest: 1 }, sort: { updatedAt: -1, _id: -1 }, session },
      )
      .toArray()
    const max = getVersionsMax(payload.collections.articles.config) || Infinity
    const seen = new Map<string, number>()
    const operations: MongoStep['operation'][] = []
    for (const { _id, parent, latest } of found) {
      const age = (seen.get(String(parent)) ?? 0) + 1
      seen.set(String(parent), age)
      if (age > max) operations.push({ deleteOne: { filter: { _id } } })
      else if (age > 1 && latest) {
        operations.push({ updateOne: { filter: { _id }, update: { $unset: { latest: 1 } } } })
      }
    }
    if (operations.length > 0) await versions.bulkWrite(operations, { ordered: false, session })
  }

  async function unlock(
    documents: readonly RecordedWrites[],
    session: Session | undefined,
  ): Promise<void> {
    const ids = documents.flatMap(({ unlocks }) => unlocks.map(({ id }) => id))
    if (ids.length === 0) return
    await nativeCollection('payload-locked-documents', false).deleteMany(
      { 'document.relationTo': 'articles', 'document.value': { $in: ids.flatMap(parentForms) } },
      { session },
    )
  }

  function parentForms(id: string) {
    return [id, new adapter.connection.base.Types.ObjectId(id)]
  }

  function nativeCollection(collection: string, isVersion: boolean) {
    const model = (isVersion ? adapter.versions : adapter.collections)[collection]
    if (!model) throw new Error(`the database has no collection ${collection}`)
    return adapter.connection.collection(model.collection.collectionName)
  }
}

const messageOf = (error: unknown): string | undefined =>
  error instanceof RefusedDocument ? error.message : undefined

/** The operations of a bulk write that met a value that must be unique; undefined for any other error. */
const refusedOperations = (error: unknown): { index: number; message: string }[] | undefined => {
  if (!error || typeof error !== 'object' || !('writeErrors' in error)) return undefined
  const errors = [error.writeErrors].flat().map(readWriteError)
  return errors.every(({ code }) => code === DUPLICATE_KEY) ? errors : undefined
}

const readWriteError = (error: unknown): { index: number; code: number; message: string } => {
  const read = (name: string): unknown =>
    error && typeof error === 'object' && name in error ? Reflect.get(error, name) : undefined
  return {
    index: Number(read('index')),
    code: Number(read('code')),
    message: String(read('errmsg')),
  }
}
