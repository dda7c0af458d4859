'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import type { Move } from '../../../collections/workflow/moves'
import { useSay } from '../useSay'

/** Asks for the note of a move that needs one. The browser's own dialog keeps the focus inside and closes on Escape. */
export const NoteDialog = ({
  move,
  onConfirm,
  onClose,
}: {
  move: Move
  onConfirm: (note: string) => void
  onClose: () => void
}) => {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [note, setNote] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      className="galley-dialog"
      ref={dialog}
      onClose={onClose}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{say(`workflow:${move.name}`)}</h2>
      <label htmlFor={`${id}-note`}>{say('workflow:noteLabel')}</label>
      <textarea
        id={`${id}-note`}
        className="galley-dialog__note"
        rows={5}
        maxLength={5000}
        value={note}
        onChange={({ target }) => setNote(target.value)}
        aria-describedby={`${id}-hint`}
      />
      <p id={`${id}-hint`}>{say('workflow:noteHint')}</p>
      <div className="galley-dialog__actions">
        <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
          {say('workflow:cancel')}
        </Button>
        <Button
          id="galley-send-note"
          disabled={!note.trim()}
          margin={false}
          onClick={() => onConfirm(note.trim())}
        >
          {say(`workflow:${move.name}`)}
        </Button>
      </div>
    </dialog>
  )
}
