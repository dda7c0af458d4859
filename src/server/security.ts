import type { RequestHandler } from 'express'
import helmet from 'helmet'
import { randomBytes } from 'node:crypto'
import type { HeaderSetter } from './cache/answerHitsFirst'

/** Headers for every answer. HTTPS is insisted on only where the public address has it. */
export const protectAnswers = ({ isHttps }: { isHttps: boolean }): HeaderSetter =>
  helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000 } : false,
    // Frontends on other sites show pictures of /media; what they may read is decided by CORS.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
  })

/** Answers of the API are data: a browser that opens one runs and shows nothing. */
export const protectData: HeaderSetter = helmet.contentSecurityPolicy({
  useDefaults: false,
  directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
})

/**
 * The policy of the admin panel. Scripts run by a nonce, new with each request; Next takes it from the policy
 * in the request's headers and puts it on its own scripts. Styles are set by attributes (React, the editor), for
 * which no nonce exists. Pictures come from any HTTPS site, because articles may link them.
 */
export const protectAdmin =
  ({ isDevelopment, isHttps }: { isDevelopment: boolean; isHttps: boolean }): RequestHandler =>
  (request, response, next) => {
    const nonce = randomBytes(16).toString('base64')
    const policy = adminPolicy({ nonce, isDevelopment, isHttps })
    request.headers['content-security-policy'] = policy
    response.setHeader('Content-Security-Policy', policy)
    next()
  }

const adminPolicy = ({
  nonce,
  isDevelopment,
  isHttps,
}: {
  nonce: string
  isDevelopment: boolean
  isHttps: boolean
}): string =>
  [
    "default-src 'self'",
    // React's development build evaluates strings to rebuild stacks of the server.
    `script-src 'self' 'nonce-${nonce}'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "font-src 'self' data:",
    "img-src 'self' https: data: blob:",
    "media-src 'self' https: blob:",
    `connect-src 'self'${isDevelopment ? ' ws: wss:' : ''}`,
    "worker-src 'self' blob:",
    // Embeds in articles and the live preview of the site.
    "frame-src 'self' https: http:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
