import type { CollectionSlug, PayloadRequest, TypedUser, Where } from 'payload'
import { hasRole } from '../../../collections/access/roles'
import { isStage, type Stage } from '../../../collections/workflow/moves'
import { searchArticles } from '../../search/searchArticles'

/** Documents of the palette, by kind in the order in which it shows them. */
export const FOUND_IN = ['articles', 'categories', 'authors', 'tags', 'media', 'users'] as const
export type FoundIn = (typeof FOUND_IN)[number]

export type Found = { collection: FoundIn; id: string; title: string; stage?: Stage }

const OF_EACH = 5

/** What each kind is found by; articles are found by the search index. */
const NAMED_BY = {
  categories: ['name', 'path'],
  authors: ['name'],
  tags: ['name'],
  media: ['filename', 'alt'],
  users: ['name', 'email'],
} as const satisfies Record<Exclude<FoundIn, 'articles'>, string[]>

/**
 * What a user may open and has the words: a few of each kind, asked for at once. Without words: the articles that were changed
 * last.
 */
export const findEverywhere = async ({
  q,
  req,
  user,
}: {
  q: string
  req: PayloadRequest
  user: TypedUser
}): Promise<Found[]> => {
  const asking = { q: q.trim(), req, user }
  if (!asking.q) return articlesWhere(asking, {})
  const kinds = await Promise.all(
    FOUND_IN.map((kind) => (kind === 'articles' ? foundArticles(asking) : foundIn(kind, asking))),
  )
  return kinds.flat()
}

type Asking = { q: string; req: PayloadRequest; user: TypedUser }

const foundArticles = async (asking: Asking): Promise<Found[]> => {
  const { q, req, user } = asking
  const { hits } = await searchArticles(req.payload, {
    q,
    scope: { kind: 'newsroom', ...(hasRole(user, ['contributor']) && { ownedBy: user.id }) },
    limit: OF_EACH,
  })
  const order = new Map(hits.map(({ id }, index) => [id, index]))
  const found = await articlesWhere(asking, { id: { in: [...order.keys()] } })
  return found.sort((one, other) => (order.get(one.id) ?? 0) - (order.get(other.id) ?? 0))
}

/** The database decides once more what the user may read. */
const articlesWhere = async ({ req, user }: Asking, where: Where): Promise<Found[]> => {
  const { docs } = await req.payload.find({
    collection: 'articles',
    where,
    draft: true,
    sort: '-updatedAt',
    limit: OF_EACH,
    pagination: false,
    depth: 0,
    select: { title: true, stage: true },
    overrideAccess: false,
    user,
  })
  return docs.map(({ id, title, stage }) => ({
    collection: 'articles',
    id,
    title: title ?? '',
    ...(isStage(stage) && { stage }),
  }))
}

const foundIn = async (
  collection: Exclude<FoundIn, 'articles'>,
  { q, req, user }: Asking,
): Promise<Found[]> => {
  const names: readonly string[] = NAMED_BY[collection]
  const slug: CollectionSlug = collection
  const { docs } = await req.payload.find({
    collection: slug,
    where: { or: names.map((name) => ({ [name]: { like: q } })) },
    limit: OF_EACH,
    pagination: false,
    depth: 0,
    select: Object.fromEntries(names.map((name) => [name, true])),
    overrideAccess: false,
    user,
  })
  return docs.map((doc) => ({ collection, id: doc.id, title: titleOf(doc, names) }))
}

const titleOf = (doc: object, names: readonly string[]): string => {
  const title: unknown = Object.entries(doc).find(([name]) => name === names[0])?.[1]
  return typeof title === 'string' ? title : ''
}
