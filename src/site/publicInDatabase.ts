/** `isPublic` of the policy in the words of the databases, for questions that Payload does not ask. */

/** For articles `a`; `at` twice is what its question marks stand for. */
export const PUBLIC_IN_SQLITE = `a._status = 'published' AND a.published_at <= ?
  AND (a.expires_at IS NULL OR a.expires_at > ?) AND a.deleted_at IS NULL`

export const publicInMongo = (now: Date) => ({
  _status: 'published',
  publishedAt: { $lte: now },
  $or: [{ expiresAt: null }, { expiresAt: { $gt: now } }],
  deletedAt: null,
})
