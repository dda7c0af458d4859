import { Router, type RequestHandler } from 'express'

/** The page brings its scripts and workers in itself, and asks this server alone. */
const POLICY = [
  "default-src 'none'",
  "script-src 'unsafe-inline' 'unsafe-eval' blob:",
  'worker-src blob:',
  "style-src 'unsafe-inline'",
  'img-src data:',
  'font-src data:',
  "connect-src 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** GraphiQL at `/graphiql`, for development: its package is not there in production. */
export const serveGraphiql = (): RequestHandler => {
  const router = Router()
  router.get('/graphiql', async (_request, response) => {
    const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql')
    response.setHeader('Content-Security-Policy', POLICY)
    response.type('html').send(
      renderGraphiQL({
        title: 'Galley GraphiQL',
        endpoint: '/api/graphql',
        defaultQuery: FIRST_QUERY,
      }),
    )
  })
  return router
}

const FIRST_QUERY = `{
  Articles(limit: 10, sort: "-publishedAt") {
    docs {
      title
      slug
      publishedAt
    }
  }
}
`
