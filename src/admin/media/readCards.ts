import type { Payload } from 'payload'
import { formatFilesize } from 'payload/shared'
import { mediaUsesOf } from '../../media/mediaUses'

/** A file as the grid shows it. */
export type MediaCard = {
  id: string
  name: string
  /** Its size on the disk and, of a picture, its width and height. */
  facts: string
  /** Of a file that is no picture, what stands in the place of one. */
  kind: string
  thumbnail: string | undefined
  alt: 'missing' | 'present' | 'none'
  isUsed: boolean
}

/** Reads what the grid says of the files of a page, in their order, with two questions to the database. */
export const readCards = async (payload: Payload, ids: string[]): Promise<MediaCard[]> => {
  if (ids.length === 0) return []
  const [{ docs }, used] = await Promise.all([
    payload.find({
      collection: 'media',
      where: { id: { in: ids } },
      select: {
        filename: true,
        filesize: true,
        mimeType: true,
        width: true,
        height: true,
        alt: true,
        url: true,
        sizes: { thumbnail: { url: true, filename: true } },
      },
      depth: 0,
      pagination: false,
      limit: ids.length,
    }),
    mediaUsesOf(payload).usedAmong(ids),
  ])
  const cards = new Map(
    docs.map(({ id, filename, filesize, mimeType, width, height, alt, url, sizes }) => {
      const isPicture = mimeType?.startsWith('image/') ?? false
      const card: MediaCard = {
        id,
        name: filename ?? id,
        facts: [
          filesize ? formatFilesize(filesize) : '',
          isPicture && width && height ? `${width} × ${height}` : '',
        ]
          .filter(Boolean)
          .join(' · '),
        kind: filename?.split('.').at(-1)?.toUpperCase() ?? '',
        thumbnail: isPicture ? (sizes?.thumbnail?.url ?? url ?? undefined) : undefined,
        alt: isPicture ? (alt ? 'present' : 'missing') : 'none',
        isUsed: used.has(id),
      }
      return [id, card]
    }),
  )
  return ids.flatMap((id) => cards.get(id) ?? [])
}
