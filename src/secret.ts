const DEVELOPMENT_SECRET = 'galley-development-secret-not-for-production'

/**
 * The secret that signs sessions.
 * @throws Error `secret-missing` in production without PAYLOAD_SECRET
 */
export const payloadSecret = (environment = process.env): string => {
  if (environment.PAYLOAD_SECRET) return environment.PAYLOAD_SECRET
  // Next evaluates the configuration while building, where no secret is used.
  const isBuilding = environment.NEXT_PHASE === 'phase-production-build'
  if (environment.NODE_ENV === 'production' && !isBuilding) {
    throw new Error(
      'secret-missing: PAYLOAD_SECRET is not set. Put a long random value into .env, for example from: openssl rand -hex 32',
    )
  }
  return DEVELOPMENT_SECRET
}
