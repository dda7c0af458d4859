'use client'
import { Button, toast, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'

/** Ends a key for good, at the second press. */
export const RevokeApiKey = () => {
  const say = useSay()
  const router = useRouter()
  const { id, savedDocumentData } = useDocumentInfo()
  const [isSure, setIsSure] = useState(false)
  const [isRevoked, setIsRevoked] = useState(false)
  if (!id) return null
  if (isRevoked || savedDocumentData?.revokedAt)
    return <p role="status">{say('apiKeys:revoked')}</p>
  const revoke = async (): Promise<void> => {
    const address = `/api-keys/${encodeURIComponent(String(id))}/revoke`
    const answer = await callApi(address, { method: 'POST' })
    setIsSure(false)
    if (!answer.isOk) return void toast.error(answer.message ?? say('apiKeys:failed'))
    setIsRevoked(true)
    router.refresh()
  }
  return (
    <div className="galley-card">
      <p>{say('apiKeys:revokeHint')}</p>
      <Button
        buttonStyle={isSure ? 'error' : 'secondary'}
        margin={false}
        onClick={() => (isSure ? void revoke() : setIsSure(true))}
      >
        {say(isSure ? 'apiKeys:revokeSure' : 'apiKeys:revoke')}
      </Button>
    </div>
  )
}
