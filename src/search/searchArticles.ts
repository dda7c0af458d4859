import type { Payload } from 'payload'
import { highlighted, snippetOf } from './highlight'
import { facetOf, searchIndexOf, type IndexPage } from './searchIndex'
import { queryParts } from './tokens'

export type ArticleSearch = {
  /** What was typed: all words must be found, the last one may be the beginning of a word. */
  q: string
  /**
   * `public`: what everybody may read. `newsroom`: the newest versions, drafts included; with `ownedBy` (a contributor) own
   * articles, and public ones of others.
   */
  scope: { kind: 'public' } | { kind: 'newsroom'; ownedBy?: string }
  /** Ids; an article that has one of each kind that is given. */
  filters?: { locales?: string[]; categories?: string[]; tags?: string[]; authors?: string[] }
  publishedFrom?: string
  publishedBefore?: string
  page?: number
  limit?: number
}

export type SearchHit = {
  id: string
  /** HTML: text, with what was searched for in `<mark>`. */
  title: string
  snippet: string
}

export type SearchResult = { hits: SearchHit[]; total: number; page: number; totalPages: number }

/** Searches articles: titles count more than names, excerpts and bodies. A query without a word finds nothing. */
export const searchArticles = async (
  payload: Payload,
  { q, scope, filters = {}, publishedFrom, publishedBefore, page = 1, limit = 10 }: ArticleSearch,
): Promise<SearchResult> => {
  const parts = queryParts(q)
  if (parts.length === 0) return { hits: [], total: 0, page, totalPages: 0 }
  const query: IndexPage = {
    parts,
    facets: facetsOf(filters),
    scope: scope.kind,
    ...(scope.kind === 'newsroom' && scope.ownedBy !== undefined && { ownedBy: scope.ownedBy }),
    now: new Date().toISOString(),
    ...(publishedFrom && { publishedFrom }),
    ...(publishedBefore && { publishedBefore }),
    limit,
    offset: (page - 1) * limit,
  }
  const { hits, total } = await searchIndexOf(payload).search(query)
  return {
    total,
    page,
    totalPages: Math.ceil(total / limit),
    hits: hits.map(({ article, title, text }) => ({
      id: article,
      title: highlighted(title, parts),
      snippet: snippetOf(text, parts),
    })),
  }
}

const facetsOf = ({ locales, categories, tags, authors }: NonNullable<ArticleSearch['filters']>) =>
  (
    [
      ['locale', locales],
      ['category', categories],
      ['tag', tags],
      ['author', authors],
    ] as const
  ).flatMap(([kind, values]) => (values ? [values.map((value) => facetOf(kind, value))] : []))
