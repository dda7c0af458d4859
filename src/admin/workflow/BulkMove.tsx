'use client'
import { Button, toast, useAuth, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Role } from '../../../collections/access/roles'
import { MOVES, STAGES, type Move, type Stage } from '../../../collections/workflow/moves'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { NoteDialog } from './NoteDialog'

/** Moves all selected articles of the list. The server refuses those whose stage doesn't allow it, and says so. */
export const BulkMove = () => {
  const say = useSay()
  const router = useRouter()
  const { count, getQueryParams } = useSelection()
  const { user } = useAuth<{ id: string; role?: Role; collection: string }>()
  const [asked, setAsked] = useState<Move>()
  const [isBusy, setIsBusy] = useState(false)
  const role = user?.role
  if (count === 0 || !role) return null
  const targets = STAGES.flatMap(
    (to) => MOVES.find((move) => move.to === to && move.roles.includes(role)) ?? [],
  )

  const move = async (to: Stage, stageNote?: string): Promise<void> => {
    setAsked(undefined)
    setIsBusy(true)
    const query = getQueryParams()
    const answer = await callApi(
      `/articles${query}${query.includes('?') ? '&' : '?'}draft=true&depth=0&select[stage]=true`,
      { method: 'PATCH', body: { stage: to, stageNote } },
    )
    setIsBusy(false)
    report(answer.isOk ? 0 : 1, to, answer.isOk ? undefined : answer.message)
    router.refresh()
  }
  const report = (failures: number, to: Stage, reason = say('workflow:failed')): void => {
    if (failures) toast.error(say('workflow:failedMany', { count, reason }))
    else toast.success(say('workflow:movedMany', { count, stage: say(`workflow:${to}`) }))
  }

  return (
    <div className="galley-bulk-move" role="group">
      <span>{say('workflow:moveSelected', { count })}</span>
      {targets.map((target) => (
        <Button
          key={target.to}
          buttonStyle="secondary"
          size="small"
          margin={false}
          disabled={isBusy}
          onClick={() => (target.needsNote ? setAsked(target) : void move(target.to))}
        >
          {say(`workflow:${target.to}`)}
        </Button>
      ))}
      {asked && (
        <NoteDialog
          move={asked}
          onClose={() => setAsked(undefined)}
          onConfirm={(note) => void move(asked.to, note)}
        />
      )}
    </div>
  )
}
