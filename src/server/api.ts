import type {
  Request as ExpressRequest,
  RequestHandler,
  Response as ExpressResponse,
} from 'express'
import { handleEndpoints, type Payload } from 'payload'
import { answerError } from './answerError'
import { allowedMethods } from './allowedMethods'
import { explainBodyErrors } from './bodyErrors'
import { RequestError } from './errors'
import type { LeanReads } from './lean/leanReads'
import { codedPayloadError } from './payloadErrors'
import { drain, limitedBody, type BodyLimits } from './requestBody'
import { sendWebResponse, toWebRequest } from './webRequest'

export type BridgeSettings = BodyLimits & { publicUrl: URL | undefined }

/** Answers a web request, as Payload's REST API and the GraphQL API do. */
export type WebHandler = (request: Request) => Promise<Response>

/** Payload's REST API, with a code on each of its errors. */
export const serveRest = (payload: Payload, settings: BridgeSettings): RequestHandler => {
  explainBodyErrors(payload)
  return serveWebHandler((request) => answerRest(payload, request), settings)
}

/** Puts a web handler behind Express: streams, limits of the body, aborts, and coded errors. */
export const serveWebHandler =
  (handler: WebHandler, settings: BridgeSettings): RequestHandler =>
  async (request, response) => {
    try {
      const body = limitedBody(request, settings)
      const answer = await handler(
        toWebRequest({
          request,
          response,
          body: body?.stream,
          origin: originOf(request, settings),
        }),
      )
      const refusal = body?.refusal()
      if (refusal) throw refusal
      await sendAnswer(answer, response)
    } catch (error) {
      if (isClientGone(response)) return
      if (!(error instanceof RequestError)) throw error
      if (!request.complete) response.setHeader('Connection', 'close')
      answerError(response, error)
      drain(request)
    }
  }

/** Payload's REST API as a function from a web request to a web response. */
export const answerRest = async (payload: Payload, request: Request): Promise<Response> => {
  const answer = await handleEndpoints({ config: payload.config, request }).catch(refuseUnreadable)
  if (answer.status !== 404) return answer
  const methods = allowedMethods(payload, new URL(request.url).pathname)
  if (methods.length === 0 || methods.includes(request.method)) return answer
  return Response.json(
    { message: new RequestError('method-not-allowed').message },
    {
      status: 405,
      headers: { allow: methods.join(', ') },
    },
  )
}

/** A read of the public: as Payload answers it, and past its pipeline where that gives the same. */
export const answerPublicRest = async (
  payload: Payload,
  lean: LeanReads,
  request: Request,
): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  const body = await lean.answer(pathname + search)
  if (body !== undefined) return new Response(body, { headers: JSON_HEADERS })
  const answer = await answerRest(payload, request)
  if (answer.status !== 200) return answer
  const text = await answer.text()
  await lean.learn(pathname + search, text)
  return new Response(text, { headers: answer.headers })
}

const JSON_HEADERS = { 'content-type': 'application/json' }

/** A query sent as a JSON body is read by Payload outside of its own net. */
const refuseUnreadable = (error: unknown): never => {
  throw error instanceof SyntaxError ? new RequestError('json-malformed') : error
}

/** Sends an answer of Payload; an error gets a code and this request's id. */
export const sendAnswer = async (answer: Response, response: ExpressResponse): Promise<void> => {
  const isJson = answer.headers.get('content-type')?.includes('json')
  if (answer.status < 400 || !(isJson || answer.body === null))
    return sendWebResponse(answer, response)
  const body = codedPayloadError({
    body: await answer.json().catch(() => undefined),
    status: answer.status,
    requestId: response.req.id,
  })
  const headers = new Headers(answer.headers)
  headers.delete('content-length')
  headers.set('cache-control', 'no-store')
  if (answer.status === 429) headers.set('retry-after', '60')
  await sendWebResponse(Response.json(body, { status: answer.status, headers }), response)
}

const isClientGone = (response: ExpressResponse): boolean => response.destroyed || response.closed

/** Base of the address of a request, as the outside calls this server. */
export const originOf = (
  request: ExpressRequest,
  { publicUrl }: Pick<BridgeSettings, 'publicUrl'>,
): string => {
  if (publicUrl) return publicUrl.origin
  const origin = `${request.protocol}://${request.host}`
  return URL.canParse(origin) ? origin : 'http://localhost'
}
