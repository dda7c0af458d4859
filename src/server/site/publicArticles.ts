import type { Payload, SelectType, Where } from 'payload'
import { isPublic, isPublicNow } from '../../../collections/access/policy'
import type { Article } from '../../payload-types'

export type PublicPage = { articles: Article[]; page: number; totalPages: number }

type Query = {
  where?: Where
  /** Fields to read; only what the public may see is to be sent on. */
  select: SelectType
  sort?: string | string[]
  limit: number
  page?: number
  depth?: 0 | 1
}

/** Newest first, in an order that never changes between two of the same moment. */
export const NEWEST_FIRST = ['-publishedAt', '-id']

/** Reads articles that the public sees, without counting them. */
export const findPublic = async (payload: Payload, query: Query): Promise<Article[]> => {
  const { docs } = await payload.find({ ...argumentsOf(query), pagination: false })
  return docs
}

/**
 * Those of some articles that the public sees, in no order. By their ids alone: with the conditions of `isPublic` beside
 * them SQLite goes through all that is published.
 */
export const findPublicByIds = async (
  payload: Payload,
  ids: string[],
  { select, depth = 0 }: Pick<Query, 'select' | 'depth'>,
): Promise<Article[]> => {
  if (ids.length === 0) return []
  const { docs } = await payload.find<'articles', SelectType>({
    collection: 'articles',
    where: { id: { in: ids } },
    select: { ...select, _status: true, publishedAt: true, expiresAt: true, deletedAt: true },
    sort: 'id',
    depth,
    pagination: false,
    trash: true,
    overrideAccess: true,
  })
  return docs.filter((article) => isPublicNow(article))
}

/** Reads a page of articles that the public sees, and how many pages there are. */
export const pageOfPublic = async (payload: Payload, query: Query): Promise<PublicPage> => {
  const { docs, page = 1, totalPages } = await payload.find(argumentsOf(query))
  return { articles: docs, page, totalPages }
}

/** How many articles the public sees. */
export const countPublicArticles = async (payload: Payload): Promise<number> => {
  const { totalDocs } = await payload.count({
    collection: 'articles',
    where: isPublic(),
    overrideAccess: true,
  })
  return totalDocs
}

const argumentsOf = ({ where, select, sort = NEWEST_FIRST, limit, page, depth = 0 }: Query) => ({
  collection: 'articles' as const,
  where: { and: [...(where ? [where] : []), isPublic()] },
  select,
  sort,
  limit,
  page,
  depth,
  overrideAccess: true,
})

/**
 * When the text was last changed, as readers understand it: an import is no change, so an article that nobody has edited
 * since has the date that its file gives.
 */
export const modifiedAt = ({ publishedAt, updatedAt, source }: Article): string => {
  const first = publishedAt ?? updatedAt
  if (!source?.path || source.editedAt) return later(first, updatedAt)
  return later(first, source.updatedAt ?? first)
}

/** Fields that `modifiedAt` and addresses need. */
export const ADDRESS_FIELDS = {
  slug: true,
  locale: true,
  publishedAt: true,
  updatedAt: true,
  source: { path: true, updatedAt: true, editedAt: true },
} as const

const later = (one: string, other: string): string =>
  Date.parse(other) > Date.parse(one) ? other : one
