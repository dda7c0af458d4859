import { configToSchema } from '@payloadcms/graphql'
import { GraphQL } from '@payloadcms/graphql/types'
import type { DocumentNode, GraphQLError } from 'graphql'
import { APIError, createPayloadRequest, mergeHeaders, type Payload } from 'payload'
import { isLoginError, recordRefusedLogin } from '../../collections/hooks/recordFailedLogin'
import type { WebHandler } from './api'
import { RequestError } from './errors'
import { codeOfPayloadError } from './payloadErrors'

// Payload's own copy: errors and schemas of a second copy of `graphql` are foreign to it.
const { execute, getOperationAST, parse, specifiedRules, validate } = GraphQL

type Operation = { query: string; variables?: Record<string, unknown>; operationName?: string }

/**
 * The GraphQL API over POST (JSON) and GET (queries only). The schema is built once, at the first request.
 * @returns a handler that answers `{ data, errors }`; each error has `extensions.code`
 */
export const answerGraphql = (payload: Payload): WebHandler => {
  let built: ReturnType<typeof configToSchema> | undefined
  return async (request) => {
    const operation = await readOperation(request)
    built ??= withProjection(configToSchema(payload.config))
    const { schema, validationRules } = built
    const document = parsed(operation.query)
    if (document instanceof GraphQL.GraphQLError) return refuse([document])
    const args = {
      schema,
      document,
      variableValues: operation.variables,
      operationName: operation.operationName,
    }
    const problems = validate(schema, document, [...specifiedRules, ...validationRules(args)])
    if (problems.length) return refuse(problems)
    const kind = getOperationAST(document, operation.operationName)?.operation
    if (!kind)
      throw new RequestError('graphql-malformed', 'The document has no operation of this name.')
    if (request.method === 'GET' && kind !== GraphQL.OperationTypeNode.QUERY)
      throw new RequestError('graphql-mutation-by-get')

    const req = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request })
    const headers: Record<string, string> = {}
    const { data, errors } = await execute({ ...args, contextValue: { headers, req } })
    if (errors?.some(({ originalError }) => isLoginError(originalError))) {
      await recordRefusedLogin(req)
    }
    const body = {
      data,
      ...(errors && { errors: errors.map((error) => withCode(error, payload)) }),
    }
    return Response.json(body, {
      status: data === undefined ? 400 : 200,
      headers: mergeHeaders(req.responseHeaders ?? new Headers(), new Headers(headers)),
    })
  }
}

const readOperation = async (request: Request): Promise<Operation> => {
  const source = request.method === 'GET' ? fromAddress(request) : await fromBody(request)
  if (!isObject(source) || typeof source.query !== 'string' || !source.query.trim()) {
    throw new RequestError('graphql-query-missing')
  }
  const { query, variables, operationName } = source
  if (variables != null && !isObject(variables)) {
    throw new RequestError('graphql-malformed', 'The variables are not a JSON object.')
  }
  return {
    query,
    ...(isObject(variables) && { variables }),
    ...(typeof operationName === 'string' && operationName && { operationName }),
  }
}

const fromAddress = (request: Request): unknown => {
  const { query, variables, operationName } = Object.fromEntries(new URL(request.url).searchParams)
  return { query, operationName, variables: variables ? json(variables) : undefined }
}

const fromBody = async (request: Request): Promise<unknown> => {
  if (!request.headers.get('content-type')?.startsWith('application/json')) {
    throw new RequestError('content-type-unsupported', 'Send GraphQL as application/json.')
  }
  return json(await request.text())
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError('json-malformed')
  }
}

const parsed = (query: string): DocumentNode | GraphQLError => {
  try {
    return parse(query, { maxTokens: MAX_TOKENS })
  } catch (error) {
    if (error instanceof GraphQL.GraphQLError) return error
    throw error
  }
}

const MAX_TOKENS = 10_000

const refuse = (errors: readonly GraphQLError[]): Response =>
  Response.json(
    {
      errors: errors.map((error) => ({
        ...error.toJSON(),
        extensions: { code: 'graphql-malformed' },
      })),
    },
    { status: 400 },
  )

/** One error of an execution. Details of what went wrong inside the server stay in its log. */
const withCode = (error: GraphQLError, payload: Payload) => {
  const original = error.originalError
  if (!original)
    return { ...error.toJSON(), extensions: { code: 'graphql-malformed', statusCode: 400 } }
  const status = 'status' in original && typeof original.status === 'number' ? original.status : 500
  const data: unknown = 'data' in original ? original.data : undefined
  const { name, message } = original
  const isPublic = original instanceof APIError ? original.isPublic : status !== 500
  if (!isPublic) {
    payload.logger.error({ err: original }, 'A GraphQL field has failed')
    const { code, message: hidden } = new RequestError('internal-error')
    return { ...error.toJSON(), message: hidden, extensions: { code, statusCode: status } }
  }
  const code = codeOfPayloadError({ name, message, data }, status)
  return {
    ...error.toJSON(),
    extensions: { code, name, statusCode: status, ...(data != null && { data }) },
  }
}

/**
 * Reads only the fields that a query names. Payload does so when a client passes `select: true`; rich text is
 * most of the cost of a list, so here it is the default. `select: false` reads whole documents.
 */
const withProjection = (
  built: ReturnType<typeof configToSchema>,
): ReturnType<typeof configToSchema> => {
  for (const field of Object.values(built.schema.getQueryType()?.getFields() ?? {})) {
    for (const arg of field.args) if (arg.name === 'select') arg.defaultValue = true
  }
  return built
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
