import type { Payload } from 'payload'
import type { PlannedFile } from './plan'

/** Makes a redirect from each old address of an article (its own and its aliases) that has none yet. */
export const writeRedirects = async (payload: Payload, planned: PlannedFile): Promise<void> => {
  const { address, aliases } = planned.surveyed.draft
  const wanted = [...new Set([address, ...aliases])].filter(
    (from): from is string => from?.startsWith('/') === true && from !== '/',
  )
  if (wanted.length === 0) return
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { in: wanted } },
    select: { from: true },
    depth: 0,
    pagination: false,
  })
  const known = new Set(docs.map(({ from }) => from))
  for (const from of wanted) {
    if (known.has(from)) continue
    await payload.create({
      collection: 'redirects',
      data: { from, to: { article: planned.id }, type: '301' },
      depth: 0,
      context: { isImport: true },
    })
  }
}
