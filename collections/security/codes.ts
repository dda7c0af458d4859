import { createHmac, randomInt } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'

const PERIOD_SECONDS = 30
/** Clocks of telephones go wrong by up to one step. */
const WINDOW = 1
const RECOVERY_CODES = 10
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const RECOVERY_LENGTH = 10

/** A new secret, as an authenticator takes it (base 32). */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** The address that an authenticator reads from the picture. */
export const addressOf = (secret: string, email: string): string => totp(secret, email).toString()

/**
 * The time step whose code was given.
 * @param after steps up to this one have been used
 * @returns undefined when the code is not right, or was used before
 */
export const stepOfCode = ({
  secret,
  code,
  after,
  now = Date.now(),
}: {
  secret: string
  code: string
  after: number
  now?: number
}): number | undefined => {
  if (!/^\d{6}$/.test(code)) return undefined
  const delta = totp(secret).validate({ token: code, window: WINDOW, timestamp: now })
  if (delta === null) return undefined
  const step = Math.floor(now / 1000 / PERIOD_SECONDS) + delta
  return step > after ? step : undefined
}

/** New recovery codes: each lets its owner in once. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(
      { length: RECOVERY_LENGTH },
      () => ALPHABET[randomInt(ALPHABET.length)],
    )
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`
  })

/** What is stored of a recovery code: nobody can read the code from it, with the database alone. */
export const digestOfCode = (code: string, key: string): string =>
  createHmac('sha256', key)
    .update(`recovery\0${normalised(code)}`)
    .digest('hex')

/** A code as it is compared: spaces and dashes are for the eye. */
export const normalised = (code: string): string => code.toLowerCase().replaceAll(/[\s-]/g, '')

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({
    issuer: 'Galley',
    label,
    secret: Secret.fromBase32(secret),
    period: PERIOD_SECONDS,
    digits: 6,
    algorithm: 'SHA1',
  })
