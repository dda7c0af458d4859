import type { PayloadRequest } from 'payload'

/** Ids of categories and of all that stand below them. */
export const withDescendants = async (
  ids: readonly string[],
  req: PayloadRequest,
): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'categories',
    where: { 'breadcrumbs.doc': { in: [...ids] } },
    select: { name: true },
    pagination: false,
    limit: 0,
    req,
  })
  return [...new Set([...ids, ...docs.map(({ id }) => id)])]
}
