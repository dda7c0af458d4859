import type { PayloadRequest, TypedUser } from 'payload'
import { canPublish, hasRole } from '../../../collections/access/roles'
import type { Article } from '../../payload-types'
import type { ListFilter } from '../listLink'
import { readHealth, type Health } from './readHealth'
import { readImports, type ImportRow } from './readImports'
import { readSchedule, type ScheduleEntry } from './readSchedule'

/** Rows of a card. */
export const SHOWN = 5

export type ArticleRow = Pick<Article, 'id' | 'title' | 'stage' | 'updatedAt' | 'publishedAt'>

/** Articles behind a number, the first of them, and the filter of the list that shows all. */
export type Pile = { count: number; rows: ArticleRow[]; where: ListFilter }

export type Desk = {
  isEmpty: boolean
  waiting: Pile
  inReview: Pile
  published: Pile
  drafts: Pile
  unread: number
  scheduled: { next: ScheduleEntry[]; overdue: ScheduleEntry[] }
  /** For those who may read reports of imports. */
  imports?: ImportRow[]
  /** For those who can do something about it. */
  health?: Health
}

/**
 * Reads the first page for a user: what that user may read, in a fixed number of small questions to the database, asked at
 * once.
 */
export const readDesk = async ({
  req,
  user,
  now = new Date(),
}: {
  req: PayloadRequest
  user: TypedUser
  now?: Date
}): Promise<Desk> => {
  const isEditor = canPublish(user)
  const own: ListFilter = { createdBy: { equals: user.id } }
  const ask = { req, user }
  const inReview = pile(ask, { stage: { equals: 'in-review' } })
  const [waiting, review, published, drafts, unread, scheduled, imports, health] =
    await Promise.all([
      isEditor ? inReview : pile(ask, { stage: { equals: 'changes-requested' }, ...own }),
      inReview,
      publishedPile(ask, now),
      pile(ask, { _status: { equals: 'draft' }, ...own }),
      unreadCount(ask),
      readSchedule({ ...ask, now }),
      isEditor ? readImports(ask) : undefined,
      hasRole(user, ['admin', 'editor']) ? readHealth({ req, now }) : undefined,
    ])
  const isEmpty = published.count + review.count + drafts.count + waiting.count === 0
  return {
    isEmpty: isEmpty && (await hasNoArticles(ask)),
    waiting,
    inReview: review,
    published,
    drafts,
    unread,
    scheduled,
    imports,
    health,
  }
}

export type Asking = { req: PayloadRequest; user: TypedUser }

const ROW = { title: true, stage: true, updatedAt: true, publishedAt: true } as const

/** The newest drafts that meet a condition. The stored document has the same stage, and is the faster one to ask. */
const pile = async ({ req, user }: Asking, where: ListFilter): Promise<Pile> => {
  const { docs, totalDocs } = await req.payload.find({
    collection: 'articles',
    where,
    draft: true,
    sort: '-updatedAt',
    limit: SHOWN,
    depth: 0,
    select: ROW,
    overrideAccess: false,
    user,
  })
  return { count: totalDocs, rows: docs, where }
}

const publishedPile = async ({ req, user }: Asking, now: Date): Promise<Pile> => {
  const where: ListFilter = { _status: { equals: 'published' } }
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { ...where, publishedAt: { less_than_equal: now.toISOString() } },
    sort: '-publishedAt',
    limit: SHOWN,
    pagination: false,
    depth: 0,
    select: ROW,
    overrideAccess: false,
    user,
  })
  return { count: docs.length, rows: docs, where }
}

const unreadCount = async ({ req, user }: Asking): Promise<number> => {
  const { totalDocs } = await req.payload.count({
    collection: 'notifications',
    where: { readAt: { exists: false } },
    overrideAccess: false,
    user,
  })
  return totalDocs
}

const hasNoArticles = async ({ req }: Asking): Promise<boolean> => {
  const found = await req.payload.db.findOne({
    collection: 'articles',
    where: {},
    select: { title: true },
  })
  return !found
}
