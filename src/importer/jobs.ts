import type { ArticleDraft } from '../frontmatter'
import { compileFile, type FileToCompile } from './compile'
import type { FileProblem } from './report'
import { sealText, type SealedText } from './sealedText'
import type { ScannedFile } from './scan'
import { surveyFile, type ReadingSettings, type SurveyOutcome } from './survey'

/** Files of one archive; `archive` is its place in the list of settings. */
export type SurveyJob = { archive: number; files: ScannedFile[] }
export type CompileJob = { archive: number; files: FileToCompile[] }

/** What a file says about an article, and its body written out. */
export type CompileOutcome =
  | {
      kind: 'compiled'
      draft: ArticleDraft
      text: SealedText
      excerpt?: string
      problems: FileProblem[]
    }
  | { kind: 'failed'; problem: FileProblem }

/** The work that can be done away from the main thread: all that needs neither database nor network. */
export type Jobs = {
  survey: (job: SurveyJob) => SurveyOutcome[]
  compile: (job: CompileJob) => CompileOutcome[]
}

/** The jobs over archives with these settings. A file that meets a mistake of ours fails alone. */
export const openJobs = (settings: readonly ReadingSettings[]): Jobs => {
  const settingsOf = (archive: number): ReadingSettings => {
    const found = settings[archive]
    if (!found) throw new Error(`there is no archive ${archive}`)
    return found
  }
  return {
    survey: ({ archive, files }) =>
      files.map((file) => guarded(file.path, () => surveyFile(file, settingsOf(archive)))),
    compile: ({ archive, files }) =>
      files.map((file) => guarded(file.path, () => compileSealed(file, settingsOf(archive)))),
  }
}

const compileSealed = (file: FileToCompile, settings: ReadingSettings): CompileOutcome => {
  const outcome = compileFile(file, settings)
  if (outcome.kind === 'failed') return outcome
  const { kind, draft, body, problems } = outcome
  return { kind, draft, text: sealText(body.document), excerpt: body.excerpt, problems }
}

const guarded = <Outcome>(path: string, work: () => Outcome): Outcome | Failed => {
  try {
    return work()
  } catch (error) {
    return failed(path, error)
  }
}

type Failed = Extract<SurveyOutcome, { kind: 'failed' }>

/** The outcome of a file at which the program itself failed. */
export const failed = (path: string, error: unknown): Failed => ({
  kind: 'failed',
  problem: {
    path,
    code: 'file-not-understood',
    message: `Could not be read: ${error instanceof Error ? error.message : String(error)}. This is a mistake of the importer; please report it with the file.`,
  },
})
