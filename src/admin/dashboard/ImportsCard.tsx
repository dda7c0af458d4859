import Link from 'next/link'
import type { Say, StringKey } from '../../strings'
import { Moment } from '../Moment'
import type { ImportRow } from './readImports'

const STATUS: Record<ImportRow['status'], { key: StringKey; tone: string }> = {
  planning: { key: 'imports:read', tone: 'in-review' },
  planned: { key: 'imports:planTitle', tone: 'in-review' },
  undoing: { key: 'imports:undoStage', tone: 'in-review' },
  undone: { key: 'desk:importUndone', tone: 'warning' },
  running: { key: 'desk:importRunning', tone: 'in-review' },
  finished: { key: 'desk:importFinished', tone: 'good' },
  failed: { key: 'desk:importFailed', tone: 'bad' },
}

/** The last imports with their counts; each opens its report with the problems. */
export const ImportsCard = ({ imports, say }: { imports: ImportRow[]; say: Say }) =>
  imports.length === 0 ? (
    <p>{say('desk:importsNone')}</p>
  ) : (
    <ul>
      {imports.map(({ id, title, status, startedAt, counts }) => (
        <li key={id}>
          <Link href={`/admin/collections/imports/${id}`} prefetch={false}>
            {title}
          </Link>
          <span className="galley-card__meta">
            <span className={`galley-badge galley-badge--${STATUS[status].tone}`}>
              {say(STATUS[status].key)}
            </span>
            {startedAt && <Moment at={startedAt} />}
          </span>
          <p className="galley-card__reason">
            {say('desk:importCounts', {
              new: counts?.new ?? 0,
              changed: counts?.changed ?? 0,
              conflict: counts?.conflict ?? 0,
              failed: counts?.failed ?? 0,
            })}
          </p>
        </li>
      ))}
    </ul>
  )
