import type { Payload } from 'payload'
import { declareReads } from '../../../changes/readTracker'
import { searchArticles } from '../../../search/searchArticles'
import { summariesOf, summaryRead } from '../listings/publicSummary'
import { findPublicByIds } from '../publicArticles'
import { findTermIds } from '../scope'
import {
  contextOf,
  jsonAnswer,
  numberParameter,
  refuse,
  requiredParameter,
  type SiteRoute,
} from '../siteRoute'

const MAX_QUERY_LENGTH = 200

/**
 * `/api/search?q=`: public articles, best first, with what was found marked. `?locale=`, `?category=`, `?tag=`, `?author=`,
 * `?from=`, `?before=` narrow it; `?page=`, `?limit=`.
 */
export const searchRoute: SiteRoute = {
  path: '/api/search',
  compute: async (request, { payload }) => {
    const { settings } = contextOf(payload, request)
    const { query } = request
    const q = requiredParameter(query, 'q')
    if (q.length > MAX_QUERY_LENGTH) refuse(`"q" is longer than ${MAX_QUERY_LENGTH} characters.`)
    const limit = numberParameter(query, { name: 'limit', fallback: 10, maximum: 50 })
    const page = numberParameter(query, { name: 'page', fallback: 1, maximum: 1000 })
    // The index lies beside Payload: an answer holds until any article changes.
    declareReads('articles')
    const { hits, total, totalPages } = await searchArticles(payload, {
      q,
      scope: { kind: 'public' },
      filters: await filtersOf(payload, query),
      publishedFrom: instantOf(query, 'from'),
      publishedBefore: instantOf(query, 'before'),
      page,
      limit,
    })
    // The database decides once more what is public.
    const ids = hits.map(({ id }) => id)
    const found = await findPublicByIds(payload, ids, summaryRead(settings))
    const summaries = new Map(
      (await summariesOf(payload, found, settings)).map((one) => [one.id, one]),
    )
    const docs = hits.flatMap(({ id, title, snippet }) => {
      const summary = summaries.get(id)
      return summary ? [{ ...summary, highlight: { title, snippet } }] : []
    })
    return jsonAnswer({ docs, totalDocs: total, totalPages, page, limit })
  },
}

const filtersOf = async (payload: Payload, query: URLSearchParams) => {
  const { category, tag, author } = await findTermIds(payload, {
    category: query.get('category') ?? undefined,
    tag: query.get('tag') ?? undefined,
    author: query.get('author') ?? undefined,
  })
  const locale = query.get('locale')
  return {
    ...(locale && { locales: [locale] }),
    ...(category && { categories: category }),
    ...(tag && { tags: tag }),
    ...(author && { authors: author }),
  }
}

const instantOf = (query: URLSearchParams, name: string): string | undefined => {
  const text = query.get(name)
  if (!text) return undefined
  const time = Date.parse(text)
  return Number.isNaN(time)
    ? refuse(`"${name}" is "${text}". Use a date such as 2024-05-31.`)
    : new Date(time).toISOString()
}
