import {
  APIError,
  type CollectionAfterDeleteHook,
  type CollectionBeforeLoginHook,
  type CollectionBeforeOperationHook,
  type PayloadRequest,
} from 'payload'
import { sayIn } from '../../src/strings'
import { checkCode, removeSecondFactor, secondFactorOf } from '../security/secondFactor'

const HEADER = 'x-two-factor-code'
/** The panel's form has no field for a code: the field beside it puts it here, for the next request alone. */
const COOKIE = 'galley-code'

/**
 * Keeps the code of a login: `code` beside e-mail and password, the header `X-Two-Factor-Code`, or the panel's cookie. A
 * new password by a link is refused here without it, before it is set: such a link logs in as well.
 */
export const readSecondFactor: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (operation !== 'login' && operation !== 'resetPassword') return args
  const given: Record<string, unknown> = 'data' in args ? { ...args.data } : {}
  req.context.secondFactor = codeOf(req, given.code)
  if (operation === 'resetPassword' && typeof given.token === 'string') {
    const user = await req.payload.db.findOne<{ id: string }>({
      collection: 'users',
      where: {
        and: [
          { resetPasswordToken: { equals: given.token } },
          { resetPasswordExpiration: { greater_than: new Date().toISOString() } },
        ],
      },
      req,
    })
    if (user) await ask(req, user.id)
    req.context.isSecondFactorRight = true
  }
  return args
}

/** Asks for the second factor after the password was right: over REST, GraphQL, the panel and the Local API. */
export const askSecondFactor: CollectionBeforeLoginHook = async ({ req, user }) => {
  if (req.context.isSecondFactorRight !== true) await ask(req, user.id)
  return user
}

/** A user who is deleted leaves no secret behind. */
export const forgetSecondFactor: CollectionAfterDeleteHook = async ({ doc, id, req }) => {
  await removeSecondFactor(req.payload, String(id))
  return doc
}

const ask = async (req: PayloadRequest, user: string): Promise<void> => {
  const { payload, context } = req
  if (!(await secondFactorOf(payload, user))) return
  const code = typeof context.secondFactor === 'string' ? context.secondFactor : ''
  if (code === '') throw refusal(req, 'needed')
  const check = await checkCode(payload, user, code)
  if (check === 'wrong') throw refusal(req, 'wrong')
  if (check === 'locked') throw refusal(req, 'locked')
}

const STATUS = { needed: 401, wrong: 401, locked: 429 } as const

const refusal = (req: PayloadRequest, why: keyof typeof STATUS): APIError => {
  const message = sayIn(req.i18n.language)(`security:code-${why}`)
  return new APIError(message, STATUS[why], { code: `second-factor-${why}` }, true)
}

const codeOf = (req: PayloadRequest, given: unknown): string => {
  if (typeof given === 'string') return given
  // The Local API has no body of a request.
  const inBody = req.data?.code
  if (typeof inBody === 'string') return inBody
  const header = req.headers?.get(HEADER)
  if (header) return header
  const cookies = req.headers?.get('cookie') ?? ''
  const cookie = new RegExp(`(?:^|;\\s*)${COOKIE}=([^;]*)`).exec(cookies)?.[1]
  return cookie === undefined ? '' : decoded(cookie)
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
