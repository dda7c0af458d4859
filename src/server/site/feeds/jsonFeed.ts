import type { Feed, FeedEntry } from './feed'

/** JSON Feed 1.1. */
export const jsonFeed = (feed: Feed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    ...(feed.description && { description: feed.description }),
    home_page_url: feed.siteUrl,
    feed_url: feed.selfUrl,
    ...((feed.links.next ?? feed.links['prev-archive']) && {
      next_url: feed.links.next ?? feed.links['prev-archive'],
    }),
    language: feed.locale,
    items: feed.entries.map(item),
  })

const item = (entry: FeedEntry) => ({
  id: entry.id,
  url: entry.url,
  title: entry.title,
  ...(entry.html === undefined ? { content_text: entry.summary } : { content_html: entry.html }),
  summary: entry.summary,
  ...(entry.image && {
    image: entry.image.url,
    attachments: [
      {
        url: entry.image.url,
        mime_type: entry.image.type,
        ...(entry.image.bytes > 0 && { size_in_bytes: entry.image.bytes }),
      },
    ],
  }),
  date_published: entry.published,
  date_modified: entry.updated,
  language: entry.locale,
  ...(entry.authors.length > 0 && { authors: entry.authors }),
  ...(entry.categories.length > 0 && { tags: entry.categories }),
})
