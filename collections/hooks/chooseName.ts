import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { storedFileName } from './storedFileName'

/** Of pictures sizes are made, which are called like their picture, in WebP. */
const PICTURES = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif']

/**
 * The name under which a file is stored. A file that replaces another of its kind takes that one's name (`isOwn`), so that
 * its address stays. No two pictures have names that differ in the extension alone: sizes of both would be the same
 * files, and one would show the other's picture.
 */
export const chooseName = async ({
  wanted,
  ownId,
  req,
}: {
  wanted: string
  ownId: string | undefined
  req: PayloadRequest
}): Promise<{ name: string; isOwn: boolean }> => {
  const own = ownId === undefined ? undefined : await storedFileName(ownId, req)
  const { name: stem, ext } = path.parse(wanted)
  if (own && kindOf(path.extname(own)) === kindOf(ext)) return { name: own, isOwn: true }
  if (!PICTURES.includes(ext.slice(1).toLowerCase())) return { name: wanted, isOwn: false }
  let free = stem
  while (await isTaken(free, ext, ownId, req)) free = incremented(free)
  return { name: `${free}${ext}`, isOwn: false }
}

const kindOf = (extension: string): string => extension.toLowerCase().replace('.jpeg', '.jpg')

const isTaken = async (
  stem: string,
  ext: string,
  ownId: string | undefined,
  req: PayloadRequest,
): Promise<boolean> => {
  const extensions = new Set([
    ext,
    ...PICTURES.flatMap((one) => [`.${one}`, `.${one.toUpperCase()}`]),
  ])
  const { totalDocs } = await req.payload.db.count({
    collection: 'media',
    where: {
      and: [
        { filename: { in: [...extensions].map((one) => `${stem}${one}`) } },
        ...(ownId === undefined ? [] : [{ id: { not_equals: ownId } }]),
      ],
    },
    req,
  })
  return totalDocs > 0
}

/** As Payload counts names up. */
const incremented = (stem: string): string => {
  const [, name, number] = /^(.*)-(\d+)$/.exec(stem) ?? []
  return name === undefined ? `${stem}-1` : `${name}-${Number(number) + 1}`
}
