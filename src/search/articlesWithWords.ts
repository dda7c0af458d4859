import type { Payload, Where } from 'payload'
import { searchIndexOf } from './searchIndex'
import { queryParts } from './tokens'

/**
 * The condition that the newest version of an article has all words, for a list that has an order and conditions of its
 * own. `ownedBy`: a contributor, who finds own articles and public ones of others. Without a word nothing is found.
 * @param isNegated for the articles that do not have them
 */
export const articlesWithWords = async (
  payload: Payload,
  { q, ownedBy, isNegated }: { q: string; ownedBy?: string; isNegated: boolean },
): Promise<Where> => {
  const parts = queryParts(q)
  if (parts.length === 0) return { id: { [isNegated ? 'not_in' : 'in']: [] } }
  const query = {
    parts,
    facets: [],
    scope: 'newsroom' as const,
    ...(ownedBy !== undefined && { ownedBy }),
    now: new Date().toISOString(),
  }
  return searchIndexOf(payload).condition(query, isNegated)
}
