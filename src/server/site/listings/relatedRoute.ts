import type { Payload } from 'payload'
import type { Article } from '../../../payload-types'
import { findPublic, findPublicByIds } from '../publicArticles'
import { contextOf, jsonAnswer, notFound, numberParameter, type SiteRoute } from '../siteRoute'
import { summariesOf, summaryRead } from './publicSummary'

/** A shared tag says most about what an article is about, a shared author least. */
const WEIGHTS = { tags: 3, categories: 2, authors: 1 } as const
type Relation = keyof typeof WEIGHTS
const RELATIONS: Relation[] = ['tags', 'categories', 'authors']

/** Of a term that thousands of articles share, the newest ones are looked at. */
const CANDIDATES_PER_RELATION = 100

const relationFields = { tags: true, categories: true, authors: true } as const

/**
 * `/api/articles/<id>/related?limit=5`: those that editors have chosen, then public articles of its
 * language that share tags, categories, authors.
 */
export const relatedRoute: SiteRoute = {
  path: '/api/articles/:id/related',
  compute: async (request, { payload }) => {
    const { settings } = contextOf(payload, request)
    const { id = '' } = request.params
    const limit = numberParameter(request.query, { name: 'limit', fallback: 5, maximum: 20 })
    const [article] = await findPublic(payload, {
      where: { id: { equals: id } },
      select: { locale: true, related: true, ...relationFields },
      limit: 1,
    })
    if (!article) return notFound(`There is no public article "${id}".`)
    const candidates = await findCandidates(payload, article)
    const best = [...candidates.values()]
      .map((candidate) => ({ candidate, score: scoreOf(article, candidate) }))
      .sort(
        (one, other) =>
          other.score - one.score ||
          (other.candidate.publishedAt ?? '').localeCompare(one.candidate.publishedAt ?? '') ||
          one.candidate.id.localeCompare(other.candidate.id),
      )
    const chosen = chosenBy(article)
    const ids = new Set([...chosen, ...best.map(({ candidate }) => candidate.id)])
    // Some of those that editors have chosen may not be public: then there is room for others.
    const docs = await inOrder([...ids].slice(0, limit + chosen.length))
    return jsonAnswer({ docs: docs.slice(0, limit) })

    async function inOrder(ids: string[]) {
      const found = await findPublicByIds(payload, ids, summaryRead(settings))
      const summaries = await summariesOf(payload, found, settings)
      return ids.flatMap((wanted) => summaries.find((one) => one.id === wanted) ?? [])
    }
  },
}

const findCandidates = async (
  payload: Payload,
  article: Article,
): Promise<Map<string, Article>> => {
  const found = await Promise.all(
    RELATIONS.map(async (relation) => {
      const ids = idsOf(article, relation)
      if (ids.length === 0) return []
      return findPublic(payload, {
        where: {
          and: [
            { [relation]: { in: ids } },
            { locale: { equals: article.locale } },
            { id: { not_equals: article.id } },
          ],
        },
        select: { publishedAt: true, ...relationFields },
        limit: CANDIDATES_PER_RELATION,
      })
    }),
  )
  return new Map(found.flat().map((one) => [one.id, one]))
}

const scoreOf = (article: Article, candidate: Article): number =>
  RELATIONS.reduce((score, relation) => {
    const shared = new Set(idsOf(article, relation))
    const count = idsOf(candidate, relation).filter((id) => shared.has(id)).length
    return score + count * WEIGHTS[relation]
  }, 0)

/** What an editor has chosen comes first. */
const chosenBy = ({ related }: Article): string[] =>
  (related ?? []).map((value) => (typeof value === 'string' ? value : value.id))

const idsOf = (article: Article, relation: Relation): string[] =>
  (article[relation] ?? []).map((value) => (typeof value === 'string' ? value : value.id))
