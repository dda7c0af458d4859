import { Router, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import { allowMethods, answerError } from './answerError'
import { RequestError, type ErrorCode } from './errors'

const DATABASE_LIMIT_MS = 3000

/** What the process knows about itself; the code of the reason when it can't serve. */
export type Readiness = { admin: 'starting' | 'ready' | 'failed'; isShuttingDown: boolean }

/**
 * `/healthz` answers while the process lives. `/readyz` answers 200 when it can serve, else 503 with the reason:
 * `starting`, `admin-failed`, `shutting-down` or `database-unavailable`.
 */
export const reportHealth = ({
  readiness,
  isDatabaseUp,
}: {
  readiness: Readiness
  isDatabaseUp: () => Promise<boolean>
}): RequestHandler => {
  const router = Router()
  router.all('/healthz', allowMethods('GET', 'HEAD'), (_request, response) => {
    response.set('Cache-Control', 'no-store').json({ status: 'alive' })
  })
  router.all('/readyz', allowMethods('GET', 'HEAD'), async (_request, response) => {
    const reason = await whyNotReady()
    if (reason) return answerError(response, new RequestError(reason))
    response.set('Cache-Control', 'no-store').json({ status: 'ready' })
  })
  return router

  async function whyNotReady(): Promise<ErrorCode | undefined> {
    if (readiness.isShuttingDown) return 'shutting-down'
    if (readiness.admin === 'starting') return 'starting'
    if (readiness.admin === 'failed') return 'admin-failed'
    return (await isDatabaseUp()) ? undefined : 'database-unavailable'
  }
}

/** Asks the database for one small record; a question without an answer in three seconds counts as a no. */
export const asksDatabase = (payload: Payload) => async (): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, DATABASE_LIMIT_MS, false)
  })
  const answer = payload.db
    .findOne({ collection: 'users', where: {}, select: { id: true } })
    .then(() => true)
    .catch((error: unknown) => {
      payload.logger.error({ err: error }, 'The database does not answer')
      return false
    })
  return Promise.race([answer, tooLate]).finally(() => clearTimeout(timer))
}
