import type { Where } from 'payload'
import type { Asking } from '../dashboard/readDesk'
import { readSchedule, type ScheduleEntry } from '../dashboard/readSchedule'

/** More articles than this in two months are not shown; the list has them. */
const MOST = 1000

export type CalendarKind = 'publish' | 'unpublish' | 'published' | 'embargoed' | 'expires'

export type CalendarEntry = {
  key: string
  article: string
  title: string
  at: string
  kind: CalendarKind
}

export type CalendarData = { entries: CalendarEntry[]; overdue: ScheduleEntry[] }

/** What is planned and what was published in a span of time, as far as the user may read it. */
export const readCalendar = async ({
  req,
  user,
  from,
  to,
  now = new Date(),
}: Asking & { from: string; to: string; now?: Date }): Promise<CalendarData> => {
  const dated = async (field: 'publishedAt' | 'expiresAt') => {
    const span: Where = { [field]: { greater_than_equal: from, less_than: to } }
    const { docs } = await req.payload.find({
      collection: 'articles',
      where: { and: [{ _status: { equals: 'published' } }, span] },
      sort: field,
      limit: MOST,
      pagination: false,
      depth: 0,
      select: { title: true, publishedAt: true, expiresAt: true },
      overrideAccess: false,
      user,
    })
    return docs
  }
  const [published, expiring, planned, all] = await Promise.all([
    dated('publishedAt'),
    dated('expiresAt'),
    readSchedule({ req, user, now, from, to }),
    readSchedule({ req, user, now }),
  ])
  const entries: CalendarEntry[] = [
    ...planned.next.map(({ job, article, title, at, kind }) => ({
      key: job,
      article,
      title,
      at,
      kind,
    })),
    ...published.map(({ id, title, publishedAt }) => ({
      key: `${id}-published`,
      article: id,
      title,
      at: publishedAt ?? '',
      kind:
        Date.parse(publishedAt ?? '') > now.getTime()
          ? ('embargoed' as const)
          : ('published' as const),
    })),
    ...expiring.map(({ id, title, expiresAt }) => ({
      key: `${id}-expires`,
      article: id,
      title,
      at: expiresAt ?? '',
      kind: 'expires' as const,
    })),
  ]
  return {
    entries: entries.sort((one, other) => one.at.localeCompare(other.at)),
    overdue: all.overdue,
  }
}
