'use client'
import { useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useSay } from '../useSay'
import { useEntries, type Entry, type Group } from './useEntries'
import { useFound } from './useFound'

/**
 * A field with a list below it (a combobox): typing finds, the arrows choose, Enter opens, Escape closes. The browser's own
 * dialog keeps the focus inside and gives it back.
 */
export const PaletteDialog = ({ onClose }: { onClose: () => void }) => {
  const say = useSay()
  const id = useId()
  const router = useRouter()
  const { startRouteTransition } = useRouteTransition()
  const dialog = useRef<HTMLDialogElement>(null)
  const [q, setQ] = useState('')
  const [chosen, setChosen] = useState(0)
  const { found, isAsking } = useFound(q.trim())
  const groups = useEntries(q.trim(), found)
  const entries = groups.flatMap((group) => group.entries)
  const active = Math.min(chosen, entries.length - 1)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [active, id])

  const open = ({ href }: Entry): void => {
    dialog.current?.close()
    startRouteTransition(() => router.push(href))
  }
  const onKey = (event: KeyboardEvent): void => {
    // Enter and the arrows also choose among what an input method suggests.
    if (event.nativeEvent.isComposing || entries.length === 0) return
    const to = STEPS[event.key]?.(active, entries.length)
    const entry = event.key === 'Enter' ? entries[active] : undefined
    if (to === undefined && !entry) return
    event.preventDefault()
    if (entry) open(entry)
    else setChosen(to ?? 0)
  }
  return (
    <dialog
      ref={dialog}
      className="galley-dialog galley-palette"
      aria-label={say('finding:open')}
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && dialog.current?.close()}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded={entries.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={entries.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        aria-label={say('finding:open')}
        placeholder={say('finding:placeholder')}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={q}
        onKeyDown={onKey}
        onChange={({ target }) => {
          setQ(target.value)
          setChosen(0)
        }}
      />
      <Listbox id={id} groups={groups} active={active} onOpen={open} onPoint={setChosen} />
      <p className="galley-palette__status" role="status">
        {isAsking ? say('finding:asking') : say('finding:count', { count: entries.length })}
      </p>
    </dialog>
  )
}

const STEPS: Record<string, (at: number, count: number) => number> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  PageDown: (at, count) => Math.min(at + 8, count - 1),
  PageUp: (at) => Math.max(at - 8, 0),
}

const Listbox = ({
  id,
  groups,
  active,
  onOpen,
  onPoint,
}: {
  id: string
  groups: Group[]
  active: number
  onOpen: (entry: Entry) => void
  onPoint: (index: number) => void
}) => {
  const say = useSay()
  let count = 0
  return (
    <div id={`${id}-list`} role="listbox" aria-label={say('finding:results')} tabIndex={-1}>
      {groups.map(({ key, label, entries }) => (
        <div key={key} role="group" aria-label={label}>
          <div className="galley-palette__group" aria-hidden="true">
            {label}
          </div>
          {entries.map((entry) => {
            const index = count++
            return (
              <div
                key={entry.key}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === active}
                className="galley-palette__entry"
                onClick={() => onOpen(entry)}
                onMouseMove={() => onPoint(index)}
              >
                <span>{entry.label}</span>
                {entry.hint && <small>{entry.hint}</small>}
              </div>
            )
          })}
        </div>
      ))}
    </div>
  )
}
