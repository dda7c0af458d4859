import { handleEndpoints, type SanitizedConfig } from 'payload'

/** Who calls: a session (JWT), an API key, or nobody. */
export type Credentials = { token?: string; apiKey?: string }

export type RestAnswer = { status: number; ok: boolean; body: Json; headers: Headers }

/** A JSON object as it came over the wire. */
export type Json = Record<string, unknown>

export type RestRequest = {
  method?: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT'
  /** Path below `/api`, with its query. */
  path: string
  /** Sent as JSON; a `FormData` is sent as it is. */
  body?: Json | FormData
  headers?: Record<string, string>
} & Credentials

const ORIGIN = 'http://localhost:3000'

/** Calls the REST API as a client would: a web request in, status and JSON out. */
export const callRest = async (
  config: SanitizedConfig,
  { method = 'GET', path, body, headers, ...credentials }: RestRequest,
): Promise<RestAnswer> => {
  const sent = body && (await encoded(body))
  const request = new Request(`${ORIGIN}/api${path}`, {
    method,
    headers: {
      ...authorization(credentials),
      ...(sent && { 'content-type': sent.type }),
      ...headers,
    },
    ...(sent && { body: sent.content }),
  })
  const response = await handleEndpoints({ config, request })
  return {
    status: response.status,
    ok: response.ok,
    body: asJson(await response.text()),
    headers: response.headers,
  }
}

const encoded = async (body: Json | FormData): Promise<{ type: string; content: BodyInit }> => {
  if (!(body instanceof FormData))
    return { type: 'application/json', content: JSON.stringify(body) }
  // As bytes: Node 24 rejects unheard when a refused request leaves a form's own stream unread.
  const form = new Response(body)
  const type = form.headers.get('content-type') ?? ''
  return { type, content: new Uint8Array(await form.arrayBuffer()) }
}

/** The header that names the caller. */
export const authorization = ({ token, apiKey }: Credentials): Record<string, string> => {
  if (token) return { authorization: `JWT ${token}` }
  if (apiKey) return { authorization: `users API-Key ${apiKey}` }
  return {}
}

/** Logs a user in and returns the session's token. */
export const logIn = async (
  config: SanitizedConfig,
  user: { email: string; password: string },
): Promise<string> => {
  const { body } = await callRest(config, { method: 'POST', path: '/users/login', body: user })
  if (typeof body.token !== 'string') throw new Error(`${user.email} can't log in`)
  return body.token
}

const asJson = (text: string): Json => {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : { value }
  } catch {
    return { text }
  }
}

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
