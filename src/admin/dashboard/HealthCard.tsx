import Link from 'next/link'
import type { ReactNode } from 'react'
import type { Say } from '../../strings'
import { listLink } from '../listLink'
import { Moment } from '../Moment'
import type { Health } from './readHealth'

/** Whether jobs run, files are there and mail is sent. */
export const HealthCard = ({ health, say }: { health: Health; say: Say }) => (
  <ul className="galley-health">
    <Finding isGood={health.jobs === 'good'}>
      {health.jobs === 'good' && say('desk:jobsGood')}
      {health.jobs === 'never' && say('desk:jobsNever')}
      {health.jobs === 'stopped' && (
        <>
          {say('desk:jobsStopped')} {health.jobsRanAt && <Moment at={health.jobsRanAt} />}
        </>
      )}
    </Finding>
    <Finding isGood={health.media?.count === 0}>
      <MediaFinding media={health.media} say={say} />
    </Finding>
    <Finding isGood={health.hasMail}>
      {say(health.hasMail ? 'desk:mailGood' : 'desk:mailOff')}
    </Finding>
  </ul>
)

const MediaFinding = ({ media, say }: { media: Health['media']; say: Say }) => {
  if (!media) return say('desk:mediaUnknown')
  if (media.count === 0) return say('desk:mediaGood')
  return (
    <Link href={listLink('media', { id: { in: media.ids } })} prefetch={false}>
      {say('desk:mediaMissing', { count: media.count })}
    </Link>
  )
}

const Finding = ({ isGood, children }: { isGood: boolean; children: ReactNode }) => (
  <li>
    <span
      className={`galley-badge galley-badge--${isGood ? 'good' : 'warning'}`}
      aria-hidden="true"
    >
      {isGood ? '✓' : '!'}
    </span>
    <span>{children}</span>
  </li>
)
