import { articlesWithWords } from '../../src/search/articlesWithWords'
import { hasRole } from '../access/roles'
import { withDescendants } from '../categories/descendants'
import { translating } from './translating'

/** Turns `fullText` and `section` of articles into conditions on ids and categories. */
export const translateFilters = translating({
  fullText: async ({ values, isNegated }, req) => {
    const { user } = req
    const ownedBy = user && hasRole(user, ['contributor']) ? user.id : undefined
    const found = await Promise.all(
      values.map((q) =>
        articlesWithWords(req.payload, { q, isNegated, ...(ownedBy && { ownedBy }) }),
      ),
    )
    return { [isNegated ? 'and' : 'or']: found }
  },
  section: async ({ values, isNegated }, req) => ({
    categories: { [isNegated ? 'not_in' : 'in']: await withDescendants(values, req) },
  }),
})
