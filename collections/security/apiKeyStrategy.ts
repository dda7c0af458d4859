import type { AuthStrategy } from 'payload'
import { apiKeyIn, findApiKey, noteUse } from './apiKeys'

/** Makes the API key of a request its user: a document of `api-keys` with its scopes. */
export const apiKeyStrategy: AuthStrategy = {
  name: 'galley-api-key',
  authenticate: async ({ headers, payload }) => {
    const key = apiKeyIn(headers.get('authorization'))
    const found = key && (await findApiKey(payload, key))
    if (!found) return { user: null }
    await noteUse(payload, found).catch((error: unknown) =>
      payload.logger.warn({ err: error }, 'The use of an API key could not be noted'),
    )
    return { user: { ...found, digest: '', collection: 'api-keys' } }
  },
}
