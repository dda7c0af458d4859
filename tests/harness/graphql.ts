import { GRAPHQL_POST } from '@payloadcms/next/routes'
import type { SanitizedConfig } from 'payload'
import { authorization, isObject, type Credentials, type Json } from './rest'

export type GraphqlAnswer = { data: Json; errors: { message: string }[] }

export type GraphqlRequest = { query: string; variables?: Json } & Credentials

/** Calls the GraphQL API as a client would. `data` is an empty object when there is none. */
export const callGraphql = async (
  config: SanitizedConfig,
  { query, variables, ...credentials }: GraphqlRequest,
): Promise<GraphqlAnswer> => {
  const request = new Request('http://localhost:3000/api/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...authorization(credentials) },
    body: JSON.stringify({ query, variables }),
  })
  const response = await GRAPHQL_POST(Promise.resolve(config))(request)
  const body: unknown = await response.json()
  if (!isObject(body)) return { data: {}, errors: [{ message: String(body) }] }
  return {
    data: isObject(body.data) ? body.data : {},
    errors: Array.isArray(body.errors)
      ? body.errors.map((error: unknown) => ({
          message: isObject(error) ? String(error.message) : String(error),
        }))
      : [],
  }
}
