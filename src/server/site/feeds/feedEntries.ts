import { createHash } from 'node:crypto'
import type { Payload, SelectType } from 'payload'
import type { Article, Media } from '../../../payload-types'
import { articleAddress } from '../../../site/articleAddress'
import { fillPattern } from '../../../site/addressPattern'
import { renderDocuments } from '../../../site/rendered'
import type { SiteSettings } from '../../../site/siteSettings'
import { absoluteHtml, absoluteUrl } from '../absoluteHtml'
import { ADDRESS_FIELDS, modifiedAt } from '../publicArticles'
import type { FeedEntry } from './feed'

/** What the entries of a feed are made from. */
export const entryFields = (isFull: boolean): SelectType => ({
  ...ADDRESS_FIELDS,
  title: true,
  excerpt: true,
  cover: true,
  authors: true,
  categories: true,
  tags: true,
  ...(isFull && { content: true }),
})

/** Makes the entries of a feed; addresses in them are whole. */
export const feedEntries = async ({
  payload,
  articles,
  isFull,
  settings,
  siteUrl,
}: {
  payload: Payload
  articles: Article[]
  isFull: boolean
  settings: SiteSettings
  siteUrl: URL
}): Promise<FeedEntry[]> => {
  await renderDocuments({
    payload,
    documents: articles,
    forms: isFull ? ['contentHtml', 'excerpt'] : ['excerpt'],
    settings,
  })
  return articles.map((article) => {
    const url = absoluteUrl(articleAddress(article, settings), siteUrl.href)
    return {
      id: stableId(article.id),
      url,
      title: article.title,
      summary: article.excerpt ?? '',
      html: isFull ? absoluteHtml(article.contentHtml ?? '', url) : undefined,
      published: article.publishedAt ?? article.updatedAt,
      updated: modifiedAt(article),
      locale: article.locale,
      authors: populated(article.authors).map(({ name, slug }) => ({
        name,
        ...(settings.authorUrl && {
          url: absoluteUrl(fillPattern(settings.authorUrl, { slug: slug ?? '' }), siteUrl.href),
        }),
      })),
      categories: [...populated(article.categories), ...populated(article.tags)].map(
        ({ name }) => name,
      ),
      image: imageOf(article.cover, settings.mediaBase || siteUrl.href),
    }
  })
}

/** The documents of a relationship that were read with the article. */
export const populated = <Value extends object>(
  values: (string | Value)[] | null | undefined,
): Value[] => (values ?? []).filter((value): value is Value => typeof value === 'object')

/** A URN that stays when the site moves to another address: the UUID of the article, or one made from its id. */
export const stableId = (id: string): string => {
  if (/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(id)) return `urn:uuid:${id.toLowerCase()}`
  const hex = createHash('sha256').update(id).digest('hex')
  // Version 8 of RFC 9562: a UUID whose bits the application chooses.
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

const imageOf = (cover: string | Media | null | undefined, base: string): FeedEntry['image'] => {
  if (!cover || typeof cover === 'string' || !cover.url) return undefined
  return {
    url: absoluteUrl(cover.url, base),
    type: cover.mimeType ?? 'application/octet-stream',
    bytes: cover.filesize ?? 0,
  }
}
