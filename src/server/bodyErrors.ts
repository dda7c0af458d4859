import type { AfterErrorHook, Payload } from 'payload'
import { errorBody, RequestError, type ErrorCode } from './errors'

/**
 * Makes Payload answer 400 to bodies that it can't read, where it would answer 500: forms that are cut off or
 * have no boundary, and a `_payload` part that is not JSON.
 */
export const explainBodyErrors = (payload: Payload): void => {
  const hooks = (payload.config.hooks.afterError ??= [])
  if (!hooks.includes(explain)) hooks.push(explain)
}

const explain: AfterErrorHook = ({ error, req }) => {
  if (!req.headers?.get('content-type')?.startsWith('multipart/')) return
  const code = codeOf(error)
  if (!code) return
  const refusal = new RequestError(code)
  return { status: refusal.status, response: errorBody(refusal) }
}

// The sentences of Payload's reader of forms (`uploads/fetchAPI-multipart`) and of busboy.
const UNREADABLE_FORM =
  /^(?:Unexpected end of (?:form|multipart)|Multipart: Boundary not found|Malformed |Unsupported content type|Request is not eligible for file upload|Missing Content-Type)/i

const codeOf = (error: Error): ErrorCode | undefined => {
  if (error instanceof SyntaxError) return 'json-malformed'
  return UNREADABLE_FORM.test(error.message) ? 'form-malformed' : undefined
}
