import { randomBytes } from 'node:crypto'
import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { renderSVG } from 'uqr'
import { z } from 'zod'
import { mayManageUsers } from '../../../collections/access/policy'
import { personOf } from '../../../collections/access/roles'
import { addressOf } from '../../../collections/security/codes'
import {
  beginSecondFactor,
  checkCode,
  confirmSecondFactor,
  recoveryCodesLeft,
  removeSecondFactor,
  secondFactorOf,
} from '../../../collections/security/secondFactor'
import { currentSession, endSession, readSessions } from '../../../collections/security/sessions'
import { hasMail } from '../../../collections/workflow/notify'
import type { User } from '../../payload-types'
import { sayIn, type StringKey } from '../../strings'

const LINK_MS = 7 * 86_400_000

type Handler = (req: PayloadRequest, user: { id: string; email: string }) => Promise<object>

/** For who is logged in by a session: an API key that has leaked must not change how its owner logs in. */
const own = (method: 'get' | 'post', path: string, handle: Handler): Endpoint => ({
  path,
  method,
  handler: async (req) => {
    const user = personOf(req)
    if (!user || currentSession(req) === '') throw new Forbidden(req.t)
    return Response.json(await handle(req, user))
  },
})

const forAdmins = (path: string, handle: Handler): Endpoint => {
  const endpoint = own('post', path, handle)
  return {
    ...endpoint,
    handler: (req) => {
      if (!mayManageUsers({ req })) throw new Forbidden(req.t)
      return endpoint.handler(req)
    },
  }
}

const show: Handler = async (req, { id }) => {
  const found = await secondFactorOf(req.payload, id)
  return {
    isOn: Boolean(found),
    recoveryCodesLeft: found ? recoveryCodesLeft(found) : 0,
    sessions: await readSessions(req, id),
  }
}

const begin: Handler = async (req, { id, email }) => {
  if (await secondFactorOf(req.payload, id))
    throw refusal(req, 409, 'second-factor-on', 'security:failed')
  const secret = await beginSecondFactor(req.payload, id)
  const address = addressOf(secret, email)
  return { secret, address, picture: renderSVG(address) }
}

const confirm: Handler = async (req, { id }) => {
  const recoveryCodes = await confirmSecondFactor(req.payload, id, await codeOf(req))
  if (!recoveryCodes) throw refusal(req, 400, 'second-factor-wrong', 'security:code-wrong')
  return { recoveryCodes }
}

const turnOff: Handler = async (req, { id }) => {
  const check = await checkCode(req.payload, id, await codeOf(req))
  if (check === 'locked') throw refusal(req, 429, 'second-factor-locked', 'security:code-locked')
  if (check === 'wrong') throw refusal(req, 400, 'second-factor-wrong', 'security:code-wrong')
  await removeSecondFactor(req.payload, id)
  return { isOn: false }
}

const end: Handler = async (req, { id }) => {
  const isEnded = await endSession(req, id, String(req.routeParams?.session))
  if (!isEnded) throw refusal(req, 404, 'session-unknown', 'security:failed')
  return { sessions: await readSessions(req, id) }
}

const invitation = z.object({
  name: z.string().trim().min(1).max(200),
  email: z.email(),
  role: z.enum(['admin', 'editor', 'author', 'contributor']),
  language: z.enum(['en', 'zh']).optional(),
})

const invite: Handler = async (req) => {
  const { payload } = req
  const given = invitation.safeParse(await req.json?.().catch(() => undefined))
  if (!given.success) throw refusal(req, 400, 'invitation-invalid', 'security:inputInvalid')
  const email = given.data.email.toLowerCase()
  const { totalDocs } = await payload.count({
    collection: 'users',
    where: { email: { equals: email } },
  })
  if (totalDocs > 0) throw refusal(req, 409, 'email-taken', 'security:emailTaken')
  const user = await payload.create({
    collection: 'users',
    // Nobody knows this password: the link sets the first one.
    data: { ...given.data, email, password: randomBytes(32).toString('base64url') },
    req,
    depth: 0,
  })
  return { id: user.id, ...(await sendLink(req, user)) }
}

const makeLink: Handler = async (req) => sendLink(req, await userOf(req))

const removeFactor: Handler = async (req) => {
  const { id } = await userOf(req)
  await removeSecondFactor(req.payload, id)
  return { id }
}

const userOf = (req: PayloadRequest) =>
  req.payload.findByID({ collection: 'users', id: String(req.routeParams?.id), depth: 0, req })

/** Payload's own token of a new password, for a week; mailed where there is mail, else shown to whoever asked. */
const sendLink = async (
  req: PayloadRequest,
  { email, name, language }: Pick<User, 'email' | 'name' | 'language'>,
): Promise<{ isMailed: boolean; email: string; link?: string; expiresAt: string }> => {
  const { payload } = req
  const token = await payload.forgotPassword({
    collection: 'users',
    data: { email },
    disableEmail: true,
    expiration: LINK_MS,
    req,
  })
  const expiresAt = new Date(Date.now() + LINK_MS).toISOString()
  const link = `${new URL(req.url ?? 'http://localhost').origin}/admin/reset/${token}`
  if (!hasMail()) return { isMailed: false, email, link, expiresAt }
  const say = sayIn(language ?? req.i18n.language)
  await payload.sendEmail({
    to: email,
    subject: say('security:mailSubject'),
    text: say('security:mailText', { name, link, time: expiresAt.slice(0, 16).replace('T', ' ') }),
  })
  return { isMailed: true, email, expiresAt }
}

const codeOf = async (req: PayloadRequest): Promise<string> => {
  const body = z
    .object({ code: z.string().max(40) })
    .safeParse(await req.json?.().catch(() => undefined))
  return body.success ? body.data.code.trim() : ''
}

const refusal = (req: PayloadRequest, status: number, code: string, key: StringKey): APIError =>
  new APIError(sayIn(req.i18n.language)(key), status, { code }, true)

/** `/api/security/…`: how the user of a session logs in; `/api/invitations`: who else may. */
export const securityEndpoints: Endpoint[] = [
  own('get', '/security', show),
  own('post', '/security/two-factor', begin),
  own('post', '/security/two-factor/confirm', confirm),
  own('post', '/security/two-factor/off', turnOff),
  own('post', '/security/sessions/:session/end', end),
  forAdmins('/invitations', invite),
  forAdmins('/invitations/:id/link', makeLink),
  forAdmins('/invitations/:id/remove-two-factor', removeFactor),
]
