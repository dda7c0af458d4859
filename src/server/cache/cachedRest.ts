import type { Request, RequestHandler } from 'express'
import type { TimedRead } from '../protection/readTime'
import type { PublicReads } from './publicReads'
import { publicRestRead } from './publicRead'

/** An answer that is not kept, read whole so that all who wait for it can have it. */
export type ReadAnswer = { status: number; headers: Headers; text: string }

/**
 * Answers reads of the REST API that everybody may have from the cache, and computes each of them as nobody in
 * particular: from its address alone. All others pass on, with the word that no cache may keep them.
 */
export const cachedRest =
  ({
    reads,
    compute,
    refuse,
    originOf,
    limit,
    timed,
  }: {
    reads: PublicReads
    /** Payload's REST API. */
    compute: (request: globalThis.Request) => Promise<globalThis.Response>
    /** Sends an answer that is not kept. */
    refuse: (answer: ReadAnswer, response: Parameters<RequestHandler>[1]) => Promise<void>
    originOf: (request: Request) => string
    /** Throws for what asks for too much. */
    limit: (address: string) => Promise<void>
    timed: TimedRead
  }): RequestHandler =>
  async (request, response, next) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return next()
    const isPublic = (await reads.audience.find(request.headers)) === 'public'
    if (isPublic) await limit(request.originalUrl)
    const read = publicRestRead(request.originalUrl)
    if (!read || !isPublic) {
      response.setHeader('Cache-Control', 'private, no-store')
      response.setHeader('X-Cache', 'bypass')
      return next()
    }
    const loaded = await reads.cache.load<ReadAnswer>(read.key, async () => {
      const asked = new Request(new URL(read.address, originOf(request)))
      const answer = await timed(request.originalUrl, () => compute(asked))
      const { status, headers } = answer
      if (status !== 200) return { refused: { status, headers, text: await answer.text() } }
      return {
        status,
        contentType: headers.get('content-type') ?? 'application/json',
        body: Buffer.from(await answer.arrayBuffer()),
      }
    })
    if ('refused' in loaded) return refuse(loaded.refused, response)
    await reads.send({
      request,
      response,
      key: read.key,
      alias: request.originalUrl,
      ...loaded,
    })
  }
