import type { Payload, SelectType, Where } from 'payload'
import type { Article } from '../../../payload-types'
import { articleAddress, needsCategories } from '../../../site/articleAddress'
import { renderDocuments } from '../../../site/rendered'
import type { SiteSettings } from '../../../site/siteSettings'
import { findPublic, NEWEST_FIRST } from '../publicArticles'

/** An article as lists beside an article show it. */
export type PublicSummary = Pick<Article, 'id' | 'title' | 'slug' | 'locale'> & {
  url: string
  publishedAt?: string | null
  excerpt?: string | null
}

/** What a summary is read from. */
export const summaryRead = (settings: SiteSettings): { select: SelectType; depth: 0 | 1 } => ({
  select: {
    title: true,
    slug: true,
    locale: true,
    publishedAt: true,
    excerpt: true,
    updatedAt: true,
    ...(needsCategories(settings) && { categories: true }),
  },
  depth: needsCategories(settings) ? 1 : 0,
})

/** Makes summaries of articles that were read with `summaryRead`. */
export const summariesOf = async (
  payload: Payload,
  articles: Article[],
  settings: SiteSettings,
): Promise<PublicSummary[]> => {
  await renderDocuments({ payload, documents: articles, forms: ['excerpt'], settings })
  return articles.map((article) => ({
    id: article.id,
    title: article.title,
    slug: article.slug,
    locale: article.locale,
    url: articleAddress(article, settings),
    publishedAt: article.publishedAt,
    excerpt: article.excerpt,
  }))
}

/** Reads summaries of public articles. */
export const findSummaries = async (
  payload: Payload,
  { where, limit, sort = NEWEST_FIRST }: { where: Where; limit: number; sort?: string[] },
  settings: SiteSettings,
): Promise<PublicSummary[]> => {
  const articles = await findPublic(payload, {
    where,
    limit,
    sort,
    ...summaryRead(settings),
  })
  return summariesOf(payload, articles, settings)
}
