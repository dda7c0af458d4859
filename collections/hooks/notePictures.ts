import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { filesIn } from '../../src/richtext/filesIn'
import { mediaNames } from '../../src/media/mediaNames'

/**
 * Notes in `pictures` which files of the media library the text shows, plays or links to, so that the library knows where
 * a file is used. Kept with the article and with each of its versions, by whatever way it is saved.
 */
export const notePictures: CollectionBeforeChangeHook = async ({ data, req }) =>
  'content' in data ? { ...data, pictures: await mediaIn(data.content, req) } : data

const mediaIn = async (content: unknown, req: PayloadRequest): Promise<string[]> => {
  const { ids, addresses } = filesIn(content)
  const names = mediaNames(addresses)
  const named = names.length > 0 ? await mediaNamed(names, req) : []
  return [...new Set([...ids, ...named])].sort()
}

/** By its file's name, that of one of its sizes, or one that it had. */
const mediaNamed = async (names: string[], req: PayloadRequest): Promise<string[]> => {
  const { upload } = req.payload.collections.media.config
  const sizes = (upload.imageSizes ?? []).map(({ name }) => `sizes.${name}.filename`)
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'media',
    where: {
      or: ['filename', 'formerNames', ...sizes].map((field) => ({ [field]: { in: names } })),
    },
    select: { filename: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map(({ id }) => id)
}
