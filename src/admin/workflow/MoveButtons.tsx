'use client'
import {
  Button,
  ChevronIcon,
  Popup,
  PopupList,
  toast,
  useAuth,
  useDocumentInfo,
  useForm,
  useFormFields,
  useFormModified,
} from '@payloadcms/ui'
import { useState } from 'react'
import type { Role } from '../../../collections/access/roles'
import { isStage, movesFor, type Move } from '../../../collections/workflow/moves'
import { callApi } from '../api'
import { useSay } from '../useSay'
import { NoteDialog } from './NoteDialog'

/** The moves that this user may make with this article: the likeliest as a button, the others behind it. */
export const MoveButtons = () => {
  const say = useSay()
  const { id, hasSavePermission, isTrashed } = useDocumentInfo()
  const { user } = useAuth<{ id: string; role?: Role; collection: string }>()
  const stage = useFormFields(([fields]) => fields.stage?.value)
  const saveChanges = useSaveChanges(id)
  const [asked, setAsked] = useState<Move>()
  const [isBusy, setIsBusy] = useState(false)

  if (!id || !hasSavePermission || isTrashed || !user?.role) return null
  const [first, ...others] = movesFor(user.role, isStage(stage) ? stage : 'draft')
  if (!first) return null

  const make = async (move: Move, note?: string): Promise<void> => {
    setAsked(undefined)
    setIsBusy(true)
    const isSaved = await saveChanges()
    const answer = isSaved
      ? await callApi(`/articles/${id}/move`, { method: 'POST', body: { to: move.to, note } })
      : undefined
    if (answer?.isOk) {
      // The whole page: what this user may now do with the article has changed with its stage.
      window.location.reload()
      return
    }
    toast.error(answer?.message ?? say('workflow:failed'))
    setIsBusy(false)
  }
  const start = (move: Move): void => {
    if (move.needsNote) setAsked(move)
    else void make(move)
  }

  return (
    <div className="galley-moves">
      <Button
        id={`galley-move-${first.to}`}
        buttonStyle="secondary"
        size="medium"
        margin={false}
        disabled={isBusy}
        onClick={() => start(first)}
      >
        {say(`workflow:${first.name}`)}
      </Button>
      {others.length > 0 && (
        <Popup
          button={
            <span className="galley-moves__more">
              <span className="galley-hidden">{say('workflow:moreMoves')}</span>
              <ChevronIcon />
            </span>
          }
          id="galley-more-moves"
          disabled={isBusy}
          horizontalAlign="right"
          size="medium"
          render={({ close }) => (
            <PopupList.ButtonGroup>
              {others.map((move) => (
                <PopupList.Button
                  key={move.to}
                  id={`galley-move-${move.to}`}
                  onClick={() => {
                    close()
                    start(move)
                  }}
                >
                  {say(`workflow:${move.name}`)}
                </PopupList.Button>
              ))}
            </PopupList.ButtonGroup>
          )}
        />
      )}
      {asked && (
        <NoteDialog
          move={asked}
          onClose={() => setAsked(undefined)}
          onConfirm={(note) => void make(asked, note)}
        />
      )}
    </div>
  )
}

/** Saves what is not saved yet: after the move this user may have no right to. */
const useSaveChanges = (id: string | number | undefined): (() => Promise<boolean>) => {
  const { submit } = useForm()
  const isModified = useFormModified()
  return async () => {
    if (!isModified) return true
    const outcome = await submit({
      action: `/api/articles/${id}?draft=true&depth=0`,
      method: 'PATCH',
      overrides: { _status: 'draft' },
      skipValidation: true,
    })
    return Boolean(outcome && 'res' in outcome && outcome.res.ok)
  }
}
