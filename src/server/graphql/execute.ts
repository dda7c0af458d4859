import { configToSchema } from '@payloadcms/graphql'
import { GraphQL } from '@payloadcms/graphql/types'
import type { DocumentNode } from 'graphql'
import { APIError, createPayloadRequest, mergeHeaders, type Payload } from 'payload'
import { readsAsPublic } from '../../../collections/access/policy'
import { isLoginError, recordRefusedLogin } from '../../../collections/hooks/recordFailedLogin'
import { RequestError } from '../errors'
import { limitArguments, type QueryLimits } from '../protection/queryLimits'
import { createDocuments } from './documents'
import { refusedDocument, withCode } from './graphqlErrors'
import type { GraphqlLimits } from './limits'
import type { Operation } from './operation'
import { createForms } from '../lean/forms'
import { formOf } from '../lean/question'
import { createLeanQueries } from './leanQueries'
import { projectQueries, readLean, type LimitList } from './projection'

export type Executed = { status: number; body: object; headers?: Headers }

/** An operation that was understood: it can be run for whoever asks. */
export type Prepared =
  | { refused: Executed }
  | {
      refused?: undefined
      isQuery: boolean
      /** Whether it asks for drafts or trashed documents. */
      isPrivate: boolean
      /** @param request tells who asks */
      run: (request: Request) => Promise<Executed>
      /** Runs a query of nobody in particular, on the lean path where it gives the same bytes. */
      runPublic: (request: Request) => Promise<Executed>
    }

/** GraphQL on Payload's schema, which is built once, at the first request. */
export const createExecutor = (payload: Payload, limits: GraphqlLimits & QueryLimits) => {
  let built: ReturnType<typeof build> | undefined
  return (operation: Operation & { query: string }): Prepared => {
    built ??= build(payload, limits)
    const { schema, validationRules, documents, lean } = built
    const known = documents(operation.query)
    if (known.problems) return { refused: { status: 400, body: refusedDocument(known.problems) } }
    const { document, isPrivate } = known
    const args = {
      schema,
      document,
      variableValues: operation.variables,
      operationName: operation.operationName,
    }
    const kind = GraphQL.getOperationAST(document, operation.operationName)?.operation
    if (!kind) {
      throw new RequestError('graphql-malformed', 'The document has no operation of this name.')
    }
    const refusal = (): Executed | undefined => {
      // Its complexity depends on the variables, so it is no part of what is known of the document.
      const problems = GraphQL.validate(schema, document, validationRules(args))
      return problems.length > 0 ? { status: 400, body: refusedDocument(problems) } : undefined
    }
    return {
      isQuery: kind === GraphQL.OperationTypeNode.QUERY,
      isPrivate,
      run: async (request) => refusal() ?? execute(payload, args, request),
      runPublic: async (request) => {
        const refused = refusal()
        if (refused) return refused
        const long = () => execute(payload, args, request)
        const form = JSON.stringify([known.form, formOf(operation.variables), args.operationName])
        return lean ? lean(form, args, long) : long()
      },
    }
  }
}

const build = (payload: Payload, limits: GraphqlLimits & QueryLimits) => {
  const { schema, validationRules } = configToSchema(payload.config)
  projectQueries(schema, limitList(limits))
  const documents = createDocuments(schema, limits)
  return { schema, validationRules, documents, lean: leanExecutor(payload) }
}

type ExecutionArgs = {
  schema: ReturnType<typeof configToSchema>['schema']
  document: DocumentNode
  variableValues?: Record<string, unknown>
  operationName?: string
}

/** Answers queries on the lean path whose form has been answered with the same bytes by both ways. */
const leanExecutor = (payload: Payload) => {
  const begin = createLeanQueries(payload)
  if (!begin) return undefined
  const forms = createForms()
  const short = async (args: ExecutionArgs): Promise<Executed | undefined> => {
    const execution = await begin()
    const contextValue = readLean({ headers: {}, req: execution.req, isPublic: true }, execution)
    const { data, errors } = await GraphQL.execute({ ...args, contextValue })
    return errors || !data ? undefined : { status: 200, body: { data } }
  }
  return async (
    form: string,
    args: ExecutionArgs,
    long: () => Promise<Executed>,
  ): Promise<Executed> => {
    if (forms.isKnown(form)) return (await short(args)) ?? long()
    const executed = await long()
    if (executed.status === 200 && !('errors' in executed.body) && forms.isOpen(form)) {
      const same = (await short(args))?.body
      forms.note(form, JSON.stringify(same) === JSON.stringify(executed.body))
    }
    return executed
  }
}

/** Keeps lists of the public as short as those of REST are; without a limit they have the greatest that there is. */
const limitList =
  ({ maxLimit }: QueryLimits): LimitList =>
  (args, { isPublic }) => {
    if (isPublic !== true) return args
    try {
      limitArguments(args)
    } catch (error) {
      throw error instanceof RequestError ? argumentRefusal(error.message, error.code) : error
    }
    const limit = args.limit ?? (args.pagination === false ? 0 : undefined)
    if (typeof limit !== 'number') return args
    if (limit === 0) return { ...args, limit: maxLimit }
    if (limit <= maxLimit) return args
    throw argumentRefusal(`A list has ${maxLimit} documents at most. Ask for them by pages.`)
  }

const argumentRefusal = (message: string, code = 'query-too-large'): APIError =>
  new APIError(message, 400, { code }, true)

const execute = async (
  payload: Payload,
  args: ExecutionArgs,
  request: Request,
): Promise<Executed> => {
  const req = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request })
  const headers: Record<string, string> = {}
  const contextValue = { headers, req, isPublic: readsAsPublic(req.user) }
  const { data, errors } = await GraphQL.execute({ ...args, contextValue })
  if (errors?.some(({ originalError }) => isLoginError(originalError))) {
    await recordRefusedLogin(req)
  }
  return {
    status: data === undefined ? 400 : 200,
    body: { data, ...(errors && { errors: errors.map((error) => withCode(error, payload)) }) },
    headers: mergeHeaders(req.responseHeaders ?? new Headers(), new Headers(headers)),
  }
}
