import path from 'node:path'
import { wholeNumberFrom, type Environment } from '../environment'

const MEGABYTE = 1024 * 1024

/** What an admin may import from the panel, and where its files lie meanwhile. */
export type ImportSettings = {
  /** Folder on the server below which archives may be chosen; without it none. */
  root: string | undefined
  /** Where dropped archives are kept until they are imported. Servers that share a database share it too. */
  workDir: string
  maxUploadBytes: number
  maxUnpackedBytes: number
  maxFiles: number
}

/**
 * Reads `IMPORT_ROOT`, `IMPORT_DIR` and the limits of `IMPORT_MAX_…` from the environment.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const importSettings = (environment: Environment = process.env): ImportSettings => ({
  root: environment.IMPORT_ROOT ? path.resolve(environment.IMPORT_ROOT) : undefined,
  workDir: path.resolve(environment.IMPORT_DIR || 'data/imports'),
  maxUploadBytes: limit(environment, 'IMPORT_MAX_MEGABYTES', 1024) * MEGABYTE,
  maxUnpackedBytes: limit(environment, 'IMPORT_MAX_UNPACKED_MEGABYTES', 8192) * MEGABYTE,
  maxFiles: limit(environment, 'IMPORT_MAX_FILES', 200_000),
})

const limit = (environment: Environment, name: string, fallback: number): number =>
  wholeNumberFrom(environment, name, { fallback, minimum: 1, maximum: 10_000_000 })
