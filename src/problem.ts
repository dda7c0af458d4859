/**
 * A problem met while reading, compiling or storing one file. Problems are values: a stage returns them
 * beside its result, and the run goes on.
 */
export type Problem = {
  /** Stable and machine-readable, in kebab case; documented in `src/importer/problemCodes.ts`. */
  code: string
  /** One sentence: what was met, what was done about it, and, where there is a remedy, what to do. */
  message: string
  /** Line of the file, counted from 1, where known. */
  line?: number
}
