'use client'
import { Button, toast, useAuth } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useId, useState, type FormEvent } from 'react'
import { hasRole, SCOPES, type Role } from '../../../collections/access/roles'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { isMadeKey, KeyShown, type MadeKey } from './KeyShown'

type Reader = { id: string; role?: Role; collection: string }

/** Above the list of API keys: an admin makes one, which is shown once. */
export const NewApiKey = () => {
  const say = useSay()
  const id = useId()
  const router = useRouter()
  const { user } = useAuth<Reader>()
  const [made, setMade] = useState<MadeKey>()
  const [isBusy, setIsBusy] = useState(false)
  if (!hasRole(user, ['admin'])) return null
  const make = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const until = given.get('expiresAt')
    setIsBusy(true)
    const answer = await callApi('/api-keys', {
      method: 'POST',
      body: {
        name: given.get('name'),
        scopes: given.getAll('scopes'),
        ...(until && { expiresAt: new Date(`${String(until)}T23:59:59`).toISOString() }),
      },
    })
    setIsBusy(false)
    if (!answer.isOk) return void toast.error(answer.message ?? say('apiKeys:failed'))
    if (isMadeKey(answer.body)) setMade(answer.body)
    form.reset()
    router.refresh()
  }
  return (
    <details className="galley-card galley-invite" id="galley-new-api-key">
      <summary>{say('apiKeys:make')}</summary>
      <p>{say('apiKeys:makeHint')}</p>
      <form onSubmit={(event) => void make(event)} className="galley-invite__form">
        <label htmlFor={`${id}-name`}>{say('apiKeys:name')}</label>
        <input className="galley-input" id={`${id}-name`} name="name" required maxLength={200} />
        <fieldset>
          <legend>{say('apiKeys:may')}</legend>
          {SCOPES.map((scope) => (
            <div key={scope}>
              <input
                type="checkbox"
                id={`${id}-${scope}`}
                name="scopes"
                value={scope}
                defaultChecked={scope === 'read-published'}
              />{' '}
              <label htmlFor={`${id}-${scope}`}>{say(`apiKeys:${scope}`)}</label>
            </div>
          ))}
        </fieldset>
        <label htmlFor={`${id}-until`}>{say('apiKeys:until')}</label>
        <input className="galley-input" id={`${id}-until`} name="expiresAt" type="date" />
        <Button type="submit" margin={false} size="small" disabled={isBusy}>
          {say('apiKeys:makeDo')}
        </Button>
      </form>
      {made && <KeyShown made={made} />}
    </details>
  )
}
