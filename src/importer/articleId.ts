import { createHash } from 'node:crypto'

/**
 * The id of a new article, derived from its archive and path. Known before anything is written, so that articles link to
 * each other in one pass, and the same after a run that was killed.
 * @returns 24 hex digits for MongoDB (an ObjectId), a UUID otherwise
 */
export const articleId = (
  archive: string,
  path: string,
  database: 'sqlite' | 'mongodb',
): string => {
  const hex = createHash('sha256').update(`${archive}\0${path}`).digest('hex')
  if (database === 'mongodb') return hex.slice(0, 24)
  // Version 8 of RFC 9562: a UUID whose bits the application chooses.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
