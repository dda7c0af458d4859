'use client'
import { useEffect, useState } from 'react'
import { callApi } from '../api'
import type { Found } from './findEverywhere'

const ASK_AFTER_MS = 150

/** What the server finds, asked for when the typing pauses; an answer that comes too late is dropped. */
export const useFound = (q: string): { found: Found[]; isAsking: boolean } => {
  const [answer, setAnswer] = useState<{ q: string; found: Found[] }>()
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(
      async () => {
        const answered = await callApi(`/palette?q=${encodeURIComponent(q)}`)
        if (isWanted) setAnswer({ q, found: answered.isOk ? foundIn(answered.body) : [] })
      },
      q ? ASK_AFTER_MS : 0,
    )
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [q])
  return { found: answer?.found ?? [], isAsking: answer?.q !== q }
}

const foundIn = (body: unknown): Found[] =>
  typeof body === 'object' && body !== null && 'docs' in body && Array.isArray(body.docs)
    ? body.docs
    : []
