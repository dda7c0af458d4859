import type { Where } from 'payload'
import { NEWEST_FIRST, findPublic } from '../publicArticles'
import { findScope, scopeNames } from '../scope'
import { contextOf, jsonAnswer, notFound, type SiteRoute } from '../siteRoute'
import { findSummaries } from './publicSummary'

const OLDEST_FIRST = NEWEST_FIRST.map((name) => name.slice(1))

/** `/api/articles/<id>/neighbours`: the articles before and after in time, of its language; `?category=` and so on narrow it. */
export const neighboursRoute: SiteRoute = {
  path: '/api/articles/:id/neighbours',
  compute: async (request, { payload }) => {
    const { settings } = contextOf(payload, request)
    const { id = '' } = request.params
    const [article] = await findPublic(payload, {
      where: { id: { equals: id } },
      select: { publishedAt: true, locale: true },
      limit: 1,
    })
    if (!article?.publishedAt) return notFound(`There is no public article "${id}".`)
    const { publishedAt, locale } = article
    const scope = await findScope(payload, { locale, ...scopeNames(request.query) })
    const beside = async (operator: 'less_than' | 'greater_than', sort: string[]) => {
      const further: Where = {
        or: [
          { publishedAt: { [operator]: publishedAt } },
          { and: [{ publishedAt: { equals: publishedAt } }, { id: { [operator]: id } }] },
        ],
      }
      // The same once more, as a range that an index has.
      const range: Where = { publishedAt: { [`${operator}_equal`]: publishedAt } }
      const where = { and: [range, ...scope.where, further] }
      const [neighbour] = await findSummaries(payload, { where, limit: 1, sort }, settings)
      return neighbour ?? null
    }
    const [previous, next] = await Promise.all([
      beside('less_than', NEWEST_FIRST),
      beside('greater_than', OLDEST_FIRST),
    ])
    return jsonAnswer({ previous, next })
  },
}
