'use client'
import { useCallback, useEffect, useState } from 'react'
import type { ShownSession } from '../../../collections/security/sessions'
import { callApi } from '../api'

export type OwnSecurity = { isOn: boolean; recoveryCodesLeft: number; sessions: ShownSession[] }

/** Reads how the user of the panel logs in, and where. */
export const useSecurity = () => {
  const [security, setSecurity] = useState<OwnSecurity>()
  const load = useCallback(async () => {
    const answer = await callApi('/security')
    if (answer.isOk && isSecurity(answer.body)) setSecurity(answer.body)
  }, [])
  useEffect(() => {
    const start = setTimeout(() => void load(), 0)
    return () => clearTimeout(start)
  }, [load])
  const setSessions = useCallback(
    (sessions: ShownSession[]) => setSecurity((now) => now && { ...now, sessions }),
    [],
  )
  return { security, load, setSessions }
}

const isSecurity = (body: unknown): body is OwnSecurity =>
  typeof body === 'object' && body !== null && 'sessions' in body && 'isOn' in body
