'use client'
import Link from 'next/link'
import type { ScheduleEntry } from '../dashboard/readSchedule'
import { Moment } from '../Moment'
import { useSay } from '../useSay'
import { reasonText } from './reasonText'

/** What should have happened and did not, with the reason, and what can be done. */
export const Overdue = ({
  entries,
  canChange,
  onRetry,
  onRemove,
}: {
  entries: ScheduleEntry[]
  canChange: boolean
  onRetry: (job: string) => void
  onRemove: (job: string) => void
}) => {
  const say = useSay()
  return (
    <section className="galley-card galley-calendar__overdue" aria-label={say('calendar:overdue')}>
      <h2>{say('calendar:overdue')}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.job}>
            <Link href={`/admin/collections/articles/${entry.article}`} prefetch={false}>
              {entry.title || say('desk:untitled')}
            </Link>
            <span className="galley-card__meta">
              {say(`calendar:${entry.kind}`)} <Moment at={entry.at} />
            </span>
            <p className="galley-card__reason">{reasonText(entry, say)}</p>
            {canChange && (
              <span className="galley-card__meta">
                <button
                  type="button"
                  className="galley-link-button"
                  onClick={() => onRetry(entry.job)}
                >
                  {say('calendar:retry')}
                </button>
                <button
                  type="button"
                  className="galley-link-button"
                  onClick={() => onRemove(entry.job)}
                >
                  {say('calendar:remove')}
                </button>
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
