import Link from 'next/link'
import type { Say } from '../../strings'
import { reasonText } from '../calendar/reasonText'
import { Moment } from '../Moment'
import type { ScheduleEntry } from './readSchedule'

/** Planned publications; an overdue one says why. */
export const ScheduleList = ({ entries, say }: { entries: ScheduleEntry[]; say: Say }) => (
  <ul>
    {entries.map((entry) => (
      <li key={entry.job}>
        <Link href={`/admin/collections/articles/${entry.article}`} prefetch={false}>
          {entry.title || say('desk:untitled')}
        </Link>
        <span className="galley-card__meta">
          <span className={`galley-badge${entry.reason ? ' galley-badge--bad' : ''}`}>
            {say(entry.kind === 'publish' ? 'desk:toPublish' : 'desk:toUnpublish')}
          </span>
          <Moment at={entry.at} />
        </span>
        {entry.reason && <p className="galley-card__reason">{reasonText(entry, say)}</p>}
      </li>
    ))}
  </ul>
)
