import { element, xmlDocument } from '../xml'
import type { Feed, FeedEntry } from './feed'

/** RSS 2.0, with the modules that its readers know: content, Dublin Core, Atom links, feed history (RFC 5005). */
export const rss = (feed: Feed): string =>
  xmlDocument(
    element(
      'rss',
      {
        version: '2.0',
        'xmlns:atom': 'http://www.w3.org/2005/Atom',
        'xmlns:content': 'http://purl.org/rss/1.0/modules/content/',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:fh': 'http://purl.org/syndication/history/1.0',
      },
      element(
        'channel',
        {},
        element('title', {}, feed.title),
        element('link', {}, feed.siteUrl),
        element('description', {}, feed.description || feed.title),
        element('language', {}, feed.locale),
        element('lastBuildDate', {}, rfc822(feed.updated)),
        element('generator', {}, 'Galley'),
        atomLink('self', feed.selfUrl),
        ...Object.entries(feed.links).map(([rel, href]) => atomLink(rel, href)),
        feed.isArchive && element('fh:archive'),
        ...feed.entries.map(item),
      ),
    ),
  )

const item = ({
  title,
  url,
  id,
  published,
  summary,
  html,
  authors,
  categories,
  image,
}: FeedEntry) =>
  element(
    'item',
    {},
    element('title', {}, title),
    element('link', {}, url),
    element('guid', { isPermaLink: 'false' }, id),
    element('pubDate', {}, rfc822(published)),
    ...authors.map(({ name }) => element('dc:creator', {}, name)),
    ...categories.map((name) => element('category', {}, name)),
    element('description', {}, summary),
    html !== undefined && element('content:encoded', {}, html),
    image && element('enclosure', { url: image.url, length: image.bytes, type: image.type }),
  )

const atomLink = (rel: string, href: string) =>
  element('atom:link', { rel, href, type: 'application/rss+xml' })

const rfc822 = (instant: string): string => new Date(instant).toUTCString()
