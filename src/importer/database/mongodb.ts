import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapter, Payload } from 'payload'
import { getVersionsMax } from 'payload/shared'
import { searchIndexOf } from '../../search/searchIndex'
import { derivedId } from './derivedId'
import { recordingModels, type MongoStep } from './mongodbModels'
import { readMongoState } from './mongodbState'
import { outdateVersions } from './mongodbVersions'
import { recordingAdapter } from './recordingAdapter'
import { storeSplitting } from './storeSplitting'
import type { BulkDatabase, RecordedWrites, Refusal } from './types'

type Session = Awaited<ReturnType<MongooseAdapter['connection']['startSession']>>

const DUPLICATE_KEY = 11000

/** Ends a transaction in which the database refused a document. */
class RefusedDocument extends Error {}

/**
 * Records documents as Payload's MongoDB adapter makes them, and stores a batch in one command for each collection.
 * With a replica set they are one transaction. Without, two things make a batch safe to be killed at any moment, and to be
 * finished by the server after its run has died. The order: what belongs to a document goes before it, and versions, by which
 * a run knows what is done, go last. And ids that are the same when the batch is written again (`derivedId`), so that all
 * writes replace what they have written before.
 */
export const openMongodb = (
  payload: Payload,
  adapter: MongooseAdapter & DatabaseAdapter,
): BulkDatabase => {
  const recorded = new WeakMap<RecordedWrites, MongoStep[]>()
  const hasTransactions = Boolean(adapter.transactionOptions)
  const maxVersions = getVersionsMax(payload.collections.articles.config) || Infinity

  return {
    name: 'mongodb',
    isAtomic: hasTransactions,
    prepare: async () => async () => undefined,

    readState: async (archive) => {
      const { outdated, ...state } = await readMongoState(adapter, archive)
      // What a run leaves that was killed between a new version and the end of the one before.
      await outdate(outdated)
      return state
    },

    record: ({ path, latest, text }) => {
      const steps: MongoStep[] = []
      const unlocks: RecordedWrites['unlocks'] = []
      const content: unknown = text && JSON.parse(text.json)
      const follows = latest?.id ?? 'none'
      const common = { steps, content }
      const overrides = {
        collections: recordingModels(adapter.collections, { ...common, isVersion: false }),
        versions: recordingModels(adapter.versions, {
          ...common,
          isVersion: true,
          idOf: ({ parent }) => derivedId('mongodb', 'version', String(parent), follows),
        }),
      }
      const document: RecordedWrites = {
        path,
        recorder: adapter,
        unlocks,
        updates: latest?.parent,
        companionId: ({ collection, doc }, number) =>
          hasTransactions
            ? new adapter.connection.base.Types.ObjectId().toHexString()
            : derivedId('mongodb', 'companion', collection, doc.id, follows, String(number)),
      }
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
    await writeSteps((step, own) => !step.isVersion && step.collection !== own)
    await writeSteps((step, own) => !step.isVersion && step.collection === own)
    await removeCompanions([...refusals.keys()], session)
    const stored = documents.filter((document) => !refusals.has(document))
    await index(stored, session)
    await unlock(stored, session)
    await writeSteps(({ isVersion }) => isVersion)
    await outdate(
      stored.flatMap(({ updates }) => updates ?? []),
      session,
    )
    return [...refusals.values()]

    async function writeSteps(
      isTurn: (step: MongoStep, own: string | undefined) => boolean,
    ): Promise<void> {
      const groups = new Map<string, RecordedStep[]>()
      for (const document of documents) {
        const steps = recorded.get(document) ?? []
        // What is recorded first is the document itself.
        const own = steps[0]?.collection
        for (const step of steps) {
          if (!isTurn(step, own) || refusals.has(document)) continue
          const group = groups.get(step.collection) ?? []
          group.push({ document, step })
          groups.set(step.collection, group)
        }
      }
      for (const group of groups.values()) {
        const refused = await writeGroup(group, session)
        for (const { document, message } of refused) refusals.set(document, { document, message })
      }
    }
  }

  /** What was stored before the document that it belongs to was refused. */
  async function removeCompanions(
    documents: readonly RecordedWrites[],
    session: Session | undefined,
  ): Promise<void> {
    for (const document of documents) {
      const steps = recorded.get(document) ?? []
      for (const { collection, isVersion, operation } of steps) {
        if (isVersion || collection === steps[0]?.collection || !('replaceOne' in operation))
          continue
        await nativeCollection(collection, false).deleteOne(operation.replaceOne.filter, {
          session,
        })
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

  async function writeGroup(
    group: readonly RecordedStep[],
    session: Session | undefined,
  ): Promise<Refusal[]> {
    const refused = await tryGroup(group, session)
    // Two writers of one new id meet, such as a run that has died and whose last command the server still works at: what is
    // there now is replaced.
    return refused.length === 0 || session ? refusalsOf(refused) : refusalsOf(await again(refused))

    function again(some: readonly Refused[]): Promise<Refused[]> {
      return tryGroup(
        some.map(({ recordedStep }) => recordedStep),
        session,
      )
    }
  }

  async function tryGroup(
    group: readonly RecordedStep[],
    session: Session | undefined,
  ): Promise<Refused[]> {
    const [of] = group
    if (!of) return []
    const { collection, isVersion } = of.step
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
        const recordedStep = group[index]
        return recordedStep ? [{ recordedStep, message }] : []
      })
    }
  }

  function outdate(ids: readonly string[], session?: Session): Promise<void> {
    return outdateVersions({
      versions: nativeCollection('articles', true),
      parents: ids.flatMap(parentForms),
      max: maxVersions,
      session,
    })
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

type RecordedStep = { document: RecordedWrites; step: MongoStep }
type Refused = { recordedStep: RecordedStep; message: string }

const refusalsOf = (refused: readonly Refused[]): Refusal[] =>
  refused.map(({ recordedStep: { document }, message }) => ({ document, message }))

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
