import {
  APIError,
  type AfterErrorHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { record } from '../activity/record'
import { originOf } from '../activity/origin'

/** More than this from one address in a minute are not recorded: guessing passwords must not fill the database. */
const MOST_A_MINUTE = 20

/**
 * Refuses to try another password for an address from which many were refused in the last minute. An account has a limit of
 * its own (`maxLoginAttempts` of the users).
 * @throws APIError `too-many-requests`
 */
export const limitLogins: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation === 'login' && originOf(req).address && (await isFlood(req))) {
    const message = 'Too many logins from your address were refused. Wait a minute and retry.'
    throw new APIError(message, 429, { code: 'too-many-requests' }, true)
  }
  return args
}

/** Keeps the e-mail address of an attempt to log in, which the error of its failure doesn't have. */
export const rememberLogin: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (operation === 'login' && 'data' in args) {
    const data: { email?: unknown } = { ...args.data }
    req.context.loginEmail = typeof data.email === 'string' ? data.email : undefined
  }
  return args
}

/** Records an attempt to log in that was refused. Payload has no hook of its own for it. */
export const recordFailedLogin: AfterErrorHook = async ({ error, req }) => {
  if (isLoginError(error)) await recordRefusedLogin(req)
}

/** Whether an error is the refusal of a login: a wrong password or code, or an account that is locked. */
export const isLoginError = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AuthenticationError' || error.name === 'LockedAuth' || isWrongCode(error))

/** A password that was right beside a code that was not: somebody may know the password. */
const isWrongCode = (error: Error): boolean =>
  error instanceof APIError &&
  isRefusal(error.data) &&
  ['second-factor-wrong', 'second-factor-locked'].includes(error.data.code)

const isRefusal = (data: unknown): data is { code: string } =>
  typeof data === 'object' && data !== null && 'code' in data && typeof data.code === 'string'

/** The same, for the GraphQL API, whose errors don't pass through Payload's hooks. */
export const recordRefusedLogin = async (req: PayloadRequest): Promise<void> => {
  const email = typeof req.context.loginEmail === 'string' ? req.context.loginEmail : ''
  if (await isFlood(req)) return
  await record({
    // The transaction of the login was rolled back.
    req: Object.assign(Object.create(req), { transactionID: undefined }),
    action: 'login-failed',
    collection: 'users',
    doc: { id: '', name: email },
  })
}

const isFlood = async (req: PayloadRequest): Promise<boolean> => {
  const { address } = originOf(req)
  const since = new Date(Date.now() - 60_000).toISOString()
  const { totalDocs } = await req.payload.db.count({
    collection: 'activity',
    where: {
      and: [
        { action: { equals: 'login-failed' } },
        { createdAt: { greater_than: since } },
        ...(address ? [{ address: { equals: address } }] : []),
      ],
    },
  })
  return totalDocs >= MOST_A_MINUTE
}
