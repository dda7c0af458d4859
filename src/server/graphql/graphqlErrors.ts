import type { GraphQLError } from 'graphql'
import { APIError, type Payload } from 'payload'
import { RequestError } from '../errors'
import { codeOfPayloadError } from '../payloadErrors'

/** The errors of a document that was not understood, with their code where REST has it too. */
export const refusedDocument = (errors: readonly GraphQLError[]) => ({
  errors: errors.map((error) => ({
    ...error.toJSON(),
    code: 'graphql-malformed',
    extensions: { code: 'graphql-malformed' },
  })),
})

/** One error of an execution. Details of what went wrong inside the server stay in its log. */
export const withCode = (error: GraphQLError, payload: Payload) => {
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
