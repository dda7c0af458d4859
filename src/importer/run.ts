import path from 'node:path'
import type { Payload, TypedUser } from 'payload'
import { scanAssets } from './assets'
import type { Archive } from './archive'
import { openBulkDatabase, type BulkDatabase } from './database'
import { buildLinkIndex } from './links'
import { openMediaStore } from './mediaStore'
import type { ImportOptions } from './options'
import { makePlan, type Plan } from './plan'
import { trashGone } from './prune'
import { findArchives, readingSettings, surveyArchives } from './readArchives'
import {
  count,
  editedSinceImport,
  emptyReport,
  sortProblems,
  uncount,
  type FileProblem,
  type Report,
} from './report'
import { retryPictures } from './retryPictures'
import { openRunRecord, type RunRecord } from './runRecord'
import { openTerms } from './terms'
import type { Surroundings } from './toArticle'
import { openWorkers, type Workers } from './workers'
import { isWritten, writeArticles } from './writeArticles'

/** What a run tells while it goes: the stage, how many files of it are done, of how many, and problems by code. */
export type Progress = {
  stage: 'read' | 'write'
  done: number
  total: number
  problems: ReadonlyMap<string, number>
}

type Run = {
  payload: Payload
  database: BulkDatabase
  archiveName: string
  options: ImportOptions
  user?: TypedUser
  report: Report
  /** Problems so far, by code. */
  codes: Map<string, number>
  record?: RunRecord
  onPlan: (plan: Plan) => void | Promise<void>
  onProgress: (progress: Progress) => void
}

/**
 * Imports one folder: scan, survey, plan, write, report. Files that can't be imported become problems of the report; the
 * rest goes on. Run again, it takes up where it was stopped, and changes nothing that hasn't changed.
 * @param user who started it, as the activity log names them; undefined for the command line
 * @param record where the run is kept, when whoever started it has opened its document already
 * @throws what the file system or database throws when the folder can't be read or the database is gone
 */
export const runImport = async ({
  payload,
  root,
  options,
  user,
  record: given,
  onPlan = () => undefined,
  onProgress = () => undefined,
}: {
  payload: Payload
  root: string
  options: ImportOptions
  user?: TypedUser
  record?: RunRecord
  onPlan?: (plan: Plan) => void | Promise<void>
  onProgress?: (progress: Progress) => void
}): Promise<Report> => {
  const report = emptyReport(options.dryRun)
  const archiveName = path.basename(path.resolve(root))
  const database = openBulkDatabase(payload)
  const record = options.dryRun
    ? undefined
    : (given ?? (await openRunRecord({ payload, title: archiveName, options, user })))
  const codes = new Map<string, number>()
  const common = { payload, database, archiveName, options, user, report }
  const run: Run = { ...common, codes, record, onPlan, onProgress }
  try {
    await importArchives(run, root)
    sortProblems(report)
    await record?.finish(report, 'finished')
    return report
  } catch (error) {
    await record?.finish(report, 'failed')
    throw error
  }
}

const importArchives = async (run: Run, root: string): Promise<void> => {
  const { report, options } = run
  const found = await timed(report, 'scan', () => findArchives(root, options))
  const { archives } = found
  note(run, found.problems)
  for (const { folder, dialect, reasons, content } of archives) {
    report.archives.push({ folder, dialect, reasons, files: content.length })
  }
  const workers = openWorkers(readingSettings(archives, options), found.files)
  try {
    const plan = await planRun({ run, archives, workers, total: found.files })
    countPlan(plan, run)
    await run.onPlan(plan)
    if (options.dryRun) return
    await timed(report, 'write', async () => {
      const undo = await run.database.prepare()
      try {
        await writePlan({ run, plan, archives, workers })
        if (options.prune) await trashGone({ ...run, run: run.record?.id, gone: plan.gone })
      } finally {
        await undo()
      }
    })
  } finally {
    await workers.close()
  }
}

const planRun = async ({
  run,
  archives,
  workers,
  total,
}: {
  run: Run
  archives: readonly Archive[]
  workers: Workers
  total: number
}): Promise<Plan> => {
  const { database, archiveName, options, report, codes, onProgress } = run
  const state = await timed(report, 'plan', () => database.readState(archiveName))
  const known = options.resume ? state.articles.filter(({ isTrashed }) => !isTrashed) : []
  let done = 0
  const { files, failed } = await timed(report, 'read', () =>
    surveyArchives({
      archives,
      workers,
      stored: new Map(known.map((article) => [article.path, article])),
      onFiles: (number, met) => {
        done += number
        note(run, met)
        onProgress({ stage: 'read', done, total, problems: codes })
      },
    }),
  )
  for (const failedPath of failed) count(report, 'failed', failedPath)
  return timed(report, 'plan', async () =>
    makePlan({ state, surveyed: files, failed, archiveName, database: database.name, options }),
  )
}

const countPlan = (plan: Plan, run: Run): void => {
  const { report } = run
  for (const { surveyed, outcome, slug, slugTaken } of plan.files) {
    const { path: file } = surveyed.file
    count(report, outcome, file)
    if (outcome === 'conflict') note(run, [editedSinceImport(file)])
    if (slugTaken && outcome === 'new') {
      note(run, [
        {
          path: file,
          code: 'slug-taken',
          message: `Another article of its language has the slug "${slugTaken}"; this one got "${slug}".`,
        },
      ])
    }
  }
  for (const { path: gonePath } of plan.gone) count(report, 'gone', gonePath)
}

const writePlan = async ({
  run,
  plan,
  archives,
  workers,
}: {
  run: Run
  plan: Plan
  archives: readonly Archive[]
  workers: Workers
}): Promise<void> => {
  const { payload, options, report, archiveName, onProgress } = run
  const { assets, problems } = await scanAssets(options.assets)
  note(run, problems)
  const baseUrls = [options.baseUrl, ...archives.map(({ site }) => site.baseUrl)]
  const links = buildLinkIndex({ files: plan.files, baseUrls })
  const surroundings: Surroundings = {
    archiveName,
    run: run.record?.id,
    options,
    links,
    media: openMediaStore({ payload, options, assets, links }),
    terms: openTerms(run),
  }
  const { media } = surroundings
  const total = plan.files.filter(isWritten).length
  let done = 0
  try {
    await writeArticles({
      ...run,
      files: plan.files,
      archives,
      workers,
      surroundings,
      onBatch: async (written) => {
        for (const { planned, problems: met, result } of written) {
          note(run, met)
          if (result === 'stored') continue
          const { path: file } = planned.surveyed.file
          uncount(report, planned.outcome, file)
          count(report, result, file)
        }
        done += written.length
        onProgress({ stage: 'write', done, total, problems: run.codes })
        await run.record?.beat(report)
      },
    })
    const met: Report['problems'] = []
    await retryPictures({ payload, files: plan.files, media, problems: met, run: run.record?.id })
    note(run, met)
  } finally {
    await media.close()
  }
}

const note = ({ report, codes }: Run, problems: readonly FileProblem[]): void => {
  for (const problem of problems) {
    report.problems.push(problem)
    codes.set(problem.code, (codes.get(problem.code) ?? 0) + 1)
  }
}

const timed = async <Result>(
  report: Report,
  stage: string,
  work: () => Promise<Result>,
): Promise<Result> => {
  const start = performance.now()
  try {
    return await work()
  } finally {
    report.times[stage] = Math.round((report.times[stage] ?? 0) + performance.now() - start)
  }
}
