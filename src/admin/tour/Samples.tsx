'use client'
import { Button, toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'

/** Takes the sample content away, for who has seen enough of it. */
export const Samples = ({ count }: { count: number }) => {
  const say = useSay()
  const router = useRouter()
  const [isBusy, setIsBusy] = useState(false)
  const remove = async (): Promise<void> => {
    setIsBusy(true)
    const answer = await callApi('/sample-content', { method: 'DELETE' })
    setIsBusy(false)
    if (!answer.isOk) return void toast.error(answer.message ?? say('security:failed'))
    const removed = isRemoved(answer.body) ? answer.body.removed : 0
    toast.success(say('tour:samplesRemoved', { count: removed }))
    router.refresh()
  }
  return (
    <div className="galley-card galley-samples">
      <span>{say('tour:samples', { count })}</span>
      <Button
        id="galley-remove-samples"
        margin={false}
        size="small"
        buttonStyle="secondary"
        disabled={isBusy}
        onClick={() => void remove()}
      >
        {say('tour:removeSamples')}
      </Button>
    </div>
  )
}

const isRemoved = (body: unknown): body is { removed: number } =>
  typeof body === 'object' && body !== null && 'removed' in body && typeof body.removed === 'number'
