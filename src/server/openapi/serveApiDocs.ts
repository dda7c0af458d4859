import express, { Router, type RequestHandler } from 'express'
import { createRequire } from 'node:module'
import path from 'node:path'
import type { Payload } from 'payload'
import { allowMethods } from '../answerError'
import { openApiDocument } from './openApiDocument'

const assets = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
const FILES = ['swagger-ui.css', 'swagger-ui-bundle.js']

/** Styles are set by attributes, small pictures are data: nothing else comes from anywhere. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'"

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Galley API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
<div id="docs"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</html>
`

const START = `window.SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null })\n`

/** `/api/openapi.json`, and a page at `/api/docs` that shows it; all of it comes from this server. */
export const serveApiDocs = (payload: Payload): RequestHandler => {
  const router = Router()
  let body: string | undefined
  router.all('/api/openapi.json', allowMethods('GET', 'HEAD'), (_request, response) => {
    body ??= JSON.stringify(openApiDocument(payload.config))
    response.set('Cache-Control', 'public, max-age=300').type('json').send(body)
  })
  router.use('/api/docs', allowMethods('GET', 'HEAD'), (_request, response, next) => {
    response.set('Content-Security-Policy', POLICY)
    next()
  })
  router.get('/api/docs', (_request, response) => response.type('html').send(PAGE))
  router.get('/api/docs/start.js', (_request, response) => response.type('js').send(START))
  for (const file of FILES) {
    router.use(
      `/api/docs/${file}`,
      express.static(path.join(assets, file), { redirect: false, maxAge: '1d' }),
    )
  }
  return router
}
