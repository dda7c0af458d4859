'use client'
import { usePathname } from 'next/navigation'
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { CodeField } from './CodeField'

const FORM = '.reset-password__wrap form .inputWrap'

/** Puts the code of a second factor into the form for a new password: Payload's page has no place for parts of ours. */
export const ResetCode = ({ children }: { children: ReactNode }) => {
  const isReset = usePathname().startsWith('/admin/reset/')
  return (
    <>
      {children}
      {isReset && <CodeInForm />}
    </>
  )
}

const CodeInForm = () => {
  const [place, setPlace] = useState<HTMLElement>()
  useEffect(() => {
    const own = document.createElement('div')
    own.className = 'galley-login-help'
    // The form comes with the page, or a moment after it.
    const put = (): boolean => {
      const form = document.querySelector(FORM)
      form?.append(own)
      if (form) setPlace(own)
      return form !== null
    }
    const watcher = new MutationObserver(() => put() && watcher.disconnect())
    if (!put()) watcher.observe(document.body, { childList: true, subtree: true })
    return () => {
      watcher.disconnect()
      own.remove()
    }
  }, [])
  return place ? createPortal(<CodeField />, place) : null
}
