import { existsSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import type { Logger } from 'pino'
import { payloadSecret } from '../secret'
import type { JobRunner } from '../jobs/runner'
import type { AdminHandler } from './createApp'
import { errorBody, RequestError } from './errors'
import type { Readiness } from './health'
import { createLogger } from './logging'
import { readSettings } from './settings'
import { gracefulShutdown, shutDownOnSignal } from './shutdown'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

type Admin = { handler: AdminHandler; prepare: () => Promise<void>; close: () => Promise<void> }

/**
 * Starts the product: API, media and admin panel on one port. The port is taken first, so that `/healthz` and
 * `/readyz` answer while the rest is opened.
 * @throws Error with a code before its sentence: `secret-missing`, `setting-invalid`, `build-missing`, `port-taken`
 */
export const startServer = async (): Promise<void> => {
  const isDevelopment = process.env.NODE_ENV !== 'production'
  payloadSecret()
  const settings = readSettings()
  const logger = createLogger(settings.logLevel)
  const readiness: Readiness = { admin: 'starting', isShuttingDown: false }
  const server = createServer(answerWhileStarting)
  await listen(settings, server)
  if (!isDevelopment && !existsSync(path.join(root, '.next/BUILD_ID'))) {
    throw new Error('build-missing: the admin panel is not built. Run: npm run build')
  }

  // Filled as they start: a signal may come in between.
  const opened: { payload?: Payload; admin?: Admin; jobs?: JobRunner; imports?: JobRunner } = {}
  const shutDown = gracefulShutdown({
    server,
    readiness,
    limitMs: settings.shutdownMs,
    close: async () => {
      await opened.imports?.stop()
      await opened.jobs?.stop()
      await opened.admin?.close()
      await opened.payload?.destroy()
    },
  })
  shutDownOnSignal(shutDown, logger)
  // Payload leaves a rejection behind where a query names a field that the user may not ask for. One request must not end
  // the server for all.
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'unhandled rejection'))

  // Loaded here: the configuration of Payload reads the environment while it loads.
  const [
    { createApp },
    { openPayload },
    { startImportRunner, startJobRunner },
    { queueFirstCheck },
  ] = await Promise.all([
    import('./createApp'),
    import('../openPayload'),
    import('../jobs/runner'),
    import('../jobs/checkMedia'),
  ])
  const payload = await openPayload()
  opened.payload = payload
  payload.logger = logger
  const admin = await createAdmin({ isDevelopment, server })
  opened.admin = admin
  const app = createApp({
    payload,
    admin: admin.handler,
    logger,
    readiness,
    // A developer changes what answers are made by, which nothing tells the cache.
    settings: isDevelopment ? { ...settings, cache: { ...settings.cache, maxBytes: 0 } } : settings,
    isDevelopment,
  })
  server.off('request', answerWhileStarting).on('request', app)
  // Schedules fire also where the panel can't be prepared.
  await queueFirstCheck(payload)
  opened.jobs = startJobRunner(payload)
  opened.imports = startImportRunner(payload)
  await prepareAdmin(admin, readiness, logger)
  if (readiness.admin === 'ready') {
    logger.info({ port: settings.port, startedInMs: Math.round(performance.now()) }, 'ready')
  }
}

const createAdmin = async ({
  isDevelopment,
  server,
}: {
  isDevelopment: boolean
  server: Server
}): Promise<Admin> => {
  const { default: next } = await import('next')
  const app = next({ dev: isDevelopment, dir: root, httpServer: server })
  return {
    handler: app.getRequestHandler(),
    prepare: () => app.prepare(),
    close: () => app.close(),
  }
}

const prepareAdmin = async (admin: Admin, readiness: Readiness, logger: Logger): Promise<void> => {
  try {
    await admin.prepare()
    readiness.admin = 'ready'
  } catch (error) {
    readiness.admin = 'failed'
    logger.error({ err: error }, 'The admin panel could not be started')
  }
}

const listen = (
  { port, host }: { port: number; host: string | undefined },
  server: Server,
): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(listenError(error, port)))
    server.listen({ port, host }, resolve)
  })

const listenError = (error: NodeJS.ErrnoException, port: number): Error => {
  if (error.code === 'EADDRINUSE') {
    return new Error(
      `port-taken: port ${port} is in use. Stop the other program or set PORT to a free one.`,
    )
  }
  if (error.code === 'EACCES') {
    return new Error(
      `port-forbidden: this account may not use port ${port}. Set PORT to one above 1023.`,
    )
  }
  return error
}

const answerWhileStarting: RequestListener = (request, response) => {
  const isAlive = request.url === '/healthz'
  response.writeHead(isAlive ? 200 : 503, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    ...(!isAlive && { 'Retry-After': '2' }),
  })
  response.end(
    JSON.stringify(isAlive ? { status: 'alive' } : errorBody(new RequestError('starting'))),
  )
}
