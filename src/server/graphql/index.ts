import { createHash } from 'node:crypto'
import type { Request as ExpressRequest, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { answerError } from '../answerError'
import { originOf, type BridgeSettings } from '../api'
import type { CachedAnswer, CacheEntry } from '../cache/cacheEntry'
import type { PublicReads } from '../cache/publicReads'
import { RequestError } from '../errors'
import type { QueryLimits } from '../protection/queryLimits'
import type { TimedRead } from '../protection/readTime'
import { drain } from '../requestBody'
import { toWebRequest } from '../webRequest'
import { createExecutor, type Executed } from './execute'
import type { GraphqlLimits } from './limits'
import { readOperations, type Operation } from './operation'
import { createPersistedQueries } from './persistedQueries'

export type GraphqlSettings = GraphqlLimits & {
  /** File of the only queries that the public may send. */
  allowListFile: string | undefined
}

type Kept = { key: string; entry: CacheEntry; isHit: boolean }
type Answer = Kept | { executed: Executed }

/**
 * The GraphQL API over POST (JSON, also a list of operations) and GET (queries only), with Apollo's protocol of persisted
 * queries. Answers `{ data, errors }`; each error has `extensions.code`. Queries of the public come from the cache.
 */
export const serveGraphql = ({
  payload,
  reads,
  settings,
  timed,
}: {
  payload: Payload
  reads: PublicReads
  settings: BridgeSettings & { graphql: GraphqlSettings; protection: QueryLimits }
  timed: TimedRead
}): RequestHandler => {
  const prepare = createExecutor(payload, { ...settings.graphql, ...settings.protection })
  const persisted = createPersistedQueries(settings.graphql.allowListFile)

  const answer = async (
    operation: Operation,
    request: ExpressRequest,
    response: Response,
  ): Promise<Answer> => {
    const query = persisted.resolve(operation.query, operation.hash)
    if (query === undefined) throw new RequestError('graphql-query-missing')
    const isPublic = (await reads.audience.find(request.headers)) === 'public'
    if (isPublic) persisted.requireAllowed(query)
    const prepared = prepare({ ...operation, query })
    if (prepared.refused) return { executed: prepared.refused }
    if (request.method === 'GET' && !prepared.isQuery) {
      throw new RequestError('graphql-mutation-by-get')
    }
    const origin = originOf(request, settings)
    if (!isPublic || !prepared.isQuery || prepared.isPrivate) {
      response.setHeader('X-Cache', 'bypass')
      return { executed: await prepared.run(toWebRequest({ request, response, origin })) }
    }
    const key = keyOf({ ...operation, query })
    const loaded = await reads.cache.load<Executed>(key, async () => {
      const asked = new Request(new URL('/api/graphql', origin))
      const executed = await timed(request.originalUrl, () => prepared.runPublic(asked))
      return keepable(executed) ?? { refused: executed }
    })
    return 'refused' in loaded ? { executed: loaded.refused } : { key, ...loaded }
  }

  return async (request, response) => {
    try {
      const { operations, isBatch, text } = await readOperations(request, {
        ...settings,
        ...settings.graphql,
      })
      if (isBatch) {
        const answers = await Promise.all(
          operations.map((operation) => answer(operation, request, response)),
        )
        return sendBatch(answers, response)
      }
      const [operation] = operations
      if (!operation) throw new RequestError('graphql-query-missing')
      const one = await answer(operation, request, response)
      if ('executed' in one) return sendExecuted(one.executed, response)
      await reads.send({ request, response, ...one, alias: aliasOf(request.method, text) })
    } catch (error) {
      if (response.destroyed || response.closed) return
      if (!(error instanceof RequestError)) throw error
      if (!request.complete) response.setHeader('Connection', 'close')
      if (error.code === 'graphql-query-unknown') return sendExecuted(unknownQuery(error), response)
      answerError(response, error)
      drain(request)
    }
  }
}

/** What the next request of the same text is known by, before it is understood. */
export const aliasOf = (method: string | undefined, text: string): string =>
  method === 'POST' ? `POST ${text}` : text

const keyOf = ({ query, variables, operationName }: Operation): string =>
  `graphql ${createHash('sha256')
    .update(JSON.stringify([query, sorted(variables), operationName]))
    .digest('base64url')}`

/** Objects with their keys in order, so that two spellings of the same variables are one. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}

const keepable = ({ status, body }: Executed): CachedAnswer | undefined => {
  const hasErrors = typeof body === 'object' && body !== null && 'errors' in body
  if (status !== 200 || hasErrors) return undefined
  return { status, contentType: 'application/json', body: Buffer.from(JSON.stringify(body)) }
}

const sendExecuted = ({ status, body, headers }: Executed, response: Response): void => {
  headers?.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  for (const cookie of headers?.getSetCookie() ?? []) response.append('Set-Cookie', cookie)
  response.setHeader('Cache-Control', 'private, no-store')
  const sent = status < 400 ? body : { ...body, requestId: response.req.id }
  response.status(status).type('application/json').end(JSON.stringify(sent))
}

const sendBatch = (answers: Answer[], response: Response): void => {
  const bodies = answers.map((one) =>
    'executed' in one ? JSON.stringify(one.executed.body) : one.entry.body.toString(),
  )
  response.setHeader('Cache-Control', 'private, no-store')
  response.type('application/json').end(`[${bodies.join(',')}]`)
}

/** Apollo's clients look for this message or code, and send the query whole then. */
const unknownQuery = ({ code, message }: RequestError): Executed => ({
  status: 200,
  body: {
    errors: [
      {
        message: 'PersistedQueryNotFound',
        extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', galleyCode: code, remedy: message },
      },
    ],
  },
})
