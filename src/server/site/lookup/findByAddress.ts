import type { Payload, SelectType } from 'payload'
import type { Article } from '../../../payload-types'
import { matchPattern } from '../../../site/addressPattern'
import { articleAddress, needsCategories } from '../../../site/articleAddress'
import type { SiteSettings } from '../../../site/siteSettings'
import { ADDRESS_FIELDS, findPublic } from '../publicArticles'
import { addressCandidates, addressKey } from './addressCandidates'

type Site = { payload: Payload; settings: SiteSettings }

const fields = (settings: SiteSettings): { select: SelectType; depth: 0 | 1 } => ({
  select: {
    ...ADDRESS_FIELDS,
    title: true,
    aliases: true,
    source: { ...ADDRESS_FIELDS.source, address: true },
    ...(needsCategories(settings) && { categories: true }),
  },
  depth: needsCategories(settings) ? 1 : 0,
})

/** The public article whose address by the site's pattern is this one. */
export const findByCurrentAddress = async (
  { payload, settings }: Site,
  address: string,
): Promise<Article | undefined> => {
  const key = addressKey(address)
  for (const path of new Set([key, decodedPath(address)])) {
    const parts = matchPattern(settings.articleUrl, path)
    if (!parts || (parts.slug === undefined && parts.id === undefined)) continue
    const found = await findPublic(payload, {
      ...fields(settings),
      where: {
        and: [
          ...(parts.id === undefined ? [] : [{ id: { equals: parts.id } }]),
          ...(parts.slug === undefined ? [] : [{ slug: { equals: parts.slug } }]),
          ...(parts.locale === undefined ? [] : [{ locale: { equals: parts.locale } }]),
        ],
      },
      limit: 20,
    })
    const match = found.find((article) => addressKey(articleAddress(article, settings)) === key)
    if (match) return match
  }
  return undefined
}

/** The public article that had this address before: that of its source, or one of its aliases. */
export const findByOldAddress = async (
  { payload, settings }: Site,
  address: string,
): Promise<Article | undefined> => {
  const candidates = addressCandidates(address)
  const found = await findPublic(payload, {
    ...fields(settings),
    where: { or: [{ 'source.address': { in: candidates } }, { aliases: { in: candidates } }] },
    limit: 20,
  })
  const rank = (article: Article): number => {
    const places = [article.source?.address, ...(article.aliases ?? [])]
      .map((one) => candidates.indexOf(one ?? ''))
      .filter((place) => place >= 0)
    return Math.min(candidates.length, ...places)
  }
  return found.sort((one, other) => rank(one) - rank(other))[0]
}

const decodedPath = (address: string): string => {
  try {
    return decodeURIComponent(address.replace(/[?#].*$/s, ''))
  } catch {
    return address
  }
}
