import { setImmediate } from 'node:timers/promises'
import pLimit from 'p-limit'
import { openArchives, type Archive } from './archive'
import { batchesOf } from './batches'
import type { StoredArticle } from './database'
import type { ImportOptions } from './options'
import { readContent } from './readArticleFile'
import type { FileProblem } from './report'
import { scan, type ScannedFile } from './scan'
import { findSiteRoot } from './siteRoot'
import type { ReadingSettings, SurveyedFile, SurveyOutcome } from './survey'
import type { Workers } from './workers'

/** Archives below the folder given, cut at the limit, with what was noticed while looking for them. */
export type FoundArchives = { archives: Archive[]; problems: FileProblem[]; files: number }

/** Finds the files and the archives that they belong to. */
export const findArchives = async (
  root: string,
  { dialect, limit }: Pick<ImportOptions, 'dialect' | 'limit'>,
): Promise<FoundArchives> => {
  const siteRoot = await findSiteRoot(root)
  const scanned = await scan(root, { within: siteRoot.absolute })
  const opened = await openArchives({ files: scanned.files, dialect, siteRoot })
  const archives = limited(opened.archives, limit)
  return {
    archives,
    problems: [...scanned.problems, ...opened.problems],
    files: archives.reduce((sum, { content }) => sum + content.length, 0),
  }
}

/** What workers must know of each archive. */
export const readingSettings = (
  archives: readonly Archive[],
  { timezone }: Pick<ImportOptions, 'timezone'>,
): ReadingSettings[] => {
  const now = new Date()
  return archives.map(({ folder, dialect, site }) => ({ folder, dialect, site, timezone, now }))
}

const FILES_IN_A_JOB = 200
const BYTES_IN_A_JOB = 8 * 1024 * 1024

export type Surveyed = { files: SurveyedFile[]; failed: string[] }

/** First pass over all files: identity, address and digest of each, before any link is resolved. */
export const surveyArchives = async ({
  archives,
  workers,
  stored,
  onFiles,
}: {
  archives: readonly Archive[]
  workers: Workers
  /** What is stored of a path and need not be parsed again if the file is the same. */
  stored: ReadonlyMap<string, StoredArticle>
  onFiles: (count: number, problems: readonly FileProblem[]) => void
}): Promise<Surveyed> => {
  const limit = pLimit(1)
  const result: Surveyed = { files: [], failed: [] }
  for (const [index, archive] of archives.entries()) {
    const batches = batchesOf(archive.content, FILES_IN_A_JOB, BYTES_IN_A_JOB)
    const outcomes = await Promise.all(
      batches.map(async (batch) => {
        const same = await limit(() => sameAsStored(batch, stored))
        const others = batch.filter((file) => !same.has(file))
        const read =
          others.length > 0 ? await workers.survey({ archive: index, files: others }) : []
        onFiles(batch.length, read.flatMap(problemsOf))
        const outcomes = new Map(others.map((file, number) => [file, read[number]]))
        return batch.map((file) => same.get(file) ?? outcomes.get(file))
      }),
    )
    for (const [number, outcome] of outcomes.flat().entries()) {
      const file = archive.content[number]
      if (!file || !outcome) continue
      if (outcome.kind === 'failed') {
        result.failed.push(file.path)
        continue
      }
      const draft = outcome.kind === 'same' ? stored.get(file.path) : outcome.draft
      if (!draft) continue
      const { slug, address, aliases, locale } = draft
      const identity = { slug, address, aliases, locale }
      result.files.push({ file, archive, draft: identity, sha256: outcome.sha256 })
    }
  }
  return result
}

/**
 * The files that are as they were when they were imported. Read here: a digest is made sooner than a thread is started, and
 * of an archive that has not changed nothing is left for the threads.
 */
const sameAsStored = async (
  files: readonly ScannedFile[],
  stored: ReadonlyMap<string, StoredArticle>,
): Promise<Map<ScannedFile, SurveyOutcome>> => {
  const same = new Map<ScannedFile, SurveyOutcome>()
  for (const file of files) {
    const sha256 = stored.get(file.path)?.sha256
    if (sha256 === undefined) continue
    const content = readContent(file)
    if ('sha256' in content && content.sha256 === sha256) same.set(file, { kind: 'same', sha256 })
  }
  // Lets others have their turn.
  if (same.size > 0) await setImmediate()
  return same
}

const problemsOf = (outcome: SurveyOutcome): FileProblem[] =>
  outcome.kind === 'failed' ? [outcome.problem] : outcome.kind === 'read' ? outcome.problems : []

const limited = (archives: Archive[], limit: number | undefined): Archive[] => {
  if (limit === undefined) return archives
  let left = limit
  return archives.map((archive) => {
    const content = archive.content.slice(0, left)
    left -= content.length
    return { ...archive, content }
  })
}
