import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload, TypedUser } from 'payload'
import { importOptions, type ImportOptions } from '../importer/options'
import type { Plan } from '../importer/plan'
import { problemsByCode, type Report } from '../importer/report'
import { runImport } from '../importer/run'
import { MAX_KEPT_PROBLEMS, thisProcess } from '../importer/runRecord'
import { isThere } from '../isThere'
import type { Import } from '../payload-types'
import { addAttempt, countsOf, problemsOf } from './attempts'
import { openProgress, type RunProgress } from './runProgress'
import { ImportRefusal } from './refusal'
import { ACTIONS, AT_WORK, changeRun, removeFiles, workFolder, type RunAction } from './runs'
import { importSettings } from './settings'
import { undoRun } from './undo'
import { unpackZip } from './zip/unpack'

type Work = { payload: Payload; run: Import; user: TypedUser | undefined; progress: RunProgress }

/**
 * Does what is asked of a run and keeps the outcome in its document.
 * @throws what the database throws when it is gone
 */
export const workOn = async ({
  payload,
  run: id,
  action,
  user: userId,
}: {
  payload: Payload
  run: string
  action: string
  user?: string
}): Promise<void> => {
  if (!isAction(action)) throw new Error(`an import knows no ${action}`)
  const { during } = ACTIONS[action]
  const mine = { process: thisProcess(), progress: null, failure: null }
  if (!(await changeRun(payload, { id, from: [during], data: mine }))) return
  const run = await payload.findByID({ collection: 'imports', id, depth: 0 })
  const progress = openProgress(
    (shown) =>
      changeRun(payload, {
        id,
        from: [during],
        where: { process: { equals: thisProcess() } },
        data: { progress: shown },
      }),
    // What is written stays, as after a kill.
    () => process.exit(0),
  )
  const work = { payload, run, user: await userOf(payload, userId), progress }
  try {
    const outcome = await WORK[action](work)
    await progress.close()
    await settle(payload, id, outcome)
    if (outcome.status === 'undone' || hasNothingLeft(outcome)) await removeFiles(id)
  } catch (error) {
    await progress.close()
    await settle(payload, id, { status: 'failed', failure: failureOf(error), ...ended() })
    // Unpacking what was refused again would come to the same.
    if (error instanceof ImportRefusal && action === 'plan') await removeFiles(id)
  }
}

type Outcome = Partial<Import> & { status: Import['status'] }

const plan = async ({ payload, run, user, progress }: Work): Promise<Outcome> => {
  const root = await rootOf(run, progress)
  const options = { ...optionsOf(run), dryRun: true }
  const report = await runImport({ payload, root, options, user, onProgress: progress.show })
  const { counts, samples, archives, times, problems } = report
  // Files that are not there any more are no reason to import.
  const { gone: _gone, ...ofFiles } = counts
  if (Object.values(ofFiles).every((number) => number === 0)) {
    throw new ImportRefusal('import-empty')
  }
  return {
    status: 'planned',
    process: null,
    plan: {
      counts,
      samples,
      archives,
      times,
      problems: Object.fromEntries(problemsByCode(problems)),
    },
    counts,
    problems: problems.slice(0, MAX_KEPT_PROBLEMS),
  }
}

const write = async ({ payload, run, user, progress }: Work): Promise<Outcome> => {
  const root = await rootOf(run, progress)
  // A first attempt finds the problems that its plan has found.
  const before = run.startedWritingAt ? problemsOf(run.problems) : []
  if (!run.startedWritingAt) {
    await changeRun(payload, {
      id: run.id,
      from: ['running'],
      data: { startedWritingAt: new Date().toISOString(), problems: [] },
    })
  }
  let planned: Plan | undefined
  let report: Report | undefined
  const outcomeOf = (kept: Report): Partial<Import> =>
    addAttempt({
      before,
      firstPlan: run.startedWritingAt ? countsOf(run.plan) : undefined,
      report: kept,
      plan: planned,
    })
  await runImport({
    payload,
    root,
    options: optionsOf(run),
    user,
    record: {
      id: run.id,
      beat: async (kept) => {
        const { counts } = outcomeOf(kept)
        await changeRun(payload, { id: run.id, from: ['running'], data: { counts } })
      },
      finish: async (kept, status) => {
        report = kept
        // What was met until it broke off is worth reading.
        if (status === 'failed') {
          await changeRun(payload, { id: run.id, from: ['running'], data: outcomeOf(kept) })
        }
      },
    },
    onPlan: (made) => {
      planned = made
    },
    onProgress: progress.show,
  })
  if (!report) throw new Error('the run has not come to its end')
  return { ...outcomeOf(report), status: 'finished', ...ended() }
}

const undo = async ({ payload, run, user, progress }: Work): Promise<Outcome> => {
  const undone = await undoRun({ payload, run: run.id, user, onProgress: progress.show })
  return { status: 'undone', undo: undone, ...ended() }
}

const WORK: Record<RunAction, (work: Work) => Promise<Outcome>> = { plan, write, undo }

const isAction = (action: string): action is RunAction => action in ACTIONS

const ended = () => ({ finishedAt: new Date().toISOString(), progress: null, process: null })

const settle = async (payload: Payload, id: string, data: Outcome): Promise<void> => {
  await changeRun(payload, {
    id,
    from: AT_WORK,
    where: { process: { equals: thisProcess() } },
    data,
  })
}

const hasNothingLeft = ({ status, counts, problems }: Outcome): boolean =>
  status === 'finished' && !counts?.failed && problemsOf(problems).length === 0

const userOf = async (payload: Payload, id: string | undefined): Promise<TypedUser | undefined> => {
  if (!id) return undefined
  const user = await payload.findByID({ collection: 'users', id, depth: 0, disableErrors: true })
  return user ? { ...user, collection: 'users' } : undefined
}

const optionsOf = ({ options }: Import): ImportOptions => importOptions.parse(options ?? {})

/** The folder to import; a dropped zip is unpacked first. */
const rootOf = async (run: Import, progress: RunProgress): Promise<string> => {
  if (run.origin === 'folder' && run.folder) return existing(run.folder)
  if (run.origin !== 'upload') throw new ImportRefusal('import-files-missing')
  const folder = workFolder(run.id)
  const root = path.join(folder, 'files', run.title)
  const zip = path.join(folder, 'upload.zip')
  if (!(await isThere(zip))) return existing(root)
  const unfinished = path.join(folder, 'unpacking')
  await rm(unfinished, { recursive: true, force: true })
  await mkdir(unfinished, { recursive: true })
  await unpackZip({
    file: zip,
    into: unfinished,
    settings: importSettings(),
    onFile: (done, total) =>
      progress.showNow({ stage: 'unpack', done, total, problems: new Map() }),
  })
  await mkdir(path.dirname(root), { recursive: true })
  await rename(unfinished, root)
  await rm(zip)
  return root
}

const existing = async (folder: string): Promise<string> => {
  if (await isThere(folder)) return folder
  throw new ImportRefusal('import-files-missing')
}

const failureOf = (error: unknown) =>
  error instanceof ImportRefusal
    ? { code: error.code, subject: error.subject ?? null }
    : { code: 'import-failed', subject: error instanceof Error ? error.message : String(error) }
