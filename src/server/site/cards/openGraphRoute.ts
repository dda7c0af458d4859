import { escapeHtml } from '../../../richtext/toHtml/escape'
import { contextOf, jsonAnswer, notFound, type SiteRoute } from '../siteRoute'
import { findCard, type ArticleCard } from './articleCard'

/** `/api/articles/<id>/open-graph`: the tags for the head of an article's page, as a list and as HTML. */
export const openGraphRoute: SiteRoute = {
  path: '/api/articles/:id/open-graph',
  compute: async (request, { payload }) => {
    const { settings, siteUrl } = contextOf(payload, request)
    const { id = '' } = request.params
    const card = await findCard({ payload, where: { id: { equals: id } }, settings, siteUrl })
    if (!card) return notFound(`There is no public article "${id}".`)
    const tags = [...openGraph(card, settings.name), ...twitter(card)]
    return jsonAnswer({
      title: card.title,
      description: card.description,
      canonical: card.url,
      tags,
      html: [
        `<title>${escapeHtml(card.title)}</title>`,
        `<meta name="description" content="${escapeHtml(card.description)}">`,
        `<link rel="canonical" href="${escapeHtml(card.url)}">`,
        ...tags.map((tag) => {
          const [key, name] = 'property' in tag ? ['property', tag.property] : ['name', tag.name]
          return `<meta ${key}="${name}" content="${escapeHtml(tag.content)}">`
        }),
      ].join('\n'),
    })
  },
}

type Tag = { property: string; content: string } | { name: string; content: string }

const openGraph = (card: ArticleCard, siteName: string): Tag[] =>
  present([
    ['og:type', 'article'],
    ['og:site_name', siteName],
    ['og:title', card.title],
    ['og:description', card.description],
    ['og:url', card.url],
    ['og:locale', card.locale.replace('-', '_')],
    ['og:image', card.image?.url],
    ['og:image:width', card.image?.width],
    ['og:image:height', card.image?.height],
    ['og:image:type', card.image?.type],
    ['og:image:alt', card.image?.alt],
    ['article:published_time', card.published],
    ['article:modified_time', card.modified],
    ['article:section', card.section],
    ...card.authors.map((name): [string, string] => ['article:author', name]),
    ...card.tags.map((name): [string, string] => ['article:tag', name]),
  ]).map(([property, content]) => ({ property, content }))

const twitter = (card: ArticleCard): Tag[] =>
  present([
    ['twitter:card', card.image ? 'summary_large_image' : 'summary'],
    ['twitter:title', card.title],
    ['twitter:description', card.description],
    ['twitter:image', card.image?.url],
  ]).map(([name, content]) => ({ name, content }))

const present = (pairs: [string, string | number | undefined][]): [string, string][] =>
  pairs.flatMap(([name, content]) =>
    content === undefined || content === '' ? [] : [[name, String(content)]],
  )
