'use client'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useSay } from '../useSay'

export type Choice = { value: string; label: string }

/** Asks for one of many. The browser's own dialog keeps the focus inside and closes on Escape. */
export const ChooseDialog = ({
  title,
  action,
  choices,
  children,
  isBusy = false,
  onChoose,
  onConfirm,
  onClose,
}: {
  title: string
  action: string
  choices: Choice[]
  /** What is said of the choice before it is confirmed. */
  children?: ReactNode
  isBusy?: boolean
  onChoose?: (value: string) => void
  onConfirm: (value: string) => void
  onClose: () => void
}) => {
  const say = useSay()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [chosen, setChosen] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog className="galley-dialog" ref={dialog} onClose={onClose} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <select
        className="galley-dialog__note"
        aria-labelledby={id}
        value={chosen}
        disabled={isBusy}
        onChange={({ target }) => {
          setChosen(target.value)
          if (target.value) onChoose?.(target.value)
        }}
      >
        <option value="">{say('terms:choose')}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <div role="status">{children}</div>
      <div className="galley-dialog__actions">
        <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()}>
          {say('terms:cancel')}
        </Button>
        <Button
          id="galley-confirm"
          margin={false}
          disabled={!chosen || isBusy}
          onClick={() => onConfirm(chosen)}
        >
          {action}
        </Button>
      </div>
    </dialog>
  )
}
