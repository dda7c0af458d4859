import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { LRUCache } from 'lru-cache'
import { RequestError } from '../errors'

const MAX_LENGTH = 4 * 1024 * 1024

export type PersistedQueries = {
  /**
   * The query that a request means.
   * @param hash of Apollo's Automatic Persisted Queries: SHA-256 in hexadecimal
   * @throws RequestError `graphql-query-unknown` (send it whole), `graphql-malformed`
   */
  resolve: (query: string | undefined, hash: string | undefined) => string | undefined
  /** @throws RequestError `graphql-query-not-allowed` when there is a list and the query does not stand in it */
  requireAllowed: (query: string) => void
}

/**
 * Queries that clients name by their hash. With a list of allowed ones, others are refused to everybody outside of the
 * newsroom, and those of the list need not be sent once.
 * @param allowListFile a manifest of persisted queries as Apollo's tools write it, or JSON `{ "<hash>": "<query>" }`
 * @throws Error `setting-invalid: GRAPHQL_ALLOW_LIST …`
 */
export const createPersistedQueries = (allowListFile: string | undefined): PersistedQueries => {
  const allowed = allowListFile ? readAllowList(allowListFile) : undefined
  const allowedQueries = allowed && new Set(allowed.values())
  const sent = new LRUCache<string, string>({
    maxSize: MAX_LENGTH,
    sizeCalculation: (query) => query.length + 100,
  })
  return {
    resolve: (query, hash) => {
      if (hash === undefined) return query
      if (query === undefined) {
        const known = allowed?.get(hash) ?? sent.get(hash)
        if (known === undefined) throw new RequestError('graphql-query-unknown')
        return known
      }
      if (createHash('sha256').update(query).digest('hex') !== hash) {
        throw new RequestError('graphql-malformed', 'The hash is not that of the query.')
      }
      sent.set(hash, query)
      return query
    },
    requireAllowed: (query) => {
      if (allowedQueries && !allowedQueries.has(query)) {
        throw new RequestError('graphql-query-not-allowed')
      }
    },
  }
}

const readAllowList = (file: string): Map<string, string> => {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const operations = isObject(content) ? content.operations : undefined
    const pairs = Array.isArray(operations)
      ? operations.filter(isObject).map(({ id, body }) => [id, body])
      : Object.entries(isObject(content) ? content : {})
    return new Map(
      pairs.flatMap(([hash, query]) =>
        typeof hash === 'string' && typeof query === 'string' ? [[hash, query]] : [],
      ),
    )
  } catch (error) {
    throw new Error(
      `setting-invalid: GRAPHQL_ALLOW_LIST is "${file}", which can't be read as JSON: ${String(error)}`,
    )
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
