import { derivedId } from './database/derivedId'

/**
 * The id of a new article, derived from its archive and path. Known before anything is written, so that articles link to
 * each other in one pass, and the same after a run that was killed.
 * @returns 24 hex digits for MongoDB (an ObjectId), a UUID otherwise
 */
export const articleId = (archive: string, path: string, database: 'sqlite' | 'mongodb'): string =>
  derivedId(database, archive, path)
