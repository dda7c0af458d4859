import type { PayloadRequest } from 'payload'
import { mediaUsesOf, type UsedAs } from './mediaUses'

/** A document that uses a file, as it is shown to a user. */
export type ShownUse = {
  collection: 'articles' | 'authors'
  id: string
  title: string
  status: 'draft' | 'published' | undefined
  as: UsedAs[]
}

/** `total` counts documents, with those that this user may not see and those beyond the first of them. */
export type ShownUses = { uses: ShownUse[]; total: number }

const MOST_SHOWN = 50

/** Where a file is used, with the titles that the user of a request may read. Articles in the trash count too. */
export const readUses = async (media: string, req: PayloadRequest): Promise<ShownUses> => {
  const found = new Map<string, { collection: 'articles' | 'authors'; id: string; as: UsedAs[] }>()
  for (const { collection, id, as } of await mediaUsesOf(req.payload).usesOf(media)) {
    const key = `${collection}/${id}`
    const known = found.get(key)
    if (known) known.as.push(as)
    else found.set(key, { collection, id, as: [as] })
  }
  const named = await Promise.all([titles('articles'), titles('authors')])
  return { uses: named.flat(), total: found.size }

  async function titles(collection: 'articles' | 'authors'): Promise<ShownUse[]> {
    const wanted = [...found.values()]
      .filter((use) => use.collection === collection)
      .slice(0, MOST_SHOWN)
    if (wanted.length === 0) return []
    const where = { id: { in: wanted.map(({ id }) => id) } }
    const common = { where, depth: 0, pagination: false, overrideAccess: false, req } as const
    const known =
      collection === 'articles'
        ? await articleTitles({ ...common, draft: true, trash: true })
        : await authorNames(common)
    return wanted.flatMap(({ id, as }) => {
      const one = known.get(id)
      return one ? [{ collection, id, ...one, as: as.sort() }] : []
    })
  }

  async function articleTitles(options: object) {
    const { docs } = await req.payload.find({
      collection: 'articles',
      select: { title: true, _status: true },
      ...options,
    })
    return new Map(docs.map(({ id, title, _status }) => [id, { title, status: _status ?? undefined }]))
  }

  async function authorNames(options: object) {
    const { docs } = await req.payload.find({
      collection: 'authors',
      select: { name: true },
      ...options,
    })
    return new Map(docs.map(({ id, name }) => [id, { title: name, status: undefined }]))
  }
}
