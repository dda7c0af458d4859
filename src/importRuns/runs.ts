import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, Where } from 'payload'
import { announceCutRun, isAlive, thisProcess } from '../importer/runRecord'
import type { Import } from '../payload-types'
import { importSettings } from './settings'

export type RunStatus = Import['status']
export type RunAction = 'plan' | 'write' | 'undo'

/** What the panel asks of a run: from which states, and in which state it is meanwhile. */
export const ACTIONS: Record<RunAction, { from: RunStatus[]; during: RunStatus }> = {
  plan: { from: ['planning'], during: 'planning' },
  write: { from: ['planned', 'failed', 'finished'], during: 'running' },
  undo: { from: ['finished', 'failed'], during: 'undoing' },
}

/** States in which a process works on a run, or is about to. */
export const AT_WORK: RunStatus[] = ['planning', 'running', 'undoing']

/** Queue of its own: an import may take an hour, and schedules must not wait for it. */
export const IMPORT_QUEUE = 'imports'

/**
 * Changes a run if it is in one of the states, and says whether it was: of two who ask at once, one alone gets it.
 */
export const changeRun = async (
  payload: Payload,
  {
    id,
    from,
    where,
    data,
  }: { id: string; from: RunStatus[]; where?: Where; data: Partial<Import> },
): Promise<boolean> => {
  const changed = await payload.db.updateOne({
    collection: 'imports',
    where: { and: [{ id: { equals: id } }, { status: { in: from } }, ...(where ? [where] : [])] },
    data: { ...data, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })
  return Boolean(changed)
}

/** Puts work on a run into the queue. */
export const queueRun = async (
  payload: Payload,
  input: { run: string; action: RunAction; user?: string },
): Promise<void> => {
  await payload.jobs.queue({ task: 'importRun', queue: IMPORT_QUEUE, input })
}

/** The folder of a dropped archive: the zip, and `files/` with what was in it. */
export const workFolder = (id: string): string => path.join(importSettings().workDir, id)

/** Removes the files of a dropped archive. */
export const removeFiles = (id: string): Promise<void> =>
  rm(workFolder(id), { recursive: true, force: true, maxRetries: 3 })

/** Notes on runs whose process is gone that they broke off, so that they can be resumed. */
export const markCutRuns = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { and: [{ status: { in: AT_WORK } }, { process: { exists: true } }] },
    select: { process: true, status: true, updatedAt: true },
    depth: 0,
    pagination: false,
  })
  for (const run of docs) {
    if (run.process === thisProcess() || isAlive(run)) continue
    await markCut(payload, { id: run.id, process: run.process })
  }
}

/** Notes that a run broke off, unless another process has taken it up meanwhile. */
export const markCut = async (
  payload: Payload,
  { id, process }: { id: string; process?: string | null },
): Promise<void> => {
  await changeRun(payload, {
    id,
    from: AT_WORK,
    where: process ? { process: { equals: process } } : undefined,
    data: {
      status: 'failed',
      process: null,
      failure: { code: 'import-cut' },
      finishedAt: new Date().toISOString(),
    },
  })
  announceCutRun(payload)
}
