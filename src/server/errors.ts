/** Every refusal that the host itself can give: its status and the sentence that a client reads. */
const ERRORS = {
  'json-malformed': [
    400,
    'The body is not valid JSON. Check quotes, commas and brackets, and send it as UTF-8.',
  ],
  'form-malformed': [
    400,
    'The multipart form is cut off or has no boundary. Let the client library set the Content-Type.',
  ],
  'url-malformed': [
    400,
    'The address can’t be decoded. Encode special characters as UTF-8 percent escapes.',
  ],
  'graphql-query-missing': [
    400,
    'The request has no GraphQL query. Send { "query": "…" } as JSON, or ?query=… with GET.',
  ],
  'graphql-malformed': [
    400,
    'The GraphQL request is not understood. The message of each error names the place.',
  ],
  'graphql-query-unknown': [
    400,
    'No query of this hash was sent to this server yet. Send the query together with its hash.',
  ],
  'graphql-query-not-allowed': [
    403,
    'This server answers listed queries only. Add the query to the file of GRAPHQL_ALLOW_LIST.',
  ],
  'graphql-mutation-by-get': [405, 'GET takes GraphQL queries only. Send mutations with POST.'],
  'request-malformed': [400, 'The request is not understood.'],
  unauthenticated: [
    401,
    'You are not logged in, or the session has ended. Log in or send an API key.',
  ],
  'api-key-refused': [
    401,
    'This API key is not known, was revoked or has expired. Ask an admin for a new one.',
  ],
  'preview-refused': [
    403,
    'This preview link is not valid. Copy the whole link, or make a new one in the newsroom.',
  ],
  'preview-expired': [
    410,
    'This preview link has expired. Make a new one with the preview button of the article.',
  ],
  forbidden: [403, 'Your account may not do this.'],
  'route-unknown': [
    404,
    'There is nothing at this address. Check the name of the collection and the path.',
  ],
  'file-not-found': [404, 'There is no file at this address.'],
  'document-not-found': [404, 'There is no document with this id, or it is not visible to you.'],
  'method-not-allowed': [
    405,
    'This address does not take this method. The Allow header lists those that it takes.',
  ],
  conflict: [409, 'The request conflicts with what is stored. Load the document again and retry.'],
  'body-too-large': [413, 'The body is larger than this server takes.'],
  'content-type-unsupported': [415, 'Send the body as application/json or multipart/form-data.'],
  'range-not-satisfiable': [416, 'The file is shorter than the range that was asked for.'],
  'validation-failed': [400, 'Some fields are not valid. The errors name them.'],
  'query-refused': [400, 'The query names a field that does not exist or may not be queried.'],
  'query-too-large': [400, 'The query asks for more than this server answers at once.'],
  'document-locked': [423, 'Somebody else is editing this document.'],
  'too-many-requests': [429, 'Too many requests. Wait and retry.'],
  'internal-error': [
    500,
    'Something went wrong on the server. The log has the details under this request id.',
  ],
  'not-supported': [501, 'This server does not support the request.'],
  'admin-failed': [503, 'The admin panel could not be started. The log has the reason.'],
  starting: [503, 'The server is starting. Retry in a few seconds.'],
  'read-timeout': [503, 'The read took too long and was given up. Ask for less, or retry later.'],
  'shutting-down': [503, 'The server is shutting down. Retry at another instance.'],
  'database-unavailable': [503, 'The database does not answer. Retry in a few seconds.'],
} as const satisfies Record<string, readonly [number, string]>

export type ErrorCode = keyof typeof ERRORS

/** The answer to a refused request; Payload's own errors have more keys beside these. */
export type ErrorBody = { errors: { code: string; message: string }[]; requestId?: string }

/** A refusal with a code of the table, on its way to the one place that answers with it. */
export class RequestError extends Error {
  override name = 'RequestError'
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string = ERRORS[code][1]) {
    super(message)
    this.code = code
  }

  get status(): number {
    return ERRORS[this.code][0]
  }
}

/** The status that belongs to a code. */
export const statusOf = (code: ErrorCode): number => ERRORS[code][0]

/** The code for an answer of which nothing but its HTTP status is known. */
export const codeOfStatus = (status: number): ErrorCode =>
  CODES_BY_STATUS[status] ?? (status >= 500 ? 'internal-error' : 'request-malformed')

/** The JSON body for one refusal. */
export const errorBody = (error: RequestError, requestId?: string): ErrorBody => ({
  errors: [{ code: error.code, message: error.message }],
  ...(requestId && { requestId }),
})

const CODES_BY_STATUS: Record<number, ErrorCode> = {
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'document-not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  413: 'body-too-large',
  415: 'content-type-unsupported',
  423: 'document-locked',
  429: 'too-many-requests',
  501: 'not-supported',
}
