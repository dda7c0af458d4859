import path from 'node:path'
import { MAX_FILE_BYTES } from '../../collections/hooks/checkUpload'
import { importSettings } from '../importRuns/settings'
import type { CacheSettings } from './cache/publicReads'
import type { GraphqlSettings } from './graphql'

const MEGABYTE = 1024 * 1024

export type Settings = {
  port: number
  host: string | undefined
  /** As Express takes it: false, true, a number of hops, or a list of addresses. */
  trustProxy: boolean | number | string
  mediaDir: string
  /** Where readers reach the site: the base of absolute addresses. Without it the Host header is used. */
  publicUrl: URL | undefined
  logLevel: string
  /** Greatest body of a request in bytes: JSON, and multipart with its file. */
  maxJsonBytes: number
  maxUploadBytes: number
  /** Greatest zip that an admin drops in the panel. */
  maxArchiveBytes: number
  /** The read cache: its size, and how long caches on the way may keep an answer. */
  cache: CacheSettings
  graphql: GraphqlSettings
  /** Longest wait for requests in flight at shutdown. */
  shutdownMs: number
}

/**
 * Reads the settings of the host from the environment.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const readSettings = (
  environment: Partial<Record<string, string>> = process.env,
): Settings => ({
  port: wholeNumber({ name: 'PORT', value: environment.PORT, fallback: 3000, maximum: 65535 }),
  host: environment.HOST || undefined,
  trustProxy: trustProxyOf(environment.TRUST_PROXY),
  mediaDir: path.resolve(environment.MEDIA_DIR || 'media'),
  publicUrl: publicUrlOf(environment.PUBLIC_URL),
  logLevel: logLevelOf(environment.LOG_LEVEL),
  maxJsonBytes:
    wholeNumber({
      name: 'JSON_MAX_MEGABYTES',
      value: environment.JSON_MAX_MEGABYTES,
      fallback: 10,
      maximum: 1024,
    }) * MEGABYTE,
  // The fields and boundaries of the form come on top of the file.
  maxUploadBytes: MAX_FILE_BYTES + MEGABYTE,
  maxArchiveBytes: importSettings(environment).maxUploadBytes,
  cache: cacheSettings(environment),
  graphql: graphqlSettings(environment),
  shutdownMs:
    wholeNumber({
      name: 'SHUTDOWN_SECONDS',
      value: environment.SHUTDOWN_SECONDS,
      fallback: 15,
      maximum: 3600,
    }) * 1000,
})

const cacheSettings = (environment: Partial<Record<string, string>>): CacheSettings => {
  const number = (name: string, fallback: number, maximum: number) =>
    wholeNumber({ name, value: environment[name], fallback, maximum })
  return {
    maxBytes: number('CACHE_MEGABYTES', 128, 65_536) * MEGABYTE,
    sharedMaxAgeSeconds: number('CACHE_CDN_SECONDS', 60, 31_536_000),
    staleWhileRevalidateSeconds: number('CACHE_STALE_SECONDS', 60, 31_536_000),
  }
}

const graphqlSettings = (environment: Partial<Record<string, string>>): GraphqlSettings => {
  const number = (name: string, fallback: number) =>
    wholeNumber({ name, value: environment[name], fallback, maximum: 10_000 })
  return {
    maxDepth: number('GRAPHQL_MAX_DEPTH', 12),
    maxAliases: number('GRAPHQL_MAX_ALIASES', 30),
    maxBatch: number('GRAPHQL_MAX_BATCH', 10),
    allowListFile: environment.GRAPHQL_ALLOW_LIST || undefined,
  }
}

const wholeNumber = ({
  name,
  value,
  fallback,
  maximum,
}: {
  name: string
  value: string | undefined
  fallback: number
  maximum: number
}): number => {
  const number = value ? Number(value) : fallback
  if (Number.isInteger(number) && number >= 0 && number <= maximum) return number
  throw new Error(
    `setting-invalid: ${name} is "${value}". Use a whole number from 0 to ${maximum}.`,
  )
}

const trustProxyOf = (value = ''): boolean | number | string => {
  if (value === '' || value === 'false') return false
  if (value === 'true') return true
  return /^\d+$/.test(value) ? Number(value) : value
}

const publicUrlOf = (value: string | undefined): URL | undefined => {
  if (!value) return undefined
  if (URL.canParse(value) && /^https?:/.test(value)) return new URL(value)
  throw new Error(
    `setting-invalid: PUBLIC_URL is "${value}". Use an address such as https://cms.example.org.`,
  )
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

const logLevelOf = (value = ''): string => {
  if (value === '') return 'info'
  if (LOG_LEVELS.includes(value)) return value
  throw new Error(`setting-invalid: LOG_LEVEL is "${value}". Use one of ${LOG_LEVELS.join(', ')}.`)
}
