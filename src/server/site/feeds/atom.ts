import { element, xmlDocument } from '../xml'
import type { Feed, FeedEntry } from './feed'

const TYPE = 'application/atom+xml'

/** Atom (RFC 4287), with the links of paged and archived feeds (RFC 5005). */
export const atom = (feed: Feed): string =>
  xmlDocument(
    element(
      'feed',
      {
        xmlns: 'http://www.w3.org/2005/Atom',
        'xmlns:fh': 'http://purl.org/syndication/history/1.0',
        'xml:lang': feed.locale,
      },
      element('id', {}, feed.id),
      element('title', {}, feed.title),
      feed.description !== '' && element('subtitle', {}, feed.description),
      element('updated', {}, feed.updated),
      element('author', {}, element('name', {}, feed.title)),
      element('generator', {}, 'Galley'),
      element('link', { rel: 'alternate', type: 'text/html', href: feed.siteUrl }),
      element('link', { rel: 'self', type: TYPE, href: feed.selfUrl }),
      ...Object.entries(feed.links).map(([rel, href]) =>
        element('link', { rel, type: TYPE, href }),
      ),
      feed.isArchive && element('fh:archive'),
      ...feed.entries.map(entry),
    ),
  )

const entry = (one: FeedEntry) =>
  element(
    'entry',
    { 'xml:lang': one.locale },
    element('id', {}, one.id),
    element('title', {}, one.title),
    element('link', { rel: 'alternate', type: 'text/html', href: one.url }),
    element('published', {}, one.published),
    element('updated', {}, one.updated),
    ...one.authors.map(({ name, url }) =>
      element('author', {}, element('name', {}, name), url ? element('uri', {}, url) : undefined),
    ),
    ...one.categories.map((term) => element('category', { term })),
    one.image &&
      element('link', {
        rel: 'enclosure',
        href: one.image.url,
        type: one.image.type,
        length: one.image.bytes,
      }),
    element('summary', {}, one.summary),
    one.html !== undefined && element('content', { type: 'html' }, one.html),
  )
