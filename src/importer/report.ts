import type { ValidationError } from 'payload'
import type { Problem } from '../problem'

/** What happened to the files of a run. */
export type Counts = {
  new: number
  changed: number
  same: number
  conflict: number
  gone: number
  failed: number
}

/** A problem with the file that it concerns; `path` is relative to the folder given. */
export type FileProblem = Problem & { path: string }

/** The result of a run: printed, written by `--report`, kept in `imports`. */
export type Report = {
  counts: Counts
  problems: FileProblem[]
  /** Archives of the run with the dialect that was found, and why. */
  archives: { folder: string; dialect: string; reasons: string[]; files: number }[]
  /** Milliseconds by stage. */
  times: Record<string, number>
  isDryRun: boolean
  /** Up to ten paths of each outcome. */
  samples: Record<keyof Counts, string[]>
}

export const emptyReport = (isDryRun: boolean): Report => ({
  counts: { new: 0, changed: 0, same: 0, conflict: 0, gone: 0, failed: 0 },
  problems: [],
  archives: [],
  times: {},
  isDryRun,
  samples: { new: [], changed: [], same: [], conflict: [], gone: [], failed: [] },
})

const MAX_SAMPLES = 10

/** Counts one file and keeps its path as a sample. */
export const count = (report: Report, outcome: keyof Counts, path: string): void => {
  report.counts[outcome] += 1
  if (report.samples[outcome].length < MAX_SAMPLES) report.samples[outcome].push(path)
}

/** Takes back what was counted of a file that came to something else. */
export const uncount = (report: Report, outcome: keyof Counts, path: string): void => {
  report.counts[outcome] -= 1
  report.samples[outcome] = report.samples[outcome].filter((sample) => sample !== path)
}

/** Orders problems by path, line and code. */
export const sortProblems = ({ problems }: Report): void => {
  const { compare } = new Intl.Collator('en')
  problems.sort(
    (a, b) => compare(a.path, b.path) || (a.line ?? 0) - (b.line ?? 0) || compare(a.code, b.code),
  )
}

/** Problems by code, the most frequent first. */
export const problemsByCode = (problems: readonly FileProblem[]): [string, number][] => {
  const counts = new Map<string, number>()
  for (const { code } of problems) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))
}

/** The problem of a document that Payload's own validation refused. */
export const invalidDocument = ({
  path,
  code,
  what,
  error,
}: {
  path: string
  code: string
  what: string
  error: ValidationError
}): FileProblem => ({
  path,
  code,
  message: `${what} was refused by the database's rules (${error.data.errors.map(({ path: field, message }) => `${field}: ${message}`).join('; ')}). Mend the file and import again.`,
})
