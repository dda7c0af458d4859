import os from 'node:os'
import type { Payload, TypedUser } from 'payload'
import { personOf } from '../../collections/access/roles'
import { announceChanges } from '../changes/feed'
import type { ImportOptions } from './options'
import type { Report } from './report'

/** The document of a run in `imports`. */
export type RunRecord = {
  id: string
  /** Tells how far the run is; now and then is enough. */
  beat: (report: Report) => Promise<void>
  finish: (report: Report, status: 'finished' | 'failed') => Promise<void>
}

/** The document of a run keeps at most this many problems; the report file has all. */
export const MAX_KEPT_PROBLEMS = 5000

const BEAT_MS = 10_000

/** A run of another machine that has not been heard of for so long is taken for broken off. */
const SILENT_MS = 5 * 60_000

/** Opens the record of a run, and marks runs that were killed as broken off. */
export const openRunRecord = async ({
  payload,
  title,
  options,
  user,
}: {
  payload: Payload
  title: string
  options: ImportOptions
  user?: TypedUser
}): Promise<RunRecord> => {
  await markBrokenOff(payload)
  const { id } = await payload.create({
    collection: 'imports',
    data: {
      title,
      status: 'running',
      startedAt: new Date().toISOString(),
      startedBy: personOf({ user })?.email ?? os.userInfo().username,
      process: thisProcess(),
      options: { ...options },
    },
    depth: 0,
  })
  let lastBeat = Date.now()
  return {
    id,
    beat: async ({ counts }) => {
      if (Date.now() - lastBeat < BEAT_MS) return
      lastBeat = Date.now()
      await payload.update({ collection: 'imports', id, data: { counts }, depth: 0, select: {} })
    },
    finish: async ({ counts, problems }, status) => {
      await payload.update({
        collection: 'imports',
        id,
        data: {
          status,
          counts,
          problems: problems.slice(0, MAX_KEPT_PROBLEMS),
          finishedAt: new Date().toISOString(),
        },
        depth: 0,
        select: {},
      })
    },
  }
}

const markBrokenOff = async (payload: Payload): Promise<void> => {
  const { docs } = await payload.find({
    collection: 'imports',
    where: { status: { equals: 'running' } },
    select: { process: true, updatedAt: true },
    depth: 0,
    pagination: false,
  })
  const broken = docs.filter((run) => !isAlive(run)).map(({ id }) => id)
  if (broken.length === 0) return
  await payload.update({
    collection: 'imports',
    where: { id: { in: broken } },
    data: { status: 'failed', finishedAt: new Date().toISOString() },
    depth: 0,
    select: {},
  })
  announceCutRun(payload)
}

/**
 * Tells whoever keeps something made from what a run writes that all of it may have changed: a run that was killed may not
 * have come to tell of the last thing that it stored.
 */
export const announceCutRun = (payload: Payload): void =>
  announceChanges(
    payload,
    WRITTEN.map((collection) => ({ collection, ids: 'all' })),
  )

const WRITTEN = ['articles', 'categories', 'tags', 'authors', 'media', 'redirects'] as const

/** Host and process, by which others see whether a run was killed. */
export const thisProcess = (): string => `${os.hostname()}:${process.pid}`

/** Whether the process that works on a run is still there. */
export const isAlive = ({
  process: name,
  updatedAt,
}: {
  process?: string | null
  updatedAt: string
}) => {
  const [, host, pid] = /^(.*):(\d+)$/.exec(name ?? '') ?? []
  if (host === os.hostname()) return Number(pid) !== process.pid && isRunning(Number(pid))
  return Date.now() - Date.parse(updatedAt) < SILENT_MS
}

const isRunning = (pid: number): boolean => {
  try {
    // Signal 0 asks whether the process is there.
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
