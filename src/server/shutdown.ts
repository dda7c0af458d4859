import type { Server as HttpServer, ServerResponse } from 'node:http'
import { Server as NetServer } from 'node:net'
import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Readiness } from './health'

/** A client with a kept connection may have a request on its way: so long it is still answered. */
const KEPT_CONNECTION_MS = 500
const POLL_MS = 20

/**
 * Prepares the end of a server.
 * @returns a function that stops accepting connections, lets requests in flight end, closes kept connections,
 * and then what stands behind. It resolves with true when nothing had to be cut off within `limitMs`.
 */
export const gracefulShutdown = ({
  server,
  readiness,
  close,
  limitMs,
}: {
  server: HttpServer
  readiness: Readiness
  /** Closes Payload and Next, after the last answer. */
  close: () => Promise<void>
  limitMs: number
}): (() => Promise<boolean>) => {
  const inFlight = new Set<ServerResponse>()
  // Told to close earlier, clients would connect again, and be reset by the end of listening.
  let hasStoppedListening = false
  server.prependListener('request', (_request, response: ServerResponse) => {
    inFlight.add(response)
    response.once('close', () => inFlight.delete(response))
    if (hasStoppedListening) endConnectionAfter(response)
  })

  return async () => {
    readiness.isShuttingDown = true
    const deadline = Date.now() + limitMs
    // Connections that the system has accepted already would be reset: two turns of the loop take them in.
    await nextTurn()
    await nextTurn()
    // http.Server.close would cut idle connections at once, and with them requests on their way.
    NetServer.prototype.close.call(server)
    hasStoppedListening = true
    inFlight.forEach(endConnectionAfter)
    await wait(Math.min(KEPT_CONNECTION_MS, limitMs))
    while (inFlight.size > 0 && Date.now() < deadline) await wait(POLL_MS)
    const isClean = inFlight.size === 0
    server.closeAllConnections()
    await Promise.race([
      close(),
      wait(Math.max(1000, deadline - Date.now()), undefined, { ref: false }),
    ])
    return isClean
  }
}

/**
 * Ends the process by SIGTERM or SIGINT: exit 0 after a graceful shutdown, 1 when requests had to be cut off or a
 * second signal came.
 */
export const shutDownOnSignal = (shutDown: () => Promise<boolean>, logger: Logger): void => {
  let isEnding = false
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (isEnding) process.exit(1)
    isEnding = true
    logger.info({ signal }, 'shutting down')
    const isClean = await shutDown().catch((error: unknown) => {
      logger.error({ err: error }, 'shutdown failed')
      return false
    })
    logger.info({ isClean }, 'stopped')
    process.exit(isClean ? 0 : 1)
  }
  process.on('SIGTERM', (signal) => void end(signal))
  process.on('SIGINT', (signal) => void end(signal))
}

const endConnectionAfter = (response: ServerResponse): void => {
  if (!response.headersSent) response.setHeader('Connection', 'close')
}
