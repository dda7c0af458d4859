'use client'
import { useTranslation } from '@payloadcms/ui'
import Link from 'next/link'
import { listLink } from '../listLink'
import { useSay } from '../useSay'
import type { Day } from './days'
import type { CalendarEntry } from './readCalendar'

const SHOWN = 4

const TONES: Record<CalendarEntry['kind'], string> = {
  publish: 'in-review',
  unpublish: 'warning',
  published: 'good',
  embargoed: 'in-review',
  expires: 'warning',
}

/** The days of a month. CSS turns the grid into a list of the days that have something, on a small screen. */
export const MonthGrid = ({
  month,
  weeks,
  entries,
  today,
  zone,
  label,
}: {
  month: string
  weeks: Day[][]
  entries: Map<Day, CalendarEntry[]>
  today: Day
  zone: string
  label: string
}) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const name = (day: Day, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    )
  const isEmpty = !weeks.flat().some((day) => day.startsWith(month) && entries.has(day))
  return (
    <>
      {isEmpty && <p>{say('calendar:none')}</p>}
      <table className="galley-month">
        <caption className="galley-hidden">{label}</caption>
        <thead>
          <tr>
            {weeks[0]?.map((day) => (
              <th key={day} scope="col">
                {name(day, { weekday: 'short' })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => (
            <tr key={week[0]}>
              {week.map((day) => (
                <td
                  key={day}
                  className={classOf({ day, month, today, hasEntries: entries.has(day) })}
                  aria-current={day === today ? 'date' : undefined}
                >
                  <span className="galley-month__day" aria-hidden="true">
                    {Number(day.slice(8))}
                  </span>
                  <span className="galley-month__name">
                    {name(day, { weekday: 'long', month: 'long', day: 'numeric' })}
                  </span>
                  <DayEntries day={day} entries={entries.get(day) ?? []} zone={zone} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

const DayEntries = ({
  day,
  entries,
  zone,
}: {
  day: Day
  entries: CalendarEntry[]
  zone: string
}) => {
  const say = useSay()
  const { i18n } = useTranslation()
  const time = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', timeZone: zone })
  if (entries.length === 0) return null
  return (
    <ul>
      {entries.slice(0, SHOWN).map(({ key, article, at, kind, title }) => (
        <li key={key}>
          <Link
            className={`galley-entry galley-badge--${TONES[kind]}`}
            href={`/admin/collections/articles/${article}`}
            prefetch={false}
            title={say(`calendar:${kind}`)}
          >
            <time dateTime={at}>{time.format(new Date(at))}</time>{' '}
            <span className="galley-hidden">{say(`calendar:${kind}`)}: </span>
            {title || say('desk:untitled')}
          </Link>
        </li>
      ))}
      {entries.length > SHOWN && (
        <li>
          <Link href={listLink('articles', { publishedAt: dayFilter(day) })} prefetch={false}>
            {say('calendar:more', { count: entries.length - SHOWN })}
          </Link>
        </li>
      )}
    </ul>
  )
}

const dayFilter = (day: Day) => ({
  greater_than_equal: `${day}T00:00:00.000Z`,
  less_than_equal: `${day}T23:59:59.999Z`,
})

const classOf = ({
  day,
  month,
  today,
  hasEntries,
}: {
  day: Day
  month: string
  today: Day
  hasEntries: boolean
}): string =>
  [
    !day.startsWith(month) && 'galley-month__other',
    day === today && 'galley-month__today',
    !hasEntries && 'galley-month__free',
  ]
    .filter(Boolean)
    .join(' ')
