import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http'
import { Socket } from 'node:net'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import proxyAddress from 'proxy-addr'
import { corsHeaders } from '../cors'
import { errorBody, RequestError } from '../errors'
import { aliasOf } from '../graphql'
import { passBody } from '../graphql/operation'
import { loggableUrl, requestIdOf } from '../logging'
import { networkOf, type RateLimiter } from '../protection/rateLimit'
import type { PublicReads } from './publicReads'

/** A middleware that sets headers and looks at nothing. */
export type HeaderSetter = (
  request: IncomingMessage,
  response: ServerResponse,
  next: (error?: unknown) => void,
) => void

/**
 * Answers what lies ready in the cache before Express sees the request; all else goes on to the app. Headers, request
 * id and log line are the same as everywhere.
 * @param headerSetters the middlewares of the app whose headers every answer carries
 * @param trust which proxies are believed, as Express has compiled it
 */
export const answerHitsFirst = ({
  app,
  payload,
  reads,
  logger,
  headerSetters,
  trust,
  limiter,
}: {
  app: RequestListener
  payload: Payload
  reads: PublicReads
  logger: Logger
  headerSetters: HeaderSetter[]
  trust: (address: string, distance: number) => boolean
  /** Counts each request, those that are answered from the cache as well. */
  limiter: RateLimiter
}): RequestListener => {
  const headers = Object.entries(headersSetBy(headerSetters))
  const corsHeadersOf = corsHeaders(payload)

  /** Headers, request id and log line of an answer that Express has no part in. */
  const begin = (request: IncomingMessage, response: ServerResponse, begun: number): string => {
    const requestId = requestIdOf(request) ?? randomUUID()
    const { method, url = '' } = request
    for (const [name, value] of headers) response.setHeader(name, value)
    for (const [name, value] of corsHeadersOf(request.headers.origin)) {
      response.setHeader(name, value)
    }
    response.setHeader('X-Request-Id', requestId)
    response.once('close', () =>
      logger.info(
        {
          requestId,
          method,
          url: loggableUrl(url),
          status: response.statusCode,
          ms: Math.round((performance.now() - begun) * 10) / 10,
          client: proxyAddress(request, trust),
        },
        response.writableFinished ? 'answered' : 'client gone',
      ),
    )
    return requestId
  }

  const allowed = (request: IncomingMessage, response: ServerResponse, begun: number): boolean => {
    // An API key that is known to be good counts for itself, wherever it is used; a guessed one for its address.
    const key = reads.audience.keyOf(request.headers)
    const { isAllowed, headers } = limiter.take(
      key ? `key ${key}` : networkOf(proxyAddress(request, trust)),
    )
    for (const [name, value] of headers) response.setHeader(name, value)
    if (isAllowed) return true
    const requestId = begin(request, response, begun)
    const body = JSON.stringify(errorBody(new RequestError('too-many-requests'), requestId))
    response.writeHead(429, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
    response.end(body)
    request.resume()
    return false
  }

  const answered = (
    alias: string,
    request: IncomingMessage,
    response: ServerResponse,
    begun: number,
  ): boolean => {
    const ready = reads.ready(alias)
    if (!ready) return false
    begin(request, response, begun)
    void reads.send({ request, response, ...ready, isHit: true })
    return true
  }

  return (request, response) => {
    const begun = performance.now()
    if (!allowed(request, response, begun)) return
    const { method, url = '' } = request
    const isRead = method === 'GET' || method === 'HEAD'
    const isQuestion = !isRead && isSmallQuestion(request)
    if (!(isRead || isQuestion) || reads.audience.known(request.headers) !== 'public') {
      return app(request, response)
    }
    if (isRead) {
      if (!answered(url, request, response, begun)) app(request, response)
      return
    }
    readWhole(request)
      .then((body) => {
        if (answered(aliasOf('POST', body), request, response, begun)) return
        passBody(request, body)
        app(request, response)
      })
      // The client has gone.
      .catch(() => response.destroy())
  }
}

const MAX_QUESTION_BYTES = 64 * 1024

/** Whether a request is a GraphQL query small enough to be read before anything else looks at it. */
const isSmallQuestion = ({ method, url, headers }: IncomingMessage): boolean =>
  method === 'POST' &&
  url === '/api/graphql' &&
  Boolean(headers['content-type']?.startsWith('application/json')) &&
  Number(headers['content-length'] ?? Infinity) <= MAX_QUESTION_BYTES

const readWhole = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

const headersSetBy = (setters: HeaderSetter[]): Record<string, string> => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  for (const set of setters) set(request, response, () => undefined)
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}
