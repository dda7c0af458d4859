import type { ErrorRequestHandler, RequestHandler, Response } from 'express'
import { codeOfStatus, errorBody, RequestError } from './errors'

/** Answers with one coded error as JSON, unless the answer has begun already. */
export const answerError = (response: Response, error: RequestError): void => {
  if (response.headersSent) {
    response.destroy()
    return
  }
  const body = errorBody(error, response.req.id)
  for (const name of ['ETag', 'Last-Modified']) response.removeHeader(name)
  response.status(error.status).type('json').set('Cache-Control', 'no-store').json(body)
}

/** The last route: nothing else has answered. */
export const answerUnknownRoute: RequestHandler = () => {
  throw new RequestError('route-unknown')
}

/** Lets only the given methods pass. */
export const allowMethods =
  (...methods: string[]): RequestHandler =>
  (request, response, next) => {
    if (methods.includes(request.method)) return next()
    response.set('Allow', methods.join(', '))
    next(new RequestError('method-not-allowed'))
  }

/** The one place where a thrown error becomes an answer. The stack goes to the log alone. */
export const answerThrownError: ErrorRequestHandler = (
  error: unknown,
  request,
  response,
  _next,
) => {
  if (request.destroyed && !response.writable) return
  const known = asRequestError(error)
  if (known.status >= 500) request.log.error({ err: error }, known.message)
  answerError(response, known)
}

const asRequestError = (error: unknown): RequestError => {
  if (error instanceof RequestError) return error
  if (error instanceof URIError) return new RequestError('url-malformed')
  const status = statusOfError(error)
  if (status === 416) return new RequestError('range-not-satisfiable')
  return new RequestError(status < 500 ? codeOfStatus(status) : 'internal-error')
}

const statusOfError = (error: unknown): number =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : 500
