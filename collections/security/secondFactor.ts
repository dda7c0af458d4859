import type { Payload } from 'payload'
import type { SecondFactor } from '../../src/payload-types'
import { digestOfCode, newRecoveryCodes, newSecret, normalised, stepOfCode } from './codes'

const MOST_FAILURES = 5
const LOCKED_MS = 10 * 60_000
/** Of requests that come at once, some find that another has written; more than a few are an attack. */
const TRIES = 4

export type CodeCheck = 'right' | 'wrong' | 'locked'

/** The second factor of a user that is in use: one that was begun and not confirmed is none. */
export const secondFactorOf = async (
  payload: Payload,
  user: string,
): Promise<SecondFactor | undefined> => {
  const found = await read(payload, user)
  return found?.confirmedAt ? found : undefined
}

/** Begins to set up a second factor, in place of one that was not confirmed. */
export const beginSecondFactor = async (payload: Payload, user: string): Promise<string> => {
  const secret = newSecret()
  await removeSecondFactor(payload, user)
  await payload.db.create({
    collection: 'second-factors',
    data: { user, secret: payload.encrypt(secret), lastStep: 0, failures: 0, revision: 0 },
  })
  return secret
}

/**
 * Confirms the second factor with a first code.
 * @returns the recovery codes, which nobody can read again; undefined when the code is not right
 */
export const confirmSecondFactor = async (
  payload: Payload,
  user: string,
  code: string,
): Promise<string[] | undefined> => {
  const found = await read(payload, user)
  if (!found || found.confirmedAt) return undefined
  const step = stepOfCode({ secret: payload.decrypt(found.secret), code, after: 0 })
  if (step === undefined) return undefined
  const codes = newRecoveryCodes()
  const isWritten = await change(payload, found, {
    confirmedAt: new Date().toISOString(),
    lastStep: step,
    recoveryCodes: codes.map((one) => digestOfCode(one, payload.secret)),
  })
  return isWritten ? codes : undefined
}

/**
 * Checks a code of the authenticator or a recovery code. A failure is counted before the code is looked at, so that guesses at
 * once count like guesses in turn; five in a row lock it for ten minutes.
 */
export const checkCode = async (
  payload: Payload,
  user: string,
  code: string,
): Promise<CodeCheck> => {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = await secondFactorOf(payload, user)
    if (!found) return 'wrong'
    if (found.lockedUntil && Date.parse(found.lockedUntil) > Date.now()) return 'locked'
    // After a lock has passed, one more failure locks again.
    const failures = found.failures + 1
    const lockedUntil =
      failures >= MOST_FAILURES ? new Date(Date.now() + LOCKED_MS).toISOString() : null
    if (!(await change(payload, found, { failures, lockedUntil }))) continue
    const counted = { ...found, revision: found.revision + 1 }
    const used = useOf(payload, found, code)
    if (!used) return lockedUntil ? 'locked' : 'wrong'
    const isTaken = await change(payload, counted, { ...used, failures: 0, lockedUntil: null })
    return isTaken ? 'right' : 'wrong'
  }
  return 'locked'
}

/** Takes the second factor of a user away. */
export const removeSecondFactor = async (payload: Payload, user: string): Promise<void> => {
  await payload.db.deleteMany({ collection: 'second-factors', where: { user: { equals: user } } })
}

/** How many recovery codes are left. */
export const recoveryCodesLeft = ({ recoveryCodes }: SecondFactor): number =>
  digestsOf(recoveryCodes).length

const read = (payload: Payload, user: string): Promise<SecondFactor | null> =>
  payload.db.findOne<SecondFactor>({
    collection: 'second-factors',
    where: { user: { equals: user } },
  })

/** What using the code leaves to be written; undefined when it is not right. */
const useOf = (
  payload: Payload,
  { secret, lastStep, recoveryCodes }: SecondFactor,
  code: string,
): Partial<SecondFactor> | undefined => {
  const given = normalised(code)
  const step = stepOfCode({ secret: payload.decrypt(secret), code: given, after: lastStep })
  if (step !== undefined) return { lastStep: step }
  const digests = digestsOf(recoveryCodes)
  const digest = digestOfCode(given, payload.secret)
  return digests.includes(digest)
    ? { recoveryCodes: digests.filter((one) => one !== digest) }
    : undefined
}

const digestsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []

const change = async (
  payload: Payload,
  { id, revision }: Pick<SecondFactor, 'id' | 'revision'>,
  data: Partial<SecondFactor>,
): Promise<boolean> => {
  const changed = await payload.db.updateOne({
    collection: 'second-factors',
    where: { and: [{ id: { equals: id } }, { revision: { equals: revision } }] },
    data: { ...data, revision: revision + 1 },
    options: { atomic: true },
  })
  return Boolean(changed)
}
