'use client'
import { useCallback, useEffect, useState } from 'react'
import type { Counts, Report } from '../../importer/report'
import type { ShownProgress } from '../../importRuns/runProgress'
import type { Undone } from '../../importRuns/undo'
import { callApi } from '../api'

/** A run as `/api/import-runs/:id` answers it. */
export type ShownRun = {
  id: string
  title: string
  status: 'planning' | 'planned' | 'running' | 'finished' | 'failed' | 'undoing' | 'undone'
  origin: 'command' | 'upload' | 'folder'
  counts?: Partial<Counts>
  plan?: Pick<Report, 'counts' | 'samples' | 'archives'> & { problems: Record<string, number> }
  progress?: ShownProgress | null
  failure?: { code: string; subject?: string | null } | null
  undo?: Undone | null
  startedWritingAt?: string | null
  hasFiles: boolean
}

const EVERY_MS = 1000

/** Whether a process works on the run, or is about to. */
export const isAtWork = ({ status }: Pick<ShownRun, 'status'>): boolean =>
  ['planning', 'running', 'undoing'].includes(status)

/** Reads a run, again each second while something happens to it. */
export const useRun = (id: string | undefined) => {
  const [run, setRun] = useState<ShownRun>()
  const [hasFailed, setHasFailed] = useState(false)
  const load = useCallback(async () => {
    if (!id) return
    const answer = await callApi(`/import-runs/${id}`)
    const read = answer.isOk && isRun(answer.body) ? answer.body : undefined
    setHasFailed(!read)
    if (read) setRun(read)
  }, [id])
  const isBusy = !run || isAtWork(run)
  useEffect(() => {
    const first = setTimeout(() => void load(), 0)
    const timer = isBusy ? setInterval(() => void load(), EVERY_MS) : undefined
    return () => {
      clearTimeout(first)
      clearInterval(timer)
    }
  }, [load, isBusy])
  return { run, load, hasFailed }
}

const isRun = (body: unknown): body is ShownRun =>
  typeof body === 'object' && body !== null && 'status' in body && 'hasFiles' in body
