import type { PayloadRequest, TypedUser } from 'payload'
import { countSections } from '../../terms/countSections'
import { termStore } from '../../terms/replaceTerm'

/** A category of the tree; `articles` counts those in the category itself, `articlesBelow` with those below it. */
export type TreeNode = {
  id: string
  name: string
  slug: string
  articles: number
  articlesBelow: number
  children: TreeNode[]
}

/** Reads all categories as a tree, in three questions to the database. */
export const readTree = async ({
  req,
  user,
}: {
  req: PayloadRequest
  user: TypedUser
}): Promise<TreeNode[]> => {
  const [{ docs }, counts, sections] = await Promise.all([
    req.payload.find({
      collection: 'categories',
      select: { name: true, slug: true, parent: true },
      sort: 'name',
      depth: 0,
      pagination: false,
      overrideAccess: false,
      user,
    }),
    termStore(req.payload, 'categories').counts(),
    countSections(req.payload),
  ])
  const nodes = new Map<string, TreeNode>(
    docs.map(({ id, name, slug }) => [
      id,
      {
        id,
        name,
        slug: slug ?? '',
        articles: counts.get(id) ?? 0,
        articlesBelow: sections.get(id) ?? 0,
        children: [],
      },
    ]),
  )
  const top: TreeNode[] = []
  for (const { id, parent } of docs) {
    const node = nodes.get(id)
    const above = nodes.get(typeof parent === 'object' ? (parent?.id ?? '') : (parent ?? ''))
    if (node) (above?.children ?? top).push(node)
  }
  return top
}
