'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { useSay } from '../useSay'

/** Asks before something that is not taken back easily. */
export const ConfirmDialog = ({
  title,
  text,
  confirm,
  onConfirm,
  onClose,
}: {
  title: string
  text: string
  confirm: string
  onConfirm: () => void
  onClose: () => void
}) => {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="galley-dialog" ref={dialog} onClose={onClose} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <p>{text}</p>
      <div className="galley-dialog__actions">
        <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
          {say('imports:cancel')}
        </Button>
        <Button id="galley-confirm" margin={false} onClick={onConfirm}>
          {confirm}
        </Button>
      </div>
    </dialog>
  )
}
