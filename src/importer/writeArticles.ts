import { setImmediate } from 'node:timers/promises'
import type { TypedUser, Payload } from 'payload'
import type { Archive } from './archive'
import { batchesOf } from './batches'
import { openBoundedHeap } from './boundedHeap'
import type { BulkDatabase } from './database'
import type { CompileOutcome } from './jobs'
import { storeBatch, type ReadyArticle } from './storeBatch'
import { openRedirects } from './redirects'
import type { FileProblem } from './report'
import type { PlannedFile } from './plan'
import { toArticle, type Surroundings } from './toArticle'
import type { Workers } from './workers'

/** What became of one file that was to be written. */
export type Written = {
  planned: PlannedFile
  problems: FileProblem[]
  result: 'stored' | 'conflict' | 'failed'
}

/** Articles of a batch: few enough for a short transaction, many enough for few commands. */
const ARTICLES_IN_A_BATCH = 200
const BYTES_IN_A_BATCH = 4 * 1024 * 1024
/** Batches that the threads compile while one is stored; all of them work at one. */
const BATCHES_AHEAD = 1

/**
 * Compiles and stores the new and changed files of a plan, batch by batch. While one batch is stored the workers compile the
 * next one, and no more are in memory.
 */
export const writeArticles = async ({
  payload,
  database,
  user,
  files: all,
  archives,
  workers,
  surroundings,
  onBatch,
}: {
  payload: Payload
  database: BulkDatabase
  user?: TypedUser
  /** Of the whole plan. */
  files: readonly PlannedFile[]
  archives: readonly Archive[]
  workers: Workers
  surroundings: Surroundings
  onBatch: (written: Written[]) => Promise<void>
}): Promise<void> => {
  const redirects = openRedirects({ payload, database, files: all })
  const files = all.filter(isWritten)
  const batches = archives.flatMap((archive, index) =>
    batchesOf(
      files.filter(({ surveyed }) => surveyed.archive === archive).map(withSize),
      ARTICLES_IN_A_BATCH,
      BYTES_IN_A_BATCH,
    ).map((batch) => ({ index, batch: batch.map(({ planned }) => planned) })),
  )
  const collectGarbage = openBoundedHeap()
  const compiling: Promise<CompileOutcome[]>[] = []
  for (const [number, { batch }] of batches.entries()) {
    while (compiling.length <= number + BATCHES_AHEAD && compiling.length < batches.length) {
      const next = batches[compiling.length]
      if (next) compiling.push(compile(next.index, next.batch))
    }
    const outcomes = (await compiling[number]) ?? []
    // Lets go of what was compiled.
    compiling[number] = Promise.resolve([])
    await onBatch(await writeBatch(batch, outcomes))
    collectGarbage()
    // SQLite answers without a turn of the event loop, in which Node lets go of what native code held, and timers run.
    await setImmediate()
  }

  async function compile(
    archive: number,
    batch: readonly PlannedFile[],
  ): Promise<CompileOutcome[]> {
    const compiled = workers.compile({
      archive,
      files: batch.map(({ surveyed: { file, sha256 } }) => ({ ...file, sha256 })),
    })
    // Awaited when its turn comes, which may be after it has failed.
    compiled.catch(() => undefined)
    return compiled
  }

  async function writeBatch(
    batch: readonly PlannedFile[],
    outcomes: readonly CompileOutcome[],
  ): Promise<Written[]> {
    const { terms, media } = surroundings
    const written = batch.map((planned): Written => ({ planned, problems: [], result: 'failed' }))
    const named = outcomes.flatMap((outcome, index) => {
      const file = batch[index]?.surveyed.file
      return outcome.kind === 'compiled' && file ? [{ ...outcome.draft, path: file.path }] : []
    })
    const byPath = new Map(written.map((one) => [one.planned.surveyed.file.path, one]))
    const termProblems = await terms.prepare(named, async ({ name, avatar = '' }, path) => {
      const one = byPath.get(path)
      if (!one) return undefined
      const outcome = await media.store({ url: avatar, alt: name, from: one.planned.surveyed })
      if (outcome.kind === 'failed') one.problems.push(outcome.problem)
      return outcome.kind === 'stored' ? outcome.file.id : undefined
    })
    for (const problem of termProblems) byPath.get(problem.path)?.problems.push(problem)
    const ready = await Promise.all(
      written.map(async ({ planned, problems }, index): Promise<ReadyArticle | undefined> => {
        const outcome = outcomes[index]
        if (!outcome || outcome.kind === 'failed') {
          if (outcome) problems.push(outcome.problem)
          return undefined
        }
        const { draft, text, excerpt } = outcome
        problems.push(...outcome.problems)
        const article = await toArticle({
          planned,
          draft,
          text,
          excerpt,
          surroundings,
          problems,
        })
        return { planned, ...article, problems }
      }),
    )
    const { stored, edited } = await storeBatch({
      payload,
      database,
      user,
      redirects,
      isForced: surroundings.options.force,
      articles: ready.filter((article) => article !== undefined),
    })
    for (const one of written) {
      if (stored.has(one.planned)) one.result = 'stored'
      else if (edited.has(one.planned)) one.result = 'conflict'
    }
    return written
  }
}

/** Whether the plan has a file's article written. */
export const isWritten = ({ outcome }: PlannedFile): boolean =>
  outcome === 'new' || outcome === 'changed'

const withSize = (planned: PlannedFile) => ({ planned, size: planned.surveyed.file.size })
