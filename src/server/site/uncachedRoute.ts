import type { RouteMaker } from './serveSite'

/** Computes every answer anew. */
export const uncachedRoute =
  (publicUrl: URL | undefined): RouteMaker =>
  (compute) =>
  async (request, response) => {
    const { pathname, search } = new URL(request.originalUrl, 'http://localhost')
    const answer = await compute({
      path: pathname,
      params: Object.fromEntries(
        Object.entries(request.params).map(([name, value]) => [name, [value].flat().join('/')]),
      ),
      query: new URLSearchParams(search),
      origin: publicUrl?.origin ?? `${request.protocol}://${request.host}`,
    })
    response.status(answer.status).set({ ...answer.headers, 'Content-Type': answer.contentType })
    response.end(answer.body)
  }
