import type { Payload, Where } from 'payload'
import type { Media } from '../../../payload-types'
import { articleAddress } from '../../../site/articleAddress'
import { renderDocuments } from '../../../site/rendered'
import type { SiteSettings } from '../../../site/siteSettings'
import { absoluteUrl } from '../absoluteHtml'
import { populated } from '../feeds/feedEntries'
import { ADDRESS_FIELDS, findPublic, modifiedAt } from '../publicArticles'

/** What other sites show of an article. */
export type ArticleCard = {
  url: string
  title: string
  description: string
  locale: string
  published: string
  modified: string
  authors: string[]
  section: string | undefined
  tags: string[]
  image: { url: string; width?: number; height?: number; type?: string; alt?: string } | undefined
}

/** Reads the card of a public article; what the editors wrote for sharing goes before title, excerpt and cover. */
export const findCard = async ({
  payload,
  where,
  settings,
  siteUrl,
}: {
  payload: Payload
  where: Where
  settings: SiteSettings
  siteUrl: URL
}): Promise<ArticleCard | undefined> => {
  const articles = await findPublic(payload, {
    where,
    select: {
      ...ADDRESS_FIELDS,
      title: true,
      excerpt: true,
      cover: true,
      coverUrl: true,
      meta: true,
      authors: true,
      categories: true,
      tags: true,
    },
    depth: 1,
    limit: 1,
  })
  await renderDocuments({ payload, documents: articles, forms: ['excerpt'], settings })
  const [article] = articles
  if (!article) return undefined
  const { meta, cover, coverUrl } = article
  return {
    url: absoluteUrl(articleAddress(article, settings), siteUrl.href),
    title: meta?.title || article.title,
    description: meta?.description || article.excerpt || '',
    locale: article.locale,
    published: article.publishedAt ?? article.updatedAt,
    modified: modifiedAt(article),
    authors: populated(article.authors).map(({ name }) => name),
    section: populated(article.categories)[0]?.name,
    tags: populated(article.tags).map(({ name }) => name),
    image: imageOf([meta?.image, cover], settings.mediaBase || siteUrl.href) ?? linked(coverUrl),
  }

  function linked(url: string | null | undefined): ArticleCard['image'] {
    return url ? { url: absoluteUrl(url, siteUrl.href) } : undefined
  }
}

const imageOf = (
  files: (string | Media | null | undefined)[],
  base: string,
): ArticleCard['image'] => {
  const file = files.find((one): one is Media => typeof one === 'object' && one !== null)
  if (!file) return undefined
  const { url, width, height, mimeType } = file.sizes?.og?.url ? file.sizes.og : file
  return {
    url: absoluteUrl(url ?? '', base),
    ...(width && height && { width, height }),
    ...(mimeType && { type: mimeType }),
    ...(file.alt && { alt: file.alt }),
  }
}
