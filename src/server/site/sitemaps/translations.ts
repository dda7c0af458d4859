import type { Payload } from 'payload'
import type { Article } from '../../../payload-types'
import { articleAddress, needsCategories } from '../../../site/articleAddress'
import type { SiteSettings } from '../../../site/siteSettings'
import { ADDRESS_FIELDS, findPublic } from '../publicArticles'

/** The versions of an article in all its languages, itself included; absent for one that has no other. */
export type Translations = ReadonlyMap<string, { locale: string; address: string }[]>

const SLUGS_PER_QUERY = 500

/** Articles of different languages with the same slug are translations of each other. */
export const translationsOf = async (
  payload: Payload,
  articles: readonly Article[],
  settings: SiteSettings,
): Promise<Translations> => {
  const first = articles[0]?.locale
  const hasOther =
    first !== undefined &&
    (articles.some(({ locale }) => locale !== first) ||
      (
        await findPublic(payload, {
          where: { locale: { not_equals: first } },
          select: { locale: true },
          limit: 1,
        })
      ).length > 0)
  if (!hasOther) return new Map()
  const bySlug = new Map<string, Article[]>()
  const slugs = [...new Set(articles.flatMap(({ slug }) => slug ?? []))]
  for (let at = 0; at < slugs.length; at += SLUGS_PER_QUERY) {
    const found = await findPublic(payload, {
      where: { slug: { in: slugs.slice(at, at + SLUGS_PER_QUERY) } },
      select: { ...ADDRESS_FIELDS, ...(needsCategories(settings) && { categories: true }) },
      depth: needsCategories(settings) ? 1 : 0,
      sort: 'locale',
      limit: 0,
    })
    for (const article of found) {
      const slug = article.slug ?? ''
      bySlug.set(slug, [...(bySlug.get(slug) ?? []), article])
    }
  }
  return new Map(
    articles.flatMap(({ id, slug }) => {
      const versions = bySlug.get(slug ?? '') ?? []
      if (versions.length < 2) return []
      const addresses = versions.map((article) => ({
        locale: article.locale,
        address: articleAddress(article, settings),
      }))
      return [[id, addresses] as const]
    }),
  )
}
