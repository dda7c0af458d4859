import os from 'node:os'
import { Piscina } from 'piscina'
import { batchesOf } from './batches'
import { failed, openJobs, type CompileJob, type CompileOutcome, type SurveyJob } from './jobs'
import type { ReadingSettings, SurveyOutcome } from './survey'

/** Reads and compiles files, in worker threads when there are many. */
export type Workers = {
  survey: (job: SurveyJob) => Promise<SurveyOutcome[]>
  compile: (job: CompileJob) => Promise<CompileOutcome[]>
  close: () => Promise<void>
}

/** Below this many files threads take longer to start than they save. */
const FEW_FILES = 150
const MAX_THREADS = 4

/** A worker that needs more is stopped: its file is reported, and the run goes on. */
const RESOURCE_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 24 }

/** A job that takes longer is taken for one that never ends. */
const JOB_TIMEOUT_MS = 120_000

/** Opens the workers of one run. */
export const openWorkers = (settings: readonly ReadingSettings[], files: number): Workers =>
  files < FEW_FILES ? withoutThreads(settings) : withThreads(settings)

const withoutThreads = (settings: readonly ReadingSettings[]): Workers => {
  const jobs = openJobs(settings)
  return {
    survey: async (job) => jobs.survey(job),
    compile: async (job) => jobs.compile(job),
    close: async () => undefined,
  }
}

const withThreads = (settings: readonly ReadingSettings[]): Workers => {
  // A processor is left to the main thread, which stores: it is what others wait for.
  const size = Math.min(Math.max(1, os.availableParallelism() - 1), MAX_THREADS)
  let pool: Piscina | undefined
  // Of an archive that has not changed the threads get nothing to do.
  const opened = (): Piscina => (pool ??= open())
  const open = () =>
    new Piscina({
      filename: new URL('../../scripts/importThread.mjs', import.meta.url).href,
      // The thread loads compiled code.
      execArgv: [],
      workerData: settings,
      minThreads: size,
      maxThreads: size,
      resourceLimits: RESOURCE_LIMITS,
    })
  return {
    survey: (job) => run('survey', job),
    // A part for each thread: it gets nothing more while the main thread is busy storing.
    compile: async ({ archive, files }) => {
      const jobs = batchesOf(files, Math.ceil(files.length / size), Infinity)
      const parts = await Promise.all(
        jobs.map((part) => run<CompileOutcome>('compile', { archive, files: part })),
      )
      return parts.flat()
    },
    close: async () => pool?.destroy(),
  }

  /** A job that ends its thread is done again file by file, so that one file alone fails. */
  async function run<Outcome>(
    name: 'survey' | 'compile',
    job: SurveyJob | CompileJob,
  ): Promise<(Outcome | ReturnType<typeof failed>)[]> {
    try {
      return await opened().run(job, { name, signal: AbortSignal.timeout(JOB_TIMEOUT_MS) })
    } catch (error) {
      const [first, ...rest] = job.files
      if (!first) return []
      if (rest.length === 0) return [failed(first.path, error)]
      const outcomes: (Outcome | ReturnType<typeof failed>)[] = []
      for (const file of job.files) {
        outcomes.push(...(await run<Outcome>(name, { archive: job.archive, files: [file] })))
      }
      return outcomes
    }
  }
}
