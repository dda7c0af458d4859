import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { MongoStep } from './mongodbModels'

type Connection = MongooseAdapter['connection']
type Versions = ReturnType<Connection['collection']>
type Session = Awaited<ReturnType<Connection['startSession']>>

/**
 * Has the newest version of each document be its only latest one, and removes those beyond the number that is kept: what is
 * left to do when new versions were written.
 * @param parents ids of the documents, in every form in which versions may name them
 */
export const outdateVersions = async ({
  versions,
  parents,
  max,
  session,
}: {
  versions: Versions
  parents: readonly unknown[]
  max: number
  session?: Session
}): Promise<void> => {
  if (parents.length === 0) return
  const found = await versions
    .find(
      { parent: { $in: parents } },
      { projection: { parent: 1, latest: 1 }, sort: { updatedAt: -1, _id: -1 }, session },
    )
    .toArray()
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
