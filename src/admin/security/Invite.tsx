'use client'
import { Button, toast, useAuth, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState, type FormEvent } from 'react'
import { hasRole, ROLES, type Role } from '../../../collections/access/roles'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { isSentLink, LinkShown, type SentLink } from './LinkShown'

type Reader = { id: string; role?: Role; collection: string }

/** Above the list of users: an admin invites a colleague by a link. */
export const Invite = () => {
  const say = useSay()
  const id = useId()
  const router = useRouter()
  const { user } = useAuth<Reader>()
  const { i18n } = useTranslation()
  const [sent, setSent] = useState<SentLink>()
  const [isBusy, setIsBusy] = useState(false)
  if (!hasRole(user, ['admin'])) return null
  const invite = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    setIsBusy(true)
    const body = Object.fromEntries(new FormData(form))
    const answer = await callApi('/invitations', { method: 'POST', body })
    setIsBusy(false)
    if (!answer.isOk) return void toast.error(answer.message ?? say('security:failed'))
    if (isSentLink(answer.body)) setSent(answer.body)
    form.reset()
    router.refresh()
  }
  return (
    <details className="galley-card galley-invite">
      <summary>{say('security:invite')}</summary>
      <p>{say('security:inviteHint')}</p>
      <form onSubmit={(event) => void invite(event)} className="galley-invite__form">
        <label htmlFor={`${id}-name`}>{say('security:name')}</label>
        <input className="galley-input" id={`${id}-name`} name="name" required maxLength={200} />
        <label htmlFor={`${id}-email`}>{say('security:email')}</label>
        <input className="galley-input" id={`${id}-email`} name="email" type="email" required />
        <label htmlFor={`${id}-role`}>{say('security:role')}</label>
        <select className="galley-input" id={`${id}-role`} name="role" defaultValue="contributor">
          {[...ROLES].reverse().map((role) => (
            <option key={role} value={role}>
              {say(`security:role-${role}`)}
            </option>
          ))}
        </select>
        <label htmlFor={`${id}-language`}>{say('security:language')}</label>
        <select
          className="galley-input"
          id={`${id}-language`}
          name="language"
          defaultValue={i18n.language.startsWith('zh') ? 'zh' : 'en'}
        >
          <option value="en">English</option>
          <option value="zh">中文</option>
        </select>
        <Button type="submit" margin={false} size="small" disabled={isBusy}>
          {say('security:inviteDo')}
        </Button>
      </form>
      {sent && <LinkShown sent={sent} />}
    </details>
  )
}
