import type { ValidationError } from 'payload'
import { z } from 'zod'

const number = z.number().int().min(0)
const COUNTED = ['new', 'changed', 'same', 'conflict', 'gone', 'failed'] as const

/** What happened to the files of a run. */
const countsSchema = z.object({
  new: number.describe('Files that became articles'),
  changed: number.describe('Files whose articles were written again'),
  same: number.describe('Files that are as they were at their import'),
  conflict: number.describe('Files that changed, as did their articles by an editor: left alone'),
  gone: number.describe('Articles whose files are not there any more'),
  failed: number.describe('Files that could not be imported; their problems say why'),
})

/** A problem with the file that it concerns; `path` is relative to the folder given. */
const problemSchema = z.object({
  path: z.string().describe('File, relative to the folder given'),
  code: z.string().describe('Stable name of the problem, in kebab case'),
  message: z.string().describe('What was met, what was done about it, and what to do'),
  line: z.number().int().min(1).optional().describe('Line of the file, counted from 1'),
})

/** The result of a run, as `--report` writes it; docs/import-report.schema.json is made from it. */
export const reportSchema = z.object({
  counts: countsSchema,
  problems: z.array(problemSchema),
  archives: z
    .array(
      z.object({
        folder: z.string().describe('Below the folder given; empty for the folder itself'),
        dialect: z.string(),
        reasons: z.array(z.string()).describe('Why the dialect was chosen'),
        files: number,
      }),
    )
    .describe('Sites that were found'),
  times: z.record(z.string(), z.number()).describe('Milliseconds by stage'),
  isDryRun: z.boolean().describe('True when nothing was changed'),
  samples: z
    .record(z.enum(COUNTED), z.array(z.string()))
    .describe('Up to ten paths of each outcome'),
})

/** What happened to the files of a run. */
export type Counts = z.infer<typeof countsSchema>

/** A problem with the file that it concerns. */
export type FileProblem = z.infer<typeof problemSchema>

/** The result of a run: printed, written by `--report`, kept in `imports`. */
export type Report = z.infer<typeof reportSchema>

/** The schema of the report for other programs (JSON Schema, draft 2020-12). */
export const reportJsonSchema = (): object => ({
  title: "Report of an import by Galley's importer",
  ...z.toJSONSchema(reportSchema),
})

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

/** An editor and the archive have changed one article. */
export const editedSinceImport = (path: string): FileProblem => ({
  path,
  code: 'edited-since-import',
  message:
    'Changed in the archive and by an editor since its import: nothing was overwritten. Import with --force to take the file.',
})

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
