'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { isSentLink, LinkShown, type SentLink } from './LinkShown'

/** What an admin may do when a colleague has lost a password or a telephone. */
export const AccessOfColleague = ({ id }: { id: string }) => {
  const say = useSay()
  const [sent, setSent] = useState<SentLink>()
  const act = async (action: 'link' | 'remove-two-factor'): Promise<void> => {
    const answer = await callApi(`/invitations/${id}/${action}`, { method: 'POST' })
    if (!answer.isOk) toast.error(answer.message ?? say('security:failed'))
    else if (isSentLink(answer.body)) setSent(answer.body)
    else toast.success(say('security:factorRemoved'))
  }
  return (
    <section className="galley-card galley-security" aria-label={say('security:accessOf')}>
      <h2>{say('security:accessOf')}</h2>
      <div className="galley-row">
        <Button id="galley-make-link" margin={false} size="small" onClick={() => void act('link')}>
          {say('security:makeLink')}
        </Button>
        <Button
          margin={false}
          size="small"
          buttonStyle="secondary"
          onClick={() => void act('remove-two-factor')}
        >
          {say('security:removeFactor')}
        </Button>
      </div>
      {sent && <LinkShown sent={sent} />}
    </section>
  )
}
