import { escapeHtml } from '../../../richtext/toHtml/escape'
import { findByCurrentAddress, findByOldAddress } from '../lookup/findByAddress'
import {
  contextOf,
  jsonAnswer,
  notFound,
  numberParameter,
  requiredParameter,
  textAnswer,
  type SiteRoute,
} from '../siteRoute'
import { element, xmlDocument } from '../xml'
import { findCard, type ArticleCard } from './articleCard'

const WIDTH = 600
const HEIGHT = 200

/** `/api/oembed?url=<address of an article on the site>&format=json|xml&maxwidth=&maxheight=` (oEmbed 1.0, type `rich`). */
export const oembedRoute: SiteRoute = {
  path: '/api/oembed',
  compute: async (request, { payload }) => {
    const { settings, siteUrl } = contextOf(payload, request)
    const { query } = request
    const url = requiredParameter(query, 'url')
    if (!URL.canParse(url, siteUrl) || new URL(url, siteUrl).host !== siteUrl.host) {
      return notFound(`"${url}" is not an address of ${siteUrl.host}.`)
    }
    const { pathname } = new URL(url, siteUrl)
    const site = { payload, settings }
    const article =
      (await findByCurrentAddress(site, pathname)) ?? (await findByOldAddress(site, pathname))
    const where = { id: { equals: article?.id } }
    const card = article && (await findCard({ payload, where, settings, siteUrl }))
    if (!card) return notFound(`There is no public article at "${url}".`)
    const limit = (name: string, fallback: number) =>
      Math.min(fallback, numberParameter(query, { name, fallback, maximum: 100_000 }))
    const fields = {
      version: '1.0',
      type: 'rich',
      title: card.title,
      ...(card.authors[0] && { author_name: card.authors[0] }),
      provider_name: settings.name,
      provider_url: siteUrl.href,
      cache_age: 3600,
      width: limit('maxwidth', WIDTH),
      height: limit('maxheight', HEIGHT),
      html: quoted(card),
      ...thumbnail(card),
    }
    if (query.get('format') !== 'xml') return jsonAnswer(fields)
    const children = Object.entries(fields).map(([name, value]) => element(name, {}, String(value)))
    return textAnswer(xmlDocument(element('oembed', {}, ...children)), 'text/xml')
  },
}

const quoted = ({ title, url, description, authors }: ArticleCard): string =>
  `<blockquote class="galley-embed" cite="${escapeHtml(url)}"><p><a href="${escapeHtml(url)}">${escapeHtml(title)}</a></p>` +
  (description && `<p>${escapeHtml(description)}</p>`) +
  (authors.length > 0 ? `<footer>${escapeHtml(authors.join(', '))}</footer>` : '') +
  '</blockquote>'

/** All three or none, as oEmbed wants. */
const thumbnail = ({ image }: ArticleCard) =>
  image?.width && image.height
    ? {
        thumbnail_url: image.url,
        thumbnail_width: image.width,
        thumbnail_height: image.height,
      }
    : {}
