import type { Payload } from 'payload'
import { searchIndexOf } from './searchIndex'
import { queryParts } from './tokens'

/** More are not asked for: a filter with more ids would cost the database more than it can take. */
export const MOST_FOUND = 5000

/**
 * Ids of articles whose newest version has all words, for a list that has an order and conditions of its own. `ownedBy`: a
 * contributor, who finds own articles and public ones of others. Without a word nothing is found.
 */
export const articlesWithWords = async (
  payload: Payload,
  { q, ownedBy }: { q: string; ownedBy?: string },
): Promise<string[]> => {
  const parts = queryParts(q)
  if (parts.length === 0) return []
  return searchIndexOf(payload).articles({
    parts,
    facets: [],
    scope: 'newsroom',
    ...(ownedBy !== undefined && { ownedBy }),
    now: new Date().toISOString(),
    limit: MOST_FOUND,
    offset: 0,
  })
}
