import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import { isRecord } from '../../richtext/readNode'

type Native = ReturnType<MongooseAdapter['connection']['collection']>
type Models = MongooseAdapter['collections']
type Model = Models[string]

/** One operation of a bulk write. */
export type MongoStep = {
  collection: string
  isVersion: boolean
  operation: Parameters<Native['bulkWrite']>[0][number]
}

/** What Mongoose does to a document before it sends it. */
const AS_STORED = {
  bson: true,
  depopulate: true,
  flattenDecimals: false,
  getters: false,
  minimize: false,
  transform: false,
  virtuals: false,
} as const

/** Gives the id of a new document; without it Mongoose makes one. */
type IdOf = (data: { parent?: unknown }) => string

/**
 * Models like the given ones whose `create` and `updateOne` record what they would have sent. A new document is written by its
 * id, whether it is there or not, so that a batch may be written twice.
 * @param content the text of a new article, in place of its outline
 */
export const recordingModels = (
  models: Models,
  {
    isVersion,
    steps,
    content,
    idOf,
  }: { isVersion: boolean; steps: MongoStep[]; content: unknown; idOf?: IdOf },
): Models =>
  Object.fromEntries(
    Object.entries(models).map(([collection, model]) => [
      collection,
      recordingModel(
        model,
        (operation) => {
          if (collection === 'articles' && content !== undefined) putContent(operation, content)
          steps.push({ collection, isVersion, operation })
        },
        idOf,
      ),
    ]),
  )

const putContent = (operation: MongoStep['operation'], content: unknown): void => {
  if (!('replaceOne' in operation)) return
  const { replacement } = operation.replaceOne
  const article: unknown = 'version' in replacement ? replacement.version : replacement
  if (isRecord(article)) article.content = content
}

const recordingModel = (
  model: Model,
  record: (operation: MongoStep['operation']) => void,
  idOf: IdOf | undefined,
): Model => {
  const recorder: Model = Object.create(model)
  return Object.assign(recorder, {
    create: async ([data]: [object]) => {
      const document = new model(
        idOf ? { ...data, _id: new model.base.Types.ObjectId(idOf(data)) } : data,
      )
      await document.validate()
      const replacement: Record<string, unknown> = { ...document.toObject(AS_STORED), __v: 0 }
      record({ replaceOne: { filter: { _id: document._id }, replacement, upsert: true } })
      return [document]
    },
    updateOne: async (_filter: unknown, data: { id: string }) => {
      const _id = new model.base.Types.ObjectId(data.id)
      const { _id: _, ...values } = new model({ ...data, _id }).toObject(AS_STORED)
      record({ updateOne: { filter: { _id }, update: { $set: values } } })
    },
    updateMany: async () => undefined,
  })
}
