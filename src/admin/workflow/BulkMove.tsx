'use client'
import { Button, toast, useAuth, useSelection } from '@payloadcms/ui'
import { usePathname, useRouter } from 'next/navigation'
import { useState } from 'react'
import type { Role } from '../../../collections/access/roles'
import { MOVES, STAGES, type Move, type Stage } from '../../../collections/workflow/moves'
import { callApi, type ApiAnswer } from '../api'
import { useSay } from '../useSay'
import { NoteDialog } from './NoteDialog'

/** Moves all selected articles of the list. The server refuses those whose stage doesn't allow it, and says so. */
export const BulkMove = () => {
  const say = useSay()
  const router = useRouter()
  const pathname = usePathname()
  const { count, getQueryParams } = useSelection()
  const { user } = useAuth<{ id: string; role?: Role; collection: string }>()
  const [asked, setAsked] = useState<Move>()
  const [isBusy, setIsBusy] = useState(false)
  const role = user?.role
  // What is in the trash is restored before it is worked on.
  if (count === 0 || !role || pathname.endsWith('/trash')) return null
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
    const { moved, refusals } = outcomeOf(answer)
    if (moved > 0) {
      toast.success(say('workflow:movedMany', { count: moved, stage: say(`workflow:${to}`) }))
    }
    for (const [reason, refused] of refusals) {
      toast.error(say('workflow:failedMany', { count: refused, reason }))
    }
    if (moved === 0 && refusals.size === 0) {
      const reason = (!answer.isOk && answer.message) || say('workflow:failed')
      toast.error(say('workflow:failedMany', { count, reason }))
    }
    // It would end the selection, which is still of use where nothing was moved.
    if (moved > 0) router.refresh()
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

/** How many were moved, and how many were refused for which reason: the answer to a change in bulk tells of each document. */
const outcomeOf = ({ body }: ApiAnswer): { moved: number; refusals: Map<string, number> } => {
  const refusals = new Map<string, number>()
  for (const error of listIn(body, 'errors')) {
    const { message } = error
    if (typeof message === 'string' && 'id' in error) {
      refusals.set(message, (refusals.get(message) ?? 0) + 1)
    }
  }
  return { moved: listIn(body, 'docs').length, refusals }
}

const listIn = (body: unknown, name: 'docs' | 'errors'): { message?: unknown }[] => {
  if (typeof body !== 'object' || body === null) return []
  const list: unknown = Object.entries(body).find(([key]) => key === name)?.[1]
  return Array.isArray(list) ? list : []
}
