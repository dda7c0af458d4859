import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'

/**
 * The request as Payload takes it.
 * @param body the stream of its body, if it has one
 * @param origin base of its address: what the outside calls this server
 * @returns a web `Request` whose signal aborts when the client goes away. HEAD is asked as GET.
 */
export const toWebRequest = ({
  request,
  response,
  body,
  origin,
}: {
  request: ExpressRequest
  response: ExpressResponse
  body?: Readable
  origin: string
}): Request => {
  const aborter = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) aborter.abort()
  })
  const init: RequestInit & { duplex: 'half' } = {
    method: request.method === 'HEAD' ? 'GET' : request.method,
    headers: headersOf(request),
    signal: aborter.signal,
    duplex: 'half',
  }
  if (body) init.body = webStreamOf(body)
  return new Request(new URL(request.originalUrl.replace(/^\/+/, '/'), origin), init)
}

/** Sends a web `Response`; each cookie stays a header of its own. */
export const sendWebResponse = async (
  answer: Response,
  response: ExpressResponse,
): Promise<void> => {
  response.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie' && !MERGED.has(name)) response.setHeader(name, value)
  })
  const vary = answer.headers.get('vary')
  if (vary) response.vary(vary)
  for (const cookie of answer.headers.getSetCookie()) response.append('Set-Cookie', cookie)
  if (!answer.body || response.req.method === 'HEAD') {
    await answer.body?.cancel()
    response.end()
    return
  }
  // `pipeline` and `compression` listen for the end a dozen times between them, and all let go of it.
  response.setMaxListeners(30)
  await pipeline(Readable.fromWeb(nodeStreamOf(answer.body)), response)
}

const MERGED = new Set(['vary', 'access-control-expose-headers'])

const headersOf = (request: ExpressRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const one of Array.isArray(value) ? value : [value ?? '']) headers.append(name, one)
  }
  return headers
}

// One class at run time, declared twice: by Node and by the DOM.
const webStreamOf = (stream: Readable): ReadableStream<Uint8Array> =>
  Readable.toWeb(stream) as ReadableStream<Uint8Array>

const nodeStreamOf = (stream: ReadableStream<Uint8Array>): NodeReadableStream<Uint8Array> =>
  stream as NodeReadableStream<Uint8Array>
