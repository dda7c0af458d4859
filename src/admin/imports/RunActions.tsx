'use client'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { ConfirmDialog } from './ConfirmDialog'
import { isAtWork, type ShownRun } from './useRun'

type Action = 'start' | 'plan' | 'stop' | 'undo'

/** What may be done with a run in the state that it is in. */
export const RunActions = ({ run, onDone }: { run: ShownRun; onDone: () => Promise<void> }) => {
  const say = useSay()
  const [isBusy, setIsBusy] = useState(false)
  const [isAsking, setIsAsking] = useState(false)
  const act = async (action: Action): Promise<void> => {
    setIsBusy(true)
    const answer = await callApi(`/import-runs/${run.id}/${action}`, { method: 'POST' })
    if (!answer.isOk) toast.error(answer.message ?? say('imports:actionFailed'))
    await onDone()
    setIsBusy(false)
  }
  const { status, hasFiles } = run
  const hasBegun = Boolean(run.startedWritingAt) || run.origin === 'command'
  const isOver = status === 'finished' || status === 'failed'
  const button = (action: Action, text: string, isMain = false) => (
    <Button
      key={action}
      id={`galley-import-${action}`}
      margin={false}
      disabled={isBusy}
      buttonStyle={isMain ? 'primary' : 'secondary'}
      onClick={() => (action === 'undo' ? setIsAsking(true) : void act(action))}
    >
      {text}
    </Button>
  )
  const buttons = [
    status === 'planned' && button('start', say('imports:start'), true),
    status === 'failed' && hasFiles && hasBegun && button('start', say('imports:resume'), true),
    status === 'finished' && hasFiles && button('start', say('imports:retry')),
    !hasBegun &&
      hasFiles &&
      (status === 'planned' || status === 'failed') &&
      button('plan', say('imports:planAgain')),
    isAtWork(run) && button('stop', say('imports:stop')),
    isOver && hasBegun && button('undo', say('imports:undo')),
  ].filter(Boolean)
  if (buttons.length === 0) return null
  return (
    <div className="galley-import__actions">
      {buttons}
      {isAsking && (
        <ConfirmDialog
          title={say('imports:undo')}
          text={say('imports:undoAsk')}
          confirm={say('imports:undoDo')}
          onConfirm={() => {
            setIsAsking(false)
            void act('undo')
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  )
}
