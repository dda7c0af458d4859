import type { Payload } from 'payload'
import type { Media } from '../payload-types'

type Stored = Pick<Media, 'filename' | 'formerNames' | 'sizes'>

/** Longer names no file system takes. */
const LONGEST_NAME = 255

/** Finds what a file is called now that was replaced: the file itself, or the size of its picture that is as wide. */
export const formerNames =
  (payload: Payload) =>
  async (name: string): Promise<string | undefined> => {
    if (!name || name.includes('/') || name.length > LONGEST_NAME) return undefined
    const { docs } = await payload.db.find<Stored>({
      collection: 'media',
      where: { formerNames: { equals: name } },
      sort: '-updatedAt',
      limit: 1,
      pagination: false,
    })
    const [media] = docs
    if (!media) return undefined
    const now = sizeFor(media, name) ?? media.filename ?? undefined
    return now === name ? undefined : now
  }

const sizeFor = ({ sizes }: Stored, name: string): string | undefined => {
  const width = Number(/-(\d+)x\d+\.[^.]+$/.exec(name)?.[1])
  const found = Object.values(sizes ?? {}).find((size) => size?.width === width)
  return found?.filename ?? undefined
}
