'use client'
import { useEffect, useState } from 'react'
import { LineIcon } from '../LineIcon'
import { useSay } from '../useSay'
import { PaletteDialog } from './PaletteDialog'

/** The search of the header, which Ctrl-K (Cmd-K) opens on every page. */
export const Palette = () => {
  const say = useSay()
  const [isOpen, setIsOpen] = useState(false)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isCalled = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isCalled || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      setIsOpen((wasOpen) => !wasOpen)
    }
    // Before editors that have a meaning of their own for the keys.
    window.addEventListener('keydown', onKey, { capture: true })
    return () => window.removeEventListener('keydown', onKey, { capture: true })
  }, [])
  return (
    <>
      <button
        type="button"
        id="galley-palette-open"
        className="galley-palette-open"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        title={`${say('finding:open')} (Ctrl K)`}
        onClick={() => setIsOpen(true)}
      >
        <LineIcon path={MAGNIFIER} />
        <span className="galley-hidden">{say('finding:open')}</span>
      </button>
      {isOpen && <PaletteDialog onClose={() => setIsOpen(false)} />}
    </>
  )
}

const MAGNIFIER = 'M16 16l5 5M18 10.5a7.5 7.5 0 1 1-15 0 7.5 7.5 0 0 1 15 0z'
