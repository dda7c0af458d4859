'use client'
import { toast } from '@payloadcms/ui'
import type { ShownSession } from '../../../collections/security/sessions'
import { callApi } from '../api'
import { Moment } from '../Moment'
import { useSay } from '../useSay'

/** Where the user is logged in; each can be ended. */
export const Sessions = ({
  sessions,
  onEnded,
}: {
  sessions: ShownSession[]
  onEnded: (left: ShownSession[]) => void
}) => {
  const say = useSay()
  const end = async (id: string): Promise<void> => {
    const answer = await callApi(`/security/sessions/${id}/end`, { method: 'POST' })
    if (answer.isOk && hasSessions(answer.body)) onEnded(answer.body.sessions)
    else toast.error((!answer.isOk && answer.message) || say('security:failed'))
  }
  return (
    <ul id="galley-sessions">
      {sessions.map(({ id, createdAt, isThis, address, userAgent }) => (
        <li key={id}>
          <Moment at={createdAt} />{' '}
          {isThis && (
            <span className="galley-badge galley-badge--good">{say('security:thisSession')}</span>
          )}
          <p className="galley-card__reason">
            {[address, userAgent].filter(Boolean).join(' · ') || say('security:unknownPlace')}
          </p>
          {!isThis && (
            <button
              type="button"
              className="galley-link-button"
              aria-label={say('security:endSessionOf', { time: createdAt.slice(0, 16) })}
              onClick={() => void end(id)}
            >
              {say('security:endSession')}
            </button>
          )}
        </li>
      ))}
    </ul>
  )
}

const hasSessions = (body: unknown): body is { sessions: ShownSession[] } =>
  typeof body === 'object' && body !== null && 'sessions' in body && Array.isArray(body.sessions)
