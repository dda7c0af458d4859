import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Payload } from 'payload'
import type { ApiKey } from '../../src/payload-types'

/** A key as it is made: the whole for its owner, the rest to be stored. */
export type NewApiKey = { key: string; prefix: string; digest: string }

/** A new key of 256 random bits. The first part finds it, and names it in the panel. */
export const newApiKey = (): NewApiKey => {
  const prefix = `glk_${randomBytes(6).toString('hex')}`
  const key = `${prefix}_${randomBytes(32).toString('base64url')}`
  return { key, prefix, digest: digestOf(key) }
}

/**
 * The API key of a request.
 * @param authorization the header: `users API-Key <key>`
 * @returns undefined where the header is of another kind
 */
export const apiKeyIn = (authorization: string | null | undefined): string | undefined =>
  /^users API-Key (\S+)$/.exec(authorization ?? '')?.[1]

/** The stored key, unless it is unknown, revoked or expired. */
export const findApiKey = async (
  payload: Payload,
  key: string,
  now = new Date(),
): Promise<ApiKey | undefined> => {
  const prefix = /^(glk_[0-9a-f]{12})_[\w-]{43}$/.exec(key)?.[1]
  if (!prefix) return undefined
  const found = await payload.db.findOne<ApiKey>({
    collection: 'api-keys',
    where: { prefix: { equals: prefix } },
  })
  if (!found || !isEqual(found.digest, digestOf(key)) || found.revokedAt) return undefined
  return found.expiresAt && new Date(found.expiresAt) <= now ? undefined : found
}

const NOTED_EACH_MS = 3_600_000

/** Notes that a key is in use, once an hour: a read must not become a write. */
export const noteUse = async (
  payload: Payload,
  { id, lastUsedAt }: ApiKey,
  now = new Date(),
): Promise<void> => {
  if (lastUsedAt && now.getTime() - new Date(lastUsedAt).getTime() < NOTED_EACH_MS) return
  const data = { lastUsedAt: now.toISOString() }
  await payload.db.updateOne({ collection: 'api-keys', id, data, returning: false })
}

/** The secret has 256 random bits: nothing but a plain digest is needed to keep it from being guessed. */
const digestOf = (key: string): string => createHash('sha256').update(key).digest('hex')

const isEqual = (stored: string, given: string): boolean =>
  stored.length === given.length && timingSafeEqual(Buffer.from(stored), Buffer.from(given))
