import DataLoader from 'dataloader'
import type { CollectionSlug, Payload } from 'payload'
import { cache } from 'react'

/**
 * Names by id in a collection that everybody reads, with one query for all rows of a list.
 * @returns a loader that lives as long as the rendering of one page; it gives undefined for what is gone
 */
export const namesOf = cache(
  (payload: Payload, collection: CollectionSlug) =>
    new DataLoader<string, string | undefined>(async (ids) => {
      const { docs } = await payload.db.find<{ id: string; name?: string }>({
        collection,
        where: { id: { in: [...ids] } },
        select: { name: true },
        pagination: false,
        limit: ids.length,
      })
      const byId = new Map(docs.map(({ id, name }) => [id, name]))
      return ids.map((id) => byId.get(id))
    }),
)
