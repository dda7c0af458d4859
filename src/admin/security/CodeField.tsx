'use client'
import { useEffect, useId, useState } from 'react'
import { useSay } from '../useSay'
import { CodeInput } from './CodeInput'

/** The code waits in a cookie that goes along with a login alone: Payload's form has no field for it. */
const COOKIE = 'galley-code'
const PLACE = 'path=/api/users; samesite=strict'
const SECONDS = 120

export const CodeField = () => {
  const say = useSay()
  const id = useId()
  const [code, setCode] = useState('')
  useEffect(() => {
    const value = encodeURIComponent(code.trim())
    document.cookie = `${COOKIE}=${value}; ${PLACE}; max-age=${code.trim() ? SECONDS : 0}`
    return () => {
      document.cookie = `${COOKIE}=; ${PLACE}; max-age=0`
    }
  }, [code])
  return (
    <details>
      <summary>{say('security:codeField')}</summary>
      <label htmlFor={id}>{say('security:codeHint')}</label>
      <CodeInput id={id} code={code} onCode={setCode} />
    </details>
  )
}
