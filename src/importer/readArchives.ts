import { openArchives, type Archive } from './archive'
import { batchesOf } from './batches'
import type { StoredArticle } from './database'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import { scan } from './scan'
import { findSiteRoot } from './siteRoot'
import type { FileToSurvey, ReadingSettings, SurveyedFile, SurveyOutcome } from './survey'
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
  const result: Surveyed = { files: [], failed: [] }
  for (const [index, archive] of archives.entries()) {
    const batches = batchesOf(archive.content, FILES_IN_A_JOB, BYTES_IN_A_JOB)
    const outcomes = await Promise.all(
      batches.map(async (batch) => {
        const files = batch.map((file): FileToSurvey => {
          const storedSha256 = stored.get(file.path)?.sha256
          return { ...file, ...(storedSha256 && { storedSha256 }) }
        })
        const outcome = await workers.survey({ archive: index, files })
        onFiles(batch.length, outcome.flatMap(problemsOf))
        return outcome
      }),
    )
    for (const [number, outcome] of outcomes.flat().entries()) {
      const file = archive.content[number]
      if (!file) continue
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
