import compression from 'compression'
import express, { type Express, type RequestHandler } from 'express'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { changeFeedOf } from '../changes/feed'
import { invalidSetting } from '../environment'
import { mediaBucket } from '../mediaFiles'
import { allowMethods, answerThrownError, answerUnknownRoute } from './answerError'
import { answerPublicRest, originOf, sendAnswer, serveRest } from './api'
import { answerHitsFirst } from './cache/answerHitsFirst'
import { cachedRest } from './cache/cachedRest'
import { createPublicReads, type CachedRoute } from './cache/publicReads'
import { checkAddress } from './checkAddress'
import { passClientAddress } from './clientAddress'
import { CODE_EDITOR_ROUTE, serveCodeEditor } from './codeEditor'
import { allowOrigins } from './cors'
import { RequestError } from './errors'
import { serveGraphql } from './graphql'
import { asksDatabase, reportHealth, type Readiness } from './health'
import { formerNames } from '../media/formerNames'
import { createLeanReads } from './lean/leanReads'
import { logRequests } from './logging'
import { serveMedia } from './media'
import { serveApiDocs } from './openapi/serveApiDocs'
import { previewRouter } from './preview/previewRouter'
import { countPublic, limitQuery } from './protection/queryLimits'
import { readByPost } from './readByPost'
import { createRateLimiter } from './protection/rateLimit'
import { refuseBadKeys } from './protection/refuseBadKeys'
import { redisCounts } from './protection/sharedCounts'
import { createTimedRead } from './protection/readTime'
import { protectAdmin, protectAnswers, protectData } from './security'
import type { Settings } from './settings'
import { serveSite } from './site/serveSite'

/** Answers the addresses of the admin panel, as Next's request handler does. */
export type AdminHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export type AppParts = {
  payload: Payload
  /** Without it `/admin` answers 503 `admin-failed`. */
  admin?: AdminHandler
  logger: Logger
  readiness: Readiness
  settings: Settings
  isDevelopment?: boolean
  /** Routers that answer before Payload's API, made with the means to have their answers cached. */
  routers?: RouterMaker[]
}

export type RouterMaker = (parts: {
  payload: Payload
  settings: Settings
  cachedRoute: CachedRoute
}) => RequestHandler

const publicDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../public')

/**
 * Puts the host together. It opens nothing and listens nowhere: tests give it a Payload of their own and no Next.
 * @throws Error `setting-invalid: TRUST_PROXY …`
 */
export const createApp = ({
  payload,
  admin = answerWithoutAdmin,
  logger,
  readiness,
  settings,
  isDevelopment = false,
  routers = [],
}: AppParts): RequestListener => {
  const app = express()
  const isHttps = settings.publicUrl?.protocol === 'https:'
  app.disable('x-powered-by')
  app.set('etag', false)
  trustProxies(app, settings.trustProxy)
  const headerSetters = [protectAnswers({ isHttps }), protectData]
  const originOfRequest = (request: express.Request) => originOf(request, settings)
  const reads = createPublicReads({
    payload,
    settings: settings.cache,
    publicUrl: settings.publicUrl,
    originOf: originOfRequest,
  })

  const { requestsPerMinute, redisUrl } = settings.protection
  const shared = redisUrl && requestsPerMinute > 0 ? redisCounts(redisUrl, payload) : undefined
  const limiter = createRateLimiter(requestsPerMinute, { shared })
  changeFeedOf(payload).onClose(limiter.close)

  const lean = createLeanReads(payload)
  const count = countPublic(payload)
  const timed = createTimedRead(settings.protection, logger)

  app.use(passClientAddress, logRequests(logger), protectAnswers({ isHttps }), checkAddress)
  app.use(reportHealth({ readiness, isDatabaseUp: asksDatabase(payload) }))
  app.use(
    '/media',
    allowOrigins(payload),
    serveMedia(mediaBucket() ?? settings.mediaDir, formerNames(payload)),
  )
  app.use(compression())

  app.use('/api', allowOrigins(payload), protectData)
  app.use(refuseBadKeys(reads.audience))
  app.use(previewRouter(payload))
  app.use(serveSite(payload, reads.cachedRoute), serveApiDocs(payload))
  for (const router of routers) {
    app.use(router({ payload, settings, cachedRoute: reads.cachedRoute }))
  }
  app.use(
    '/api/graphql',
    allowMethods('GET', 'POST'),
    serveGraphql({ payload, reads, settings, timed }),
  )
  app.use(
    '/api',
    readByPost(settings),
    cachedRest({
      reads,
      compute: (request) => answerPublicRest(payload, lean, request),
      refuse: ({ status, headers, text }, response) =>
        sendAnswer(new Response(text, { status, headers }), response),
      originOf: originOfRequest,
      limit: (address) => limitQuery(address, settings.protection, count),
      timed,
    }),
    serveRest(payload, settings),
  )

  app.all('/', allowMethods('GET', 'HEAD'), (_request, response) => response.redirect('/admin'))
  app.get('/favicon.ico', (_request, response) => response.redirect('/galley.svg'))
  app.use(CODE_EDITOR_ROUTE, serveCodeEditor())
  app.use(express.static(publicDir, { index: false, redirect: false, maxAge: '1h' }))
  app.use(['/admin', '/_next'], protectAdmin({ isDevelopment, isHttps }), atFullAddress(admin))
  app.use(protectData, answerUnknownRoute, answerThrownError)
  return answerHitsFirst({
    app,
    payload,
    reads,
    logger,
    headerSetters,
    trust: app.get('trust proxy fn'),
    limiter,
  })
}

const trustProxies = (app: Express, value: Settings['trustProxy']): void => {
  try {
    app.set('trust proxy', value)
  } catch {
    const wanted = 'true, false, a number of proxies, or their addresses with commas between'
    throw invalidSetting('TRUST_PROXY', String(value), wanted)
  }
}

/** Next wants the whole address; Express has taken the part away at which the handler is mounted. */
const atFullAddress =
  (handler: AdminHandler): RequestHandler =>
  (request, response) => {
    request.url = request.originalUrl
    return handler(request, response)
  }

const answerWithoutAdmin: AdminHandler = () => Promise.reject(new RequestError('admin-failed'))
