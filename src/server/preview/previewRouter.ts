import { Router } from 'express'
import { randomBytes } from 'node:crypto'
import type { Payload } from 'payload'
import { siteSettings } from '../../site/siteSettings'
import { previewPage } from './previewPage'
import { readDraft } from './readDraft'

/**
 * What a signed preview link opens, without a session: the built-in page at `/preview/:token`, and the draft as JSON for a
 * frontend's own preview at `/api/preview/:token`. Neither is kept by any cache.
 * @throws RequestError as `readDraft` does
 */
export const previewRouter = (payload: Payload): Router => {
  const router = Router()
  router.use(['/preview', '/api/preview'], (_request, response, next) => {
    response.set({
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow',
      'Referrer-Policy': 'no-referrer',
    })
    next()
  })
  router.get('/preview/:token', async (request, response) => {
    const draft = await readDraft(payload, request.params.token)
    const nonce = randomBytes(16).toString('base64')
    response.set('Content-Security-Policy', policyWith(nonce))
    response.type('html').send(previewPage(draft, { nonce, timezone: siteSettings().timezone }))
  })
  router.get('/api/preview/:token', async (request, response) => {
    const { article, expiresAt } = await readDraft(payload, request.params.token)
    response.json({ doc: article, expiresAt: expiresAt.toISOString() })
  })
  return router
}

/** Pictures and players of articles come from anywhere; scripts are the page's own alone. */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "script-src 'self'",
    "img-src 'self' https: http: data:",
    "media-src 'self' https: http:",
    'frame-src https:',
    "connect-src 'self'",
    "frame-ancestors 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
