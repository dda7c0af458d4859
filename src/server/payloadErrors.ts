import { codeOfStatus, errorBody, RequestError, type ErrorCode } from './errors'

type Json = Record<string, unknown>

/**
 * Adds stable codes to an error that Payload has answered with. What Payload sent stays; `{ message }` without
 * `errors` gets the list too.
 * @returns the body to send: `{ errors: [{ code, message, … }], requestId, … }`
 */
export const codedPayloadError = ({
  body,
  status,
  requestId,
}: {
  body: unknown
  status: number
  requestId: string
}): Json => {
  if (!isObject(body)) return errorBody(new RequestError(codeOfStatus(status)), requestId)
  const errors =
    Array.isArray(body.errors) && body.errors.length ? body.errors : [{ message: body.message }]
  return { ...body, errors: errors.map((error) => withCode(error, status)), requestId }
}

/** The code of one error of Payload: its own, else by its name or message, else by the status. */
export const codeOfPayloadError = (error: Json, status: number): string => {
  for (const place of [error, error.data, error.extensions]) {
    if (isObject(place) && typeof place.code === 'string') return place.code
  }
  return (
    CODES_BY_NAME[String(error.name)] ??
    CODES_BY_MESSAGE.find(([pattern]) => pattern.test(String(error.message)))?.[1] ??
    codeOfStatus(status)
  )
}

const withCode = (error: unknown, status: number): Json => {
  const known = isObject(error) ? error : { message: error }
  const code = codeOfPayloadError(known, status)
  const message =
    typeof known.message === 'string'
      ? known.message
      : new RequestError(codeOfStatus(status)).message
  return { ...known, code, message }
}

const CODES_BY_NAME: Record<string, ErrorCode> = {
  ValidationError: 'validation-failed',
  QueryError: 'query-refused',
  NotFound: 'document-not-found',
  Forbidden: 'forbidden',
  UnauthorizedError: 'unauthenticated',
  AuthenticationError: 'unauthenticated',
  Locked: 'document-locked',
}

// Payload leaves the name of an error without data out.
const CODES_BY_MESSAGE: [RegExp, ErrorCode][] = [
  [/^Invalid JSON$/, 'json-malformed'],
  [/^Route not found/, 'route-unknown'],
]

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
