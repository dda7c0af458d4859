import path from 'node:path'
import type { Payload } from 'payload'
import { openArchives, type Archive } from './archive'
import { compileBody } from './compile'
import { buildLinkIndex } from './links'
import { openMediaStore } from './mediaStore'
import type { ImportOptions } from './options'
import { makePlan, type Plan, type PlannedFile } from './plan'
import { writeRedirects } from './redirects'
import { retryPictures } from './retryPictures'
import { count, emptyReport, type FileProblem, type Report } from './report'
import { scan, unreadable, type ScannedFile } from './scan'
import { readArticleFile, survey, type SurveyedFile } from './survey'
import { openTerms } from './terms'
import { toArticle, type Surroundings } from './toArticle'
import { writeArticle } from './write'

/** What a run tells while it goes: the stage, how many files of it are done, of how many. */
export type Progress = { stage: 'read' | 'write'; done: number; total: number }

/** The run's document in `imports` keeps at most this many problems; the report file has all. */
const MAX_KEPT_PROBLEMS = 5000

/**
 * Imports one folder: scan, survey, plan, write, report. Files that can't be imported become problems of the report; the
 * rest goes on. Run again, it takes up where it was stopped, and changes nothing that hasn't changed.
 * @throws what the file system or database throws when the folder can't be read or the database is gone
 */
export const runImport = async ({
  payload,
  root,
  options,
  onProgress = () => undefined,
}: {
  payload: Payload
  root: string
  options: ImportOptions
  onProgress?: (progress: Progress) => void
}): Promise<Report> => {
  const report = emptyReport(options.dryRun)
  const archiveName = path.basename(path.resolve(root))
  const record = options.dryRun ? undefined : await startRecord(payload, archiveName, options)
  try {
    const surveyed = await readArchives({ root, options, report, onProgress })
    const plan = await timed(report, 'plan', () =>
      makePlan({ payload, surveyed, archiveName, options }),
    )
    countPlan(plan, report)
    if (!options.dryRun) {
      await timed(report, 'write', async () => {
        await writePlan({ payload, plan, archiveName, options, report, onProgress })
        if (options.prune) await trashGone(payload, plan)
      })
    }
    sortProblems(report)
    if (record) await finishRecord(payload, record, report, 'finished')
    return report
  } catch (error) {
    if (record) await finishRecord(payload, record, report, 'failed')
    throw error
  }
}

const readArchives = async ({
  root,
  options,
  report,
  onProgress,
}: {
  root: string
  options: ImportOptions
  report: Report
  onProgress: (progress: Progress) => void
}): Promise<SurveyedFile[]> => {
  const scanned = await timed(report, 'scan', () => scan(root))
  const opened = await timed(report, 'open', () =>
    openArchives({ files: scanned.files, dialect: options.dialect }),
  )
  report.problems.push(...scanned.problems, ...opened.problems)
  const archives = limited(opened.archives, options.limit)
  const total = archives.reduce((sum, { content }) => sum + content.length, 0)
  let done = 0
  const all: SurveyedFile[] = []
  await timed(report, 'read', async () => {
    for (const archive of archives) {
      const { folder, dialect, reasons, content } = archive
      report.archives.push({ folder, dialect, reasons, files: content.length })
      const { surveyed, problems, failed } = await survey({
        archive,
        options,
        now: new Date(),
        onFile: () => onProgress({ stage: 'read', done: (done += 1), total }),
      })
      report.problems.push(...problems)
      for (const failedPath of failed) count(report, 'failed', failedPath)
      all.push(...surveyed)
    }
  })
  return all
}

const limited = (archives: Archive[], limit: number | undefined): Archive[] => {
  if (limit === undefined) return archives
  let left = limit
  return archives.map((archive) => {
    const content = archive.content.slice(0, left)
    left -= content.length
    return { ...archive, content }
  })
}

const countPlan = (plan: Plan, report: Report): void => {
  for (const { surveyed, outcome, slug, slugTaken } of plan.files) {
    count(report, outcome, surveyed.file.path)
    if (outcome === 'conflict') {
      report.problems.push({
        path: surveyed.file.path,
        code: 'edited-since-import',
        message:
          'Changed in the archive and by an editor since its import: nothing was overwritten. Import with --force to take the file.',
      })
    }
    if (slugTaken && outcome === 'new') {
      report.problems.push({
        path: surveyed.file.path,
        code: 'slug-taken',
        message: `Another article of its language has the slug "${slugTaken}"; this one got "${slug}".`,
      })
    }
  }
  for (const { path: gonePath } of plan.gone) count(report, 'gone', gonePath)
}

const writePlan = async ({
  payload,
  plan,
  archiveName,
  options,
  report,
  onProgress,
}: {
  payload: Payload
  plan: Plan
  archiveName: string
  options: ImportOptions
  report: Report
  onProgress: (progress: Progress) => void
}): Promise<void> => {
  const work = plan.files.filter(({ outcome }) => outcome === 'new' || outcome === 'changed')
  const surroundings: Surroundings = {
    archiveName,
    options,
    links: buildLinkIndex({
      files: plan.files,
      baseUrls: [
        options.baseUrl,
        ...plan.files.map(({ surveyed }) => surveyed.archive.site.baseUrl),
      ],
    }),
    media: openMediaStore({ payload, options, assets: await scanAssets(options.assets, report) }),
    terms: openTerms(payload),
  }
  for (const [index, planned] of work.entries()) {
    await writeOne({ payload, planned, surroundings, report })
    onProgress({ stage: 'write', done: index + 1, total: work.length })
  }
  const { media } = surroundings
  await retryPictures({ payload, files: plan.files, media, problems: report.problems })
}

const writeOne = async ({
  payload,
  planned,
  surroundings,
  report,
}: {
  payload: Payload
  planned: PlannedFile
  surroundings: Surroundings
  report: Report
}): Promise<void> => {
  const { file } = planned.surveyed
  const read = await readArticleFile(file)
  if (!('parsed' in read)) return fail(read)
  if (read.sha256 !== planned.surveyed.sha256) {
    return fail({
      path: file.path,
      code: 'file-changed-while-importing',
      message: 'Changed between the first pass and the second. Import again.',
    })
  }
  const problems: FileProblem[] = []
  const compiled = compileBody(planned.surveyed, read.parsed)
  problems.push(...compiled.problems.map((problem) => ({ ...problem, path: file.path })))
  const data = await toArticle({ planned, compiled, surroundings, problems })
  const refusal = await writeArticle({ payload, planned, data })
  report.problems.push(...problems)
  if (refusal) return fail(refusal)
  await writeRedirects(payload, planned)

  function fail(problem: FileProblem): void {
    report.problems.push(problem)
    if (planned.outcome === 'new' || planned.outcome === 'changed') {
      report.counts[planned.outcome] -= 1
    }
    count(report, 'failed', file.path)
  }
}

const trashGone = async (payload: Payload, plan: Plan): Promise<void> => {
  for (const { id } of plan.gone) {
    await payload.update({
      collection: 'articles',
      id,
      data: { deletedAt: new Date().toISOString() },
      depth: 0,
      select: {},
      context: { isImport: true },
    })
  }
}

const scanAssets = async (
  folders: readonly string[],
  report: Report,
): Promise<Map<string, ScannedFile>> => {
  const assets = new Map<string, ScannedFile>()
  for (const folder of folders) {
    try {
      const { files } = await scan(folder)
      for (const file of files) if (!assets.has(file.path)) assets.set(file.path, file)
    } catch (error) {
      report.problems.push(unreadable(folder, error))
    }
  }
  return assets
}

const startRecord = async (
  payload: Payload,
  title: string,
  options: ImportOptions,
): Promise<string> => {
  const { id } = await payload.create({
    collection: 'imports',
    data: {
      title,
      status: 'running',
      startedAt: new Date().toISOString(),
      options: { ...options },
    },
    depth: 0,
  })
  return id
}

const finishRecord = async (
  payload: Payload,
  id: string,
  { counts, problems }: Report,
  status: 'finished' | 'failed',
): Promise<void> => {
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
  })
}

const sortProblems = (report: Report): void => {
  report.problems.sort(
    (a, b) =>
      a.path.localeCompare(b.path) || (a.line ?? 0) - (b.line ?? 0) || a.code.localeCompare(b.code),
  )
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
