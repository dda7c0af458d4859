import {
  Forbidden,
  type CollectionSlug,
  type Endpoint,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { mayRunImports } from '../../../collections/access/policy'
import type { Article } from '../../payload-types'

/** The archive that `npm run demo` imports. */
const ARCHIVE = 'samples'

/** Articles of the sample content that nobody has changed since. */
const untouched: Where = {
  and: [{ 'source.archive': { equals: ARCHIVE } }, { 'source.editedAt': { exists: false } }],
}

/** How many articles of sample content there are. */
export const countSamples = async (payload: Payload): Promise<number> =>
  (await payload.count({ collection: 'articles', where: untouched })).totalDocs

/** `DELETE /api/sample-content`: removes the sample articles that nobody has changed, and what only these have used. */
export const removeSamples: Endpoint = {
  path: '/sample-content',
  method: 'delete',
  handler: async (req) => {
    if (!mayRunImports({ req })) throw new Forbidden(req.t)
    const { docs } = await req.payload.find({
      collection: 'articles',
      where: untouched,
      draft: true,
      depth: 0,
      pagination: false,
      select: {
        tags: true,
        categories: true,
        authors: true,
        cover: true,
        source: { editedAt: true },
      },
    })
    // A draft on top of what is published knows best whether somebody has changed it.
    const samples = docs.filter(({ source }) => !source?.editedAt)
    await req.payload.delete({
      collection: 'articles',
      where: { id: { in: samples.map(({ id }) => id) } },
      req,
      depth: 0,
      select: {},
    })
    for (const use of USES) await removeUnused(req, samples, use)
    return Response.json({ removed: samples.length })
  },
}

const USES = ['tags', 'categories', 'authors'] as const

const removeUnused = async (
  req: PayloadRequest,
  samples: Pick<Article, 'tags' | 'categories' | 'authors'>[],
  field: (typeof USES)[number] & CollectionSlug,
): Promise<void> => {
  const ids = new Set(
    samples.flatMap((article) =>
      (article[field] ?? []).map((value) => (typeof value === 'string' ? value : value.id)),
    ),
  )
  for (const id of ids) {
    const { totalDocs } = await req.payload.count({
      collection: 'articles',
      where: { [field]: { in: [id] } },
      trash: true,
    })
    if (totalDocs === 0) await req.payload.delete({ collection: field, id, req, depth: 0 })
  }
}
