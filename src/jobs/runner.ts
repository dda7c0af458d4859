import { createLocalReq, type Payload, type Where } from 'payload'
import { notify } from '../../collections/workflow/notify'
import type { PayloadJob } from '../payload-types'
import { IMPORT_QUEUE, markCutRuns } from '../importRuns/runs'
import { stopImports } from './importRun'
import { notePulse } from './pulse'
import { scheduledArticle } from './scheduledArticle'

const LOOK_EVERY_MS = 15_000
/** Jobs of these tasks are short: one that is at work for longer was broken off by a stop of its server. */
const SHORT_TASKS = [
  'schedulePublish',
  'mailNotification',
  'checkMedia',
  'deliverWebhook',
  'purgeActivity',
  'purgeImports',
] as const
const IMPORT_LOOK_EVERY_MS = 2000
const MEND_EVERY_MS = 30_000
const BROKEN_OFF_AFTER_MS = 10 * 60_000
const MOST_AT_ONCE = 100

export type JobRunner = { stop: () => Promise<void> }

/**
 * Runs due jobs now (what was missed while no server ran) and then every quarter of a minute. Payload's own runner runs a
 * job once on each instance; here an instance claims a job first, by compare-and-set on `processing`, so that one
 * alone runs it. Jobs run one after another, in the order of their time.
 */
export const startJobRunner = (payload: Payload): JobRunner => {
  let work = Promise.resolve()
  let isStopped = false
  const look = (): void => {
    work = work.then(async () => {
      if (!isStopped) await runDueJobs(payload, () => isStopped)
    })
  }
  look()
  const timer = setInterval(look, LOOK_EVERY_MS)
  return {
    stop: () => {
      isStopped = true
      clearInterval(timer)
      return work
    },
  }
}

/** One look: queues what is due by its own plan, frees what was broken off, and runs what this instance can claim. */
export const runDueJobs = async (
  payload: Payload,
  isStopped: () => boolean = () => false,
): Promise<number> => {
  let ran = 0
  try {
    await notePulse(payload)
    await payload.jobs.handleSchedules({ queue: 'default' })
    await freeBrokenOff(payload)
    for (const id of await dueJobs(payload)) {
      if (isStopped()) break
      if (!(await claim(payload, id))) continue
      await payload.jobs.runByID({ id, silent: true })
      await tellOfFailure(payload, id)
      ran += 1
    }
  } catch (error) {
    payload.logger.error(
      { err: error },
      'jobs-failed: scheduled jobs could not be run; they are tried again',
    )
  }
  return ran
}

const waitingIn = (queue: string): Where[] => [
  { completedAt: { exists: false } },
  { hasError: { not_equals: true } },
  { queue: { equals: queue } },
]

/**
 * Runs imports, one after another, beside the other jobs: one may take an hour. Looks every other second, since somebody
 * waits for it in the panel.
 */
export const startImportRunner = (payload: Payload): JobRunner => {
  let work = Promise.resolve()
  let isLooking = false
  let isStopped = false
  const look = (): void => {
    if (isLooking || isStopped) return
    isLooking = true
    work = runDueImports(payload, () => isStopped).then(() => {
      isLooking = false
    })
  }
  const mend = (): void => {
    markCutRuns(payload).catch((error: unknown) => {
      payload.logger.error({ err: error }, 'imports-unread: imports could not be looked at')
    })
  }
  mend()
  look()
  const timers = [setInterval(look, IMPORT_LOOK_EVERY_MS), setInterval(mend, MEND_EVERY_MS)]
  return {
    stop: () => {
      isStopped = true
      for (const timer of timers) clearInterval(timer)
      stopImports()
      return work
    },
  }
}

/** Runs the imports that wait now. */
export const runDueImports = async (
  payload: Payload,
  isStopped: () => boolean = () => false,
): Promise<void> => {
  try {
    for (const id of await dueJobs(payload, IMPORT_QUEUE)) {
      if (isStopped()) break
      if (await claim(payload, id, IMPORT_QUEUE)) {
        await payload.jobs.runByID({ id, silent: true })
      }
    }
  } catch (error) {
    payload.logger.error({ err: error }, 'imports-failed: imports could not be run')
  }
}

const dueJobs = async (payload: Payload, queue = 'default'): Promise<string[]> => {
  const now = new Date().toISOString()
  const isDue: Where = {
    or: [{ waitUntil: { exists: false } }, { waitUntil: { less_than_equal: now } }],
  }
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'payload-jobs',
    where: { and: [...waitingIn(queue), { processing: { equals: false } }, isDue] },
    sort: ['waitUntil', 'createdAt'],
    limit: MOST_AT_ONCE,
    pagination: false,
    select: { waitUntil: true },
  })
  return docs.map(({ id }) => id)
}

const claim = async (payload: Payload, id: string, queue = 'default'): Promise<boolean> => {
  const claimed = await payload.db.updateOne({
    collection: 'payload-jobs',
    // Between its end and its removal a job that is done is not at work either.
    where: {
      and: [{ id: { equals: id } }, { processing: { equals: false } }, ...waitingIn(queue)],
    },
    data: { processing: true, updatedAt: new Date().toISOString() },
    options: { atomic: true },
  })
  return Boolean(claimed)
}

const freeBrokenOff = async (payload: Payload): Promise<void> => {
  const before = new Date(Date.now() - BROKEN_OFF_AFTER_MS).toISOString()
  const where: Where = {
    and: [
      ...waitingIn('default'),
      { processing: { equals: true } },
      { updatedAt: { less_than: before } },
      { taskSlug: { in: [...SHORT_TASKS] } },
    ],
  }
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'payload-jobs',
    where,
    limit: MOST_AT_ONCE,
    pagination: false,
    select: { updatedAt: true },
  })
  for (const { id } of docs) {
    await payload.db.updateOne({
      collection: 'payload-jobs',
      where: { and: [{ id: { equals: id } }, { updatedAt: { less_than: before } }] },
      data: { processing: false, updatedAt: new Date().toISOString() },
      options: { atomic: true },
    })
  }
}

/** Tells whoever has scheduled an article that it failed, and why. */
const tellOfFailure = async (payload: Payload, id: string): Promise<void> => {
  const job = await payload.db.findOne<PayloadJob>({
    collection: 'payload-jobs',
    where: { id: { equals: id } },
  })
  const planned = job?.hasError ? scheduledArticle(job.input) : undefined
  if (!job || !planned?.user) return
  const article = await payload.findByID({
    collection: 'articles',
    id: planned.article,
    draft: true,
    trash: true,
    depth: 0,
    select: { title: true },
    disableErrors: true,
  })
  await notify({
    kind: 'schedule-failed',
    article: { id: planned.article, title: article?.title ?? '' },
    to: [planned.user],
    text: failureOf(job),
    req: await createLocalReq({}, payload),
  })
}

/** The sentence of what was thrown. */
export const failureOf = ({ error }: Pick<PayloadJob, 'error'>): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : ''
