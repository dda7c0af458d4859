import type { PayloadRequest } from 'payload'

/** The name under which the file of a document of the media library is stored; undefined where there is none. */
export const storedFileName = async (
  id: number | string,
  req: PayloadRequest,
): Promise<string | undefined> => {
  const { docs } = await req.payload.db.find<{ filename?: string }>({
    collection: 'media',
    where: { id: { equals: id } },
    select: { filename: true },
    limit: 1,
    req,
  })
  return docs[0]?.filename
}
