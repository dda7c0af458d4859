import DataLoader from 'dataloader'
import type { Payload } from 'payload'
import { cache } from 'react'

/**
 * The address of each picture's thumbnail by the id of its document in `media`, with one query for all rows of a list.
 * @returns a loader that lives as long as the rendering of one page; it gives undefined for a picture that is gone
 */
export const thumbnailAddresses = cache(
  (payload: Payload) =>
    new DataLoader<string, string | undefined>(async (ids) => {
      const { docs } = await payload.find({
        collection: 'media',
        where: { id: { in: [...ids] } },
        select: { url: true, sizes: true, filename: true },
        depth: 0,
        pagination: false,
        limit: ids.length,
      })
      const byId = new Map(
        docs.map(({ id, url, sizes }) => [id, sizes?.thumbnail?.url ?? url ?? undefined]),
      )
      return ids.map((id) => byId.get(id))
    }),
)
