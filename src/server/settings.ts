import path from 'node:path'
import { MAX_FILE_BYTES } from '../../collections/hooks/checkUpload'
import { addressFrom, choiceFrom, type Environment, wholeNumberFrom } from '../environment'
import { importSettings } from '../importRuns/settings'
import type { CacheSettings } from './cache/publicReads'
import type { GraphqlSettings } from './graphql'
import type { QueryLimits } from './protection/queryLimits'
import type { ReadTimes } from './protection/readTime'

/** What keeps one caller from taking the server away from the others. */
export type ProtectionSettings = QueryLimits &
  ReadTimes & {
    /** Requests from one address, or with one API key, in a minute; 0 for no limit. */
    requestsPerMinute: number
    /** Where several servers count requests together; without it each counts for itself. */
    redisUrl: string | undefined
  }

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
  protection: ProtectionSettings
  /** Longest wait for requests in flight at shutdown. */
  shutdownMs: number
}

/**
 * Reads the settings of the host from the environment.
 * @throws Error `setting-invalid: …` naming the variable and what it takes
 */
export const readSettings = (environment: Environment = process.env): Settings => ({
  port: wholeNumberFrom(environment, 'PORT', { fallback: 3000, maximum: 65_535 }),
  host: environment.HOST || undefined,
  trustProxy: trustProxyOf(environment.TRUST_PROXY),
  mediaDir: path.resolve(environment.MEDIA_DIR || 'media'),
  publicUrl: addressFrom(environment, 'PUBLIC_URL', 'https://cms.example.org'),
  logLevel: choiceFrom(environment, 'LOG_LEVEL', LOG_LEVELS),
  maxJsonBytes:
    wholeNumberFrom(environment, 'JSON_MAX_MEGABYTES', { fallback: 10, maximum: 1024 }) * MEGABYTE,
  // The fields and boundaries of the form come on top of the file.
  maxUploadBytes: MAX_FILE_BYTES + MEGABYTE,
  maxArchiveBytes: importSettings(environment).maxUploadBytes,
  cache: cacheSettings(environment),
  graphql: graphqlSettings(environment),
  protection: protectionSettings(environment),
  shutdownMs:
    wholeNumberFrom(environment, 'SHUTDOWN_SECONDS', { fallback: 15, maximum: 3600 }) * 1000,
})

const cacheSettings = (environment: Environment): CacheSettings => {
  const number = numbersOf(environment)
  return {
    maxBytes: number('CACHE_MEGABYTES', 128, 65_536) * MEGABYTE,
    sharedMaxAgeSeconds: number('CACHE_CDN_SECONDS', 60, 31_536_000),
    staleWhileRevalidateSeconds: number('CACHE_STALE_SECONDS', 60, 31_536_000),
  }
}

const protectionSettings = (environment: Environment): ProtectionSettings => {
  const number = numbersOf(environment)
  return {
    redisUrl: environment.REDIS_URL || undefined,
    requestsPerMinute: number('RATE_LIMIT_PER_MINUTE', 600_000, 1_000_000_000),
    maxLimit: number('QUERY_MAX_LIMIT', 10_000, 1_000_000_000),
    maxMs: number('READ_MAX_SECONDS', 30, 3600) * 1000,
    slowMs: number('SLOW_READ_MS', 1000, 3_600_000),
  }
}

const graphqlSettings = (environment: Environment): GraphqlSettings => {
  const number = numbersOf(environment)
  return {
    maxDepth: number('GRAPHQL_MAX_DEPTH', 12, 10_000),
    maxAliases: number('GRAPHQL_MAX_ALIASES', 30, 10_000),
    maxBatch: number('GRAPHQL_MAX_BATCH', 10, 10_000),
    allowListFile: environment.GRAPHQL_ALLOW_LIST || undefined,
  }
}

const numbersOf =
  (environment: Environment) =>
  (name: string, fallback: number, maximum: number): number =>
    wholeNumberFrom(environment, name, { fallback, maximum })

const trustProxyOf = (value = ''): boolean | number | string => {
  if (value === '' || value === 'false') return false
  if (value === 'true') return true
  return /^\d+$/.test(value) ? Number(value) : value
}

const LOG_LEVELS = ['info', 'fatal', 'error', 'warn', 'debug', 'trace', 'silent'] as const
