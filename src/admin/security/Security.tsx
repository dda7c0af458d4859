'use client'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { hasRole, type Role } from '../../../collections/access/roles'
import { useSay } from '../useSay'
import { AccessOfColleague } from './AccessOfColleague'
import { Sessions } from './Sessions'
import { TwoFactor } from './TwoFactor'
import { useSecurity } from './useSecurity'

type Reader = { id: string; role?: Role; collection: string }

/** On a user's page: one's own second factor and sessions, or what an admin may do for a colleague. */
export const Security = () => {
  const { id } = useDocumentInfo()
  const { user } = useAuth<Reader>()
  if (id === undefined || !user) return null
  if (String(id) === user.id) return <OwnSecurity />
  return hasRole(user, ['admin']) ? <AccessOfColleague id={String(id)} /> : null
}

const OwnSecurity = () => {
  const say = useSay()
  const { security, load, setSessions } = useSecurity()
  if (!security) return null
  return (
    <section className="galley-card galley-security" aria-label={say('security:title')}>
      <h2>{say('security:twoFactor')}</h2>
      <TwoFactor security={security} onChange={load} />
      <h2>{say('security:sessions')}</h2>
      <Sessions sessions={security.sessions} onEnded={setSessions} />
    </section>
  )
}
