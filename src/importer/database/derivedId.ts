import { createHash } from 'node:crypto'

/**
 * An id that is always the same for the same parts.
 * @returns 24 hex digits for MongoDB (an ObjectId), a UUID otherwise
 */
export const derivedId = (database: 'sqlite' | 'mongodb', ...parts: readonly string[]): string => {
  const hex = createHash('sha256').update(parts.join('\0')).digest('hex')
  if (database === 'mongodb') return hex.slice(0, 24)
  // Version 8 of RFC 9562: a UUID whose bits the application chooses.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
