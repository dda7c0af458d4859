import type { Request, RequestHandler, Response } from 'express'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { pino, type Logger } from 'pino'
import { clientAddress } from './clientAddress'

declare global {
  // The one way to add to Express's request.
  // eslint-disable-next-line @typescript-eslint/no-namespace
  namespace Express {
    // Only an interface adds to one declared elsewhere.
    // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
    interface Request {
      /** Echoed as `X-Request-Id`, and in the body of every error. */
      id: string
      /** Logs with the request's id. */
      log: Logger
    }
  }
}

/** The log of the host: one JSON object a line on stdout. */
export const createLogger = (level: string): Logger =>
  pino({
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['*.password', '*.token', '*.authorization', '*.cookie', '*.apiKey'],
  })

/**
 * Gives each request an id (its `X-Request-Id` where that is well formed), echoes it, and logs one line when it is
 * answered. Headers are not logged at all, and the address without what may be secret in it, so no cookie, key
 * or token reaches the log.
 */
export const logRequests =
  (logger: Logger): RequestHandler =>
  (request, response, next) => {
    const begun = performance.now()
    request.id = requestIdOf(request) ?? randomUUID()
    request.headers['x-request-id'] = request.id
    request.log = logger.child({ requestId: request.id })
    response.setHeader('X-Request-Id', request.id)
    response.once('close', () => {
      const entry = {
        method: request.method,
        url: loggableUrl(request.originalUrl),
        status: response.statusCode,
        ms: Math.round((performance.now() - begun) * 10) / 10,
        client: clientAddress(request),
      }
      request.log[levelOf(request, response)](
        entry,
        response.writableFinished ? 'answered' : 'client gone',
      )
    })
    next()
  }

/** The address of a request with the values of secret-looking parameters and paths replaced. */
export const loggableUrl = (url: string): string =>
  url
    .replace(/([?&][^=&]{0,200}(?:token|secret|key|password|signature)[^=&]{0,200}=)[^&]*/gi, '$1…')
    .replace(/(\/(?:reset|verify)\/)[^/?]+/g, '$1…')

const WELL_FORMED_ID = /^[\w.:=+/-]{8,128}$/

/** The id that a client or a proxy has given to a request, where it is well formed. */
export const requestIdOf = ({ headers }: IncomingMessage): string | undefined => {
  const given = headers['x-request-id']
  return typeof given === 'string' && WELL_FORMED_ID.test(given) ? given : undefined
}

const QUIET_PATHS = /^\/(?:healthz|readyz|_next\/static)\b/
const READINESS = /^\/readyz\b/

const levelOf = (request: Request, response: Response): 'debug' | 'info' | 'error' => {
  // "Not ready yet" is what the question is for, not an error of the server.
  if (response.statusCode === 503 && READINESS.test(request.originalUrl)) return 'info'
  if (response.statusCode >= 500) return 'error'
  return QUIET_PATHS.test(request.originalUrl) ? 'debug' : 'info'
}
