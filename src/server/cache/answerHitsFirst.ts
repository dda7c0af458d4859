import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse, type RequestListener } from 'node:http'
import { Socket } from 'node:net'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import proxyAddress from 'proxy-addr'
import { corsHeaders } from '../cors'
import { loggableUrl, requestIdOf } from '../logging'
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
}: {
  app: RequestListener
  payload: Payload
  reads: PublicReads
  logger: Logger
  headerSetters: HeaderSetter[]
  trust: (address: string, distance: number) => boolean
}): RequestListener => {
  const headers = Object.entries(headersSetBy(headerSetters))
  const corsHeadersOf = corsHeaders(payload)
  return (request, response) => {
    const begun = performance.now()
    const { method, url = '' } = request
    const mayBeKept =
      (method === 'GET' || method === 'HEAD') && reads.audience.known(request.headers) === 'public'
    const ready = mayBeKept ? reads.ready(url) : undefined
    if (!ready) return app(request, response)

    const requestId = requestIdOf(request) ?? randomUUID()
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
    void reads.send({ request, response, ...ready, isHit: true })
  }
}

const headersSetBy = (setters: HeaderSetter[]): Record<string, string> => {
  const request = new IncomingMessage(new Socket())
  const response = new ServerResponse(request)
  for (const set of setters) set(request, response, () => undefined)
  return Object.fromEntries(
    Object.entries(response.getHeaders()).map(([name, value]) => [name, String(value)]),
  )
}
