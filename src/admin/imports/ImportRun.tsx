'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import Link from 'next/link'
import { hasRole, type Role } from '../../../collections/access/roles'
import type { StringKey } from '../../strings'
import { listLink } from '../listLink'
import { useSay } from '../useSay'
import { CountsTable } from './CountsTable'
import { Problems } from './Problems'
import { RunActions } from './RunActions'
import { RunProgress } from './RunProgress'
import { useRun, type ShownRun } from './useRun'

type Reader = { id: string; role?: Role; collection: string }

const TONES: Record<ShownRun['status'], string> = {
  planning: 'in-review',
  planned: 'in-review',
  running: 'in-review',
  finished: 'good',
  failed: 'bad',
  undoing: 'warning',
  undone: 'warning',
}

/** The page of one import: what would happen, how far it is, what came of it. */
export const ImportRun = () => {
  const say = useSay()
  const { id } = useDocumentInfo()
  const { user } = useAuth<Reader>()
  const { run, load, hasFailed } = useRun(id === undefined ? undefined : String(id))
  if (!run) return hasFailed ? <p role="alert">{say('imports:unreadable')}</p> : null
  const isPlan = run.status === 'planned'
  const shownCounts = isPlan ? run.plan?.counts : run.counts
  return (
    <div className="galley-import">
      <p className="galley-import__status">
        <span className={`galley-badge galley-badge--${TONES[run.status]}`}>
          {say(`imports:is-${run.status}`)}
        </span>
      </p>
      <RunProgress run={run} />
      {run.failure && (
        <p role="alert" className="galley-import__refusal">
          {say(refusalKey(run.failure.code), { subject: run.failure.subject ?? '' })}
        </p>
      )}
      {run.undo && <UndoneSummary undo={run.undo} />}
      {hasRole(user, ['admin']) && <RunActions run={run} onDone={load} />}
      {run.status !== 'planning' && shownCounts && (
        <section
          className="galley-card"
          aria-label={say(isPlan ? 'imports:planTitle' : 'imports:resultTitle')}
        >
          <h2>{say(isPlan ? 'imports:planTitle' : 'imports:resultTitle')}</h2>
          {isPlan && <p>{say('imports:planHint')}</p>}
          <Archives run={run} />
          <CountsTable counts={shownCounts} samples={isPlan ? run.plan?.samples : undefined} />
          {!isPlan && (
            <Link
              href={listLink('articles', { 'source.run': { equals: run.id } })}
              prefetch={false}
            >
              {say('imports:articles')}
            </Link>
          )}
        </section>
      )}
      {['planned', 'finished', 'failed'].includes(run.status) && (
        <Problems key={`${run.id}-${run.status}`} run={run} />
      )}
    </div>
  )
}

const Archives = ({ run }: { run: ShownRun }) => {
  const say = useSay()
  return (
    <ul className="galley-import__archives">
      {(run.plan?.archives ?? []).map(({ folder, dialect, files }) => (
        <li key={folder}>
          {folder === ''
            ? say('imports:found', { dialect, files })
            : say('imports:foundIn', { folder, dialect, files })}
        </li>
      ))}
    </ul>
  )
}

const UndoneSummary = ({ undo }: { undo: NonNullable<ShownRun['undo']> }) => {
  const say = useSay()
  const { trashed, restored, kept, keptCount } = undo
  return (
    <section className="galley-card" role="status">
      <p>{say('imports:undone', { trashed, restored, kept: keptCount })}</p>
      <ul>
        {kept.map(({ id, title, reason }) => (
          <li key={id}>
            <Link href={`/admin/collections/articles/${id}`} prefetch={false}>
              {title}
            </Link>{' '}
            ({say(reason === 'edited' ? 'imports:keptEdited' : 'imports:keptRefused')})
          </li>
        ))}
      </ul>
    </section>
  )
}

// A code that this version of the panel doesn't know is shown as it is.
const refusalKey = (code: string): StringKey => `importRefusals:${code}` as StringKey
