import type { Payload } from 'payload'
import type { LatestVersion } from './database'

/** The latest versions of articles by the article's id, in one query. */
export const readLatestVersions = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, LatestVersion>> => {
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: { and: [{ parent: { in: [...ids] } }, { latest: { equals: true } }] },
    limit: 0,
    pagination: false,
    req: {},
  })
  return new Map(docs.map((version) => [String(version.parent), toLatest(version)]))
}

const toLatest = ({
  id,
  parent,
  version,
  updatedAt,
}: {
  id: number | string
  parent: number | string
  version: object
  updatedAt: string
}): LatestVersion => ({ id: String(id), parent: String(parent), version, updatedAt })
