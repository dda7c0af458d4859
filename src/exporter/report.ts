import type { Problem } from '../problem'

/** A problem with the exported file that it concerns; `path` is relative to the folder given. */
export type ExportProblem = Problem & { path: string }

/** The result of an export. `failed` counts articles without a file; the problems say why. */
export type ExportReport = {
  counts: { written: number; pictures: number; failed: number }
  problems: ExportProblem[]
}
