import type { Where } from 'payload'
import { failureOf } from '../../jobs/runner'
import { scheduledArticle } from '../../jobs/scheduledArticle'
import type { PayloadJob } from '../../payload-types'
import type { Asking } from './readDesk'

/** A job is called overdue when the runner, which looks each minute, has let it lie for this long. */
const LATE_MS = 3 * 60_000
/** Jobs are few; more than this are not looked at. */
const MOST = 500

export type ScheduleReason = 'failed' | 'running' | 'not-run'

/** One planned publication or the contrary. */
export type ScheduleEntry = {
  job: string
  article: string
  title: string
  kind: 'publish' | 'unpublish'
  at: string
  /** Why it is overdue, if it is. */
  reason?: ScheduleReason
  /** What was thrown, if it failed. */
  error?: string
}

/**
 * What is planned for articles that the user may read: the next entries, and those that should have happened.
 * @param from, to narrow it to a span of time, for the calendar
 */
export const readSchedule = async ({
  req,
  user,
  now,
  from,
  to,
}: Asking & { now: Date; from?: string; to?: string }): Promise<{
  next: ScheduleEntry[]
  overdue: ScheduleEntry[]
}> => {
  const and: Where[] = [
    { taskSlug: { equals: 'schedulePublish' } },
    { completedAt: { exists: false } },
  ]
  if (from) and.push({ waitUntil: { greater_than_equal: from } })
  if (to) and.push({ waitUntil: { less_than: to } })
  const { docs } = await req.payload.db.find<PayloadJob>({
    collection: 'payload-jobs',
    where: { and },
    sort: 'waitUntil',
    limit: MOST,
    pagination: false,
    req,
  })
  const entries = docs.flatMap((job) => entryOf(job, now) ?? [])
  if (entries.length === 0) return { next: [], overdue: [] }
  const titles = await titlesOf({ req, user }, entries)
  const readable = entries.flatMap((entry) => {
    const title = titles.get(entry.article)
    return title === undefined ? [] : [{ ...entry, title }]
  })
  return {
    next: readable.filter(({ reason }) => !reason),
    overdue: readable.filter(({ reason }) => reason),
  }
}

const entryOf = (job: PayloadJob, now: Date): ScheduleEntry | undefined => {
  const planned = scheduledArticle(job.input)
  if (!planned || !job.waitUntil) return undefined
  const reason = reasonOf(job, now)
  return {
    job: job.id,
    article: planned.article,
    title: '',
    kind: planned.kind,
    at: job.waitUntil,
    ...(reason && { reason }),
    ...(reason === 'failed' && { error: failureOf(job) }),
  }
}

const reasonOf = (job: PayloadJob, now: Date): ScheduleReason | undefined => {
  if (job.hasError) return 'failed'
  const isLate = Date.parse(job.waitUntil ?? '') < now.getTime() - LATE_MS
  if (!isLate) return undefined
  return job.processing ? 'running' : 'not-run'
}

/** Titles of those articles that the user may read. */
const titlesOf = async (
  { req, user }: Asking,
  entries: ScheduleEntry[],
): Promise<Map<string, string>> => {
  const ids = [...new Set(entries.map(({ article }) => article))]
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { id: { in: ids } },
    draft: true,
    limit: ids.length,
    pagination: false,
    depth: 0,
    select: { title: true },
    overrideAccess: false,
    user,
  })
  return new Map(docs.map(({ id, title }) => [id, title ?? '']))
}
