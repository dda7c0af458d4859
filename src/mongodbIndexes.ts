import type { MongooseAdapter } from '@payloadcms/db-mongodb'

/**
 * Makes the indexes of every collection, and by them the collections, before anything is read or written. Mongoose
 * would do it in the background: the first writes could pass by a unique index that is still being made, and all
 * globals share one collection, which some services cannot make twice at once.
 *
 * An index that can't be made (two documents that break its rule, a service that lacks its kind) is logged and doesn't
 * stop the start.
 */
export const makeMongodbIndexes = async (adapter: MongooseAdapter): Promise<void> => {
  const modelsByCollection = new Map<string, Model[]>()
  for (const model of Object.values(adapter.connection.models)) {
    const name = model.collection.collectionName
    modelsByCollection.set(name, [...(modelsByCollection.get(name) ?? []), model])
  }
  await Promise.all([...modelsByCollection.values()].map((models) => inTurn(adapter, models)))
}

type Model = MongooseAdapter['connection']['models'][string]

const inTurn = async (adapter: MongooseAdapter, models: Model[]): Promise<void> => {
  for (const model of models) {
    try {
      await model.ensureIndexes()
    } catch (error) {
      adapter.payload.logger.error({
        err: error,
        msg: `mongodb-index-not-made: an index of the collection "${model.collection.collectionName}" can't be made. Look at the reason, mend it, and start again; until then lists may be slow and double entries possible.`,
      })
    }
  }
}
