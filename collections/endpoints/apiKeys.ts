import { APIError, Forbidden, type Endpoint, type PayloadRequest } from 'payload'
import { z } from 'zod'
import { sayIn, type StringKey } from '../../src/strings'
import { mayManageKeys } from '../access/policy'
import { personOf, SCOPES } from '../access/roles'
import { record } from '../activity/record'
import { newApiKey } from '../security/apiKeys'

const wanted = z.object({
  name: z.string().trim().min(1).max(200),
  scopes: z.array(z.enum(SCOPES)).min(1),
  expiresAt: z.iso
    .datetime({ offset: true })
    .refine((time) => Date.parse(time) > Date.now())
    .optional(),
})

/** Makes a key: `POST /api/api-keys` with `{ name, scopes, expiresAt? }`. The answer alone has the key. */
export const issueApiKey: Endpoint = {
  path: '/',
  method: 'post',
  handler: async (req) => {
    if (!mayManageKeys({ req })) throw new Forbidden(req.t)
    const given = wanted.safeParse(await req.json?.().catch(() => undefined))
    if (!given.success) throw refusal(req, 400, 'api-key-invalid', 'apiKeys:invalid')
    const { key, prefix, digest } = newApiKey()
    const { id, name, scopes, expiresAt } = await req.payload.create({
      collection: 'api-keys',
      data: { ...given.data, prefix, digest, createdBy: personOf(req)?.id },
      depth: 0,
      req,
    })
    const doc = { id, name }
    await record({ req, action: 'create', collection: 'api-keys', doc, detail: scopes.join(', ') })
    return Response.json({ key, doc: { id, name, scopes, prefix, expiresAt } }, { status: 201 })
  },
}

/** Ends a key for good: `POST /api/api-keys/<id>/revoke`. Doing it again changes nothing. */
export const revokeApiKey: Endpoint = {
  path: '/:id/revoke',
  method: 'post',
  handler: async (req) => {
    if (!mayManageKeys({ req })) throw new Forbidden(req.t)
    const id = String(req.routeParams?.id)
    const { payload } = req
    const found = await payload.db.findOne<{ id: string; name: string }>({
      collection: 'api-keys',
      where: { id: { equals: id } },
    })
    if (!found) throw refusal(req, 404, 'document-not-found', 'apiKeys:unknown')
    const isRevoked = await payload.db.updateOne({
      collection: 'api-keys',
      where: { and: [{ id: { equals: id } }, { revokedAt: { exists: false } }] },
      data: { revokedAt: new Date().toISOString() },
    })
    if (isRevoked) await record({ req, action: 'revoke', collection: 'api-keys', doc: found })
    return Response.json({ id, isRevoked: true })
  },
}

const refusal = (req: PayloadRequest, status: number, code: string, key: StringKey): APIError =>
  new APIError(sayIn(req.i18n?.language ?? 'en')(key), status, { code }, true)
