import { text as readText } from 'node:stream/consumers'
import type { Request } from 'express'
import { RequestError } from '../errors'
import { limitedBody, type BodyLimits } from '../requestBody'

/** One question of a client. The query may be missing where a hash stands for it. */
export type Operation = {
  query?: string
  variables?: Record<string, unknown>
  operationName?: string
  /** SHA-256 of the query, by Apollo's protocol of persisted queries. */
  hash?: string
}

const bodies = new WeakMap<object, string>()

/** Passes on the body of a request that was read before Express saw it. */
export const passBody = (request: object, body: string): void => void bodies.set(request, body)

/**
 * The operations of a request: of GET's address, or of POST's JSON body, which may be a list.
 * @returns the text that they were read from as well: the same text is the same question
 * @throws RequestError `json-malformed`, `content-type-unsupported`, `graphql-query-missing`, `graphql-malformed`,
 * `body-too-large`
 */
export const readOperations = async (
  request: Request,
  limits: BodyLimits & { maxBatch: number },
): Promise<{ operations: Operation[]; isBatch: boolean; text: string }> => {
  if (request.method === 'GET') {
    const operations = [operationOf(fromAddress(request))]
    return { operations, isBatch: false, text: request.originalUrl }
  }
  const text = await bodyOf(request, limits)
  const content = json(text)
  if (!Array.isArray(content)) {
    return { operations: [operationOf(content)], isBatch: false, text }
  }
  if (content.length > limits.maxBatch) {
    throw new RequestError(
      'graphql-malformed',
      `The request has ${content.length} operations; at most ${limits.maxBatch} are taken.`,
    )
  }
  return { operations: content.map(operationOf), isBatch: true, text }
}

const bodyOf = async (request: Request, limits: BodyLimits): Promise<string> => {
  if (!request.get('content-type')?.startsWith('application/json')) {
    throw new RequestError('content-type-unsupported', 'Send GraphQL as application/json.')
  }
  const passed = bodies.get(request)
  if (passed !== undefined) return passed
  const body = limitedBody(request, limits)
  if (!body) return ''
  try {
    return await readText(body.stream)
  } catch (error) {
    throw body.refusal() ?? error
  }
}

const fromAddress = ({ originalUrl }: Request): unknown => {
  const { searchParams } = new URL(originalUrl, 'http://localhost')
  const { query, variables, operationName, extensions } = Object.fromEntries(searchParams)
  return {
    query,
    operationName,
    variables: variables ? json(variables) : undefined,
    extensions: extensions ? json(extensions) : undefined,
  }
}

const operationOf = (source: unknown): Operation => {
  const { query, variables, operationName, extensions } = isObject(source) ? source : {}
  const persisted = isObject(extensions) ? extensions.persistedQuery : undefined
  const hash = isObject(persisted) ? persisted.sha256Hash : undefined
  const isAsked = typeof query === 'string' && query.trim() !== ''
  if (!isAsked && typeof hash !== 'string') throw new RequestError('graphql-query-missing')
  if (variables != null && !isObject(variables)) {
    throw new RequestError('graphql-malformed', 'The variables are not a JSON object.')
  }
  return {
    ...(isAsked && { query }),
    ...(isObject(variables) && { variables }),
    ...(typeof operationName === 'string' && operationName && { operationName }),
    ...(typeof hash === 'string' && { hash }),
  }
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError('json-malformed')
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
