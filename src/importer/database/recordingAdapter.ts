import { deepCopyObjectSimple, type DatabaseAdapter, type JsonObject } from 'payload'
import type { LatestVersion, RecordedWrites } from './types'

/**
 * An adapter like the given one for the update of one document: what Payload reads before it writes is at hand, and what
 * it reads afterwards is what it wrote. `overrides` do the recording.
 */
export const recordingAdapter = ({
  adapter,
  overrides,
  latest,
  document,
}: {
  adapter: DatabaseAdapter
  overrides: object
  latest: LatestVersion | undefined
  document: RecordedWrites
}): DatabaseAdapter => {
  const recorder: DatabaseAdapter = Object.create(adapter)
  return Object.assign(recorder, overrides, {
    findVersions: async ({ page }: { page?: number }) => ({
      // A page is asked for to remove the oldest versions, which `trimVersions` does for the batch.
      docs: latest && page === undefined ? [deepCopyObjectSimple({ ...latest })] : [],
    }),
    deleteMany: async ({ where }: { where: { and: JsonObject[] } }) => {
      const [type, id] = where.and
      document.unlocks.push({
        collection: String(type?.['document.relationTo']?.equals),
        id: String(id?.['document.value']?.equals),
      })
    },
    updateOne: async (args: Parameters<DatabaseAdapter['updateOne']>[0]) => {
      const data = deepCopyObjectSimple(args.data)
      await adapter.updateOne.call(recorder, { ...args, data, returning: false })
      return args.data
    },
    createVersion: async (args: Parameters<DatabaseAdapter['createVersion']>[0]) => {
      document.versionAt = args.updatedAt
      const versionData = deepCopyObjectSimple(args.versionData)
      await adapter.createVersion.call(recorder, { ...args, versionData, returning: false })
      return { parent: args.parent, version: args.versionData }
    },
  })
}
