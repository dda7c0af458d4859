import type { Payload, SelectType } from 'payload'
import type { Article } from '../../../payload-types'
import { articleAddress, needsCategories } from '../../../site/articleAddress'
import { TERM_COLLECTIONS } from '../../../terms/termCollections'
import { termAddress } from '../../../terms/termAddress'
import type { SiteSettings } from '../../../site/siteSettings'
import { absoluteUrl } from '../absoluteHtml'
import {
  ADDRESS_FIELDS,
  countPublicArticles,
  findPublic,
  modifiedAt,
  pageOfPublic,
} from '../publicArticles'
import { contextOf, notFound, textAnswer, type SiteRoute } from '../siteRoute'
import { element, xmlDocument } from '../xml'
import { translationsOf, type Translations } from './translations'

/** Sitemaps may hold 50,000 addresses; smaller ones are made and sent sooner. */
const ADDRESSES_PER_SITEMAP = 5000
const NEWS_MS = 48 * 60 * 60 * 1000
const MAX_NEWS = 1000

const NAMESPACES = {
  xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9',
  'xmlns:image': 'http://www.google.com/schemas/sitemap-image/1.1',
  'xmlns:news': 'http://www.google.com/schemas/sitemap-news/0.9',
  'xmlns:xhtml': 'http://www.w3.org/1999/xhtml',
}

/** The index of all sitemaps. */
export const sitemapIndexRoute: SiteRoute = {
  path: '/sitemap.xml',
  compute: async (request, { payload }) => {
    const { siteUrl, settings } = contextOf(payload, request)
    const totalPages = Math.ceil((await countPublicArticles(payload)) / ADDRESSES_PER_SITEMAP)
    const names = [
      ...Array.from({ length: Math.max(1, totalPages) }, (_, index) => `articles-${index + 1}`),
      ...(hasTermPages(settings) ? ['terms'] : []),
      'news',
    ]
    const sitemaps = names.map((name) =>
      element(
        'sitemap',
        {},
        element('loc', {}, absoluteUrl(`/sitemaps/${name}.xml`, siteUrl.href)),
      ),
    )
    return xmlAnswer(element('sitemapindex', { xmlns: NAMESPACES.xmlns }, ...sitemaps))
  },
}

/** One sitemap: of articles, oldest first so that pages stay as they are; of terms; of news. */
export const sitemapRoute: SiteRoute = {
  path: '/sitemaps/:name.xml',
  compute: async (request, { payload }) => {
    const { settings, siteUrl } = contextOf(payload, request)
    const { name = '' } = request.params
    const page = /^articles-([1-9]\d{0,5})$/.exec(name)?.[1]
    if (page) return articles(Number(page))
    if (name === 'news') return news()
    if (name === 'terms' && hasTermPages(settings)) return terms()
    return notFound('There is no such sitemap. /sitemap.xml lists them.')

    async function articles(number: number) {
      const found = await pageOfPublic(payload, {
        ...fields(settings),
        sort: ['publishedAt', 'id'],
        limit: ADDRESSES_PER_SITEMAP,
        page: number,
      })
      if (number > Math.max(1, found.totalPages)) {
        return notFound(`There are ${found.totalPages} sitemaps of articles.`)
      }
      const translations = await translationsOf(payload, found.articles, settings)
      const home = element('url', {}, element('loc', {}, siteUrl.href))
      return urlset([
        ...(number === 1 ? [home] : []),
        ...found.articles.map((article) =>
          articleUrl({ article, settings, siteUrl, translations }),
        ),
      ])
    }

    async function news() {
      const since = new Date(Date.now() - NEWS_MS).toISOString()
      const found = await findPublic(payload, {
        ...fields(settings),
        where: { publishedAt: { greater_than: since } },
        limit: MAX_NEWS,
      })
      const [oldest] = found
        .map(({ publishedAt }) => Date.parse(publishedAt ?? ''))
        .sort((one, other) => one - other)
      const answer = urlset(
        found.map((article) =>
          element(
            'url',
            {},
            element('loc', {}, absoluteUrl(articleAddress(article, settings), siteUrl.href)),
            element(
              'news:news',
              {},
              element(
                'news:publication',
                {},
                element('news:name', {}, settings.name),
                element('news:language', {}, newsLanguage(article.locale)),
              ),
              element('news:publication_date', {}, article.publishedAt ?? article.updatedAt),
              element('news:title', {}, article.title),
            ),
          ),
        ),
      )
      return { ...answer, ...(oldest && { until: oldest + NEWS_MS }) }
    }

    async function terms() {
      return urlset(
        (await termAddresses(payload, settings)).map((address) =>
          element('url', {}, element('loc', {}, absoluteUrl(address, siteUrl.href))),
        ),
      )
    }
  },
}

const fields = (settings: SiteSettings): { select: SelectType; depth: 0 | 1 } => ({
  select: {
    ...ADDRESS_FIELDS,
    title: true,
    cover: true,
    ...(needsCategories(settings) && { categories: true }),
  },
  depth: 1,
})

const articleUrl = ({
  article,
  settings,
  siteUrl,
  translations,
}: {
  article: Article
  settings: SiteSettings
  siteUrl: URL
  translations: Translations
}) => {
  const { cover } = article
  const image = cover && typeof cover === 'object' ? cover.url : article.coverUrl
  return element(
    'url',
    {},
    element('loc', {}, absoluteUrl(articleAddress(article, settings), siteUrl.href)),
    element('lastmod', {}, modifiedAt(article)),
    ...(translations.get(article.id) ?? []).map(({ locale, address }) =>
      element('xhtml:link', {
        rel: 'alternate',
        hreflang: locale,
        href: absoluteUrl(address, siteUrl.href),
      }),
    ),
    image
      ? element(
          'image:image',
          {},
          element('image:loc', {}, absoluteUrl(image, settings.mediaBase || siteUrl.href)),
        )
      : undefined,
  )
}

const hasTermPages = ({ categoryUrl, tagUrl, authorUrl }: SiteSettings): boolean =>
  Boolean(categoryUrl ?? tagUrl ?? authorUrl)

const termAddresses = async (payload: Payload, settings: SiteSettings): Promise<string[]> => {
  const found = await Promise.all(
    TERM_COLLECTIONS.map(async (collection) => {
      if (!termAddress(collection, { id: '' }, settings)) return []
      const { docs } = await payload.find({
        collection,
        depth: 0,
        limit: 10_000,
        pagination: false,
        overrideAccess: true,
      })
      return docs.flatMap((term) => termAddress(collection, term, settings) ?? [])
    }),
  )
  return found.flat()
}

/** ISO 639, but for the two kinds of Chinese (rules of the news sitemap). */
const newsLanguage = (locale: string): string => {
  const [language = 'en', region = ''] = locale.toLowerCase().split(/[-_]/)
  if (language !== 'zh') return language
  return ['tw', 'hk', 'mo', 'hant'].includes(region) ? 'zh-tw' : 'zh-cn'
}

const urlset = (urls: ReturnType<typeof element>[]) =>
  xmlAnswer(element('urlset', NAMESPACES, ...urls))

const xmlAnswer = (root: ReturnType<typeof element>) =>
  textAnswer(xmlDocument(root), 'application/xml')
