import type { Where } from 'payload'
import { DEFAULT_LOCALE } from '../../../../collections/locale'
import { datePartsOf } from '../../../site/articleAddress'
import { findPublic, pageOfPublic, NEWEST_FIRST } from '../publicArticles'
import { findScope, scopeNames, type ScopeNames } from '../scope'
import { monthRange } from '../monthRange'
import {
  contextOf,
  notFound,
  numberParameter,
  refuse,
  textAnswer,
  type SiteRoute,
} from '../siteRoute'
import { atom } from './atom'
import type { Feed, FeedFormat } from './feed'
import { entryFields, feedEntries, stableId } from './feedEntries'
import { jsonFeed } from './jsonFeed'
import { rss } from './rss'

const FORMATS: Record<FeedFormat, { write: (feed: Feed) => string; type: string }> = {
  rss: { write: rss, type: 'application/rss+xml' },
  atom: { write: atom, type: 'application/atom+xml' },
  json: { write: jsonFeed, type: 'application/feed+json' },
}

const ADDRESS = /^(?:all|(category|tag|author|language)\/(.+))\.(rss|atom|json)$/
const MAX_ARCHIVE_ENTRIES = 1000

/**
 * `/feeds/all.atom`, `/feeds/category/<path>.rss`, `/feeds/tag/<slug>.json`, `/feeds/author/<slug>.atom`,
 * `/feeds/language/<locale>.rss`; `?content=full|excerpt`, `?page=`, `?archive=2024-05`, `?locale=`.
 */
export const feedRoute: SiteRoute = {
  path: '/feeds/*address',
  compute: async (request, { payload }) => {
    const { settings, siteUrl } = contextOf(payload, request)
    const { names, format } = parsedAddress(request.params.address ?? '')
    const { query, path } = request
    const isFull = contentOf(query, settings.feedContent) === 'full'
    const scope = await findScope(payload, { ...scopeNames(query), ...names })
    const archive = query.get('archive')
    const address = (changes: Record<string, string | undefined>) =>
      feedAddress({ siteUrl, path, query, changes })
    const read = { select: entryFields(isFull), depth: 1 } as const
    const found = archive ? await readArchive(archive) : await readPage()
    const entries = await feedEntries({
      payload,
      articles: found.articles,
      isFull,
      settings,
      siteUrl,
    })
    const feedUrl = address({ page: undefined, archive: undefined })
    const feed: Feed = {
      title: scope.label ? `${settings.name}: ${scope.label}` : settings.name,
      description: settings.description,
      siteUrl: siteUrl.href,
      selfUrl: archive ? address({ page: undefined }) : address({}),
      feedUrl,
      id: stableId(`feed ${JSON.stringify(names)} ${scope.locale ?? ''}`),
      updated: latest(entries.map(({ updated }) => updated)),
      locale: scope.locale ?? entries[0]?.locale ?? DEFAULT_LOCALE,
      isArchive: archive !== null,
      links: found.links,
      entries,
    }
    const { write, type } = FORMATS[format]
    return textAnswer(write(feed), type)

    async function readPage() {
      const page = numberParameter(query, { name: 'page', fallback: 1, maximum: 1_000_000 })
      const limit = settings.feedSize
      const result = await pageOfPublic(payload, { ...read, where: all(), limit, page })
      if (page > Math.max(1, result.totalPages))
        notFound(`The feed has ${result.totalPages} pages.`)
      const at = (number: number) => address({ page: number === 1 ? undefined : String(number) })
      const last = result.articles.at(-1)?.publishedAt
      return {
        articles: result.articles,
        links: {
          ...(result.totalPages > 1 && { first: at(1), last: at(result.totalPages) }),
          ...(page > 1 && { previous: at(page - 1) }),
          ...(page < result.totalPages && { next: at(page + 1) }),
          ...(page === 1 &&
            page < result.totalPages &&
            last && { 'prev-archive': monthLink(last) }),
        },
      }
    }

    async function readArchive(month: string) {
      const range =
        monthRange(month, settings.timezone) ?? refuse('Write the month of an archive as 2024-05.')
      const within = { publishedAt: { greater_than_equal: range.start, less_than: range.end } }
      const edge = { select: { publishedAt: true }, limit: 1 } as const
      const [articles, [before], [after]] = await Promise.all([
        findPublic(payload, { ...read, where: all(within), limit: MAX_ARCHIVE_ENTRIES }),
        findPublic(payload, { ...edge, where: all({ publishedAt: { less_than: range.start } }) }),
        findPublic(payload, {
          ...edge,
          where: all({ publishedAt: { greater_than_equal: range.end } }),
          sort: OLDEST_FIRST,
        }),
      ])
      if (articles.length === 0) notFound(`The feed has no entries of ${month}.`)
      return {
        articles,
        links: {
          current: address({ archive: undefined, page: undefined }),
          ...(before?.publishedAt && { 'prev-archive': monthLink(before.publishedAt) }),
          ...(after?.publishedAt && { 'next-archive': monthLink(after.publishedAt) }),
        },
      }
    }

    function all(...more: Where[]): Where {
      return { and: [...scope.where, ...more] }
    }

    function monthLink(instant: string): string {
      const { year, month } = datePartsOf(instant, settings.timezone)
      return address({ page: undefined, archive: `${year}-${month}` })
    }
  },
}

const OLDEST_FIRST = NEWEST_FIRST.map((name) => name.slice(1))

const parsedAddress = (address: string): { names: ScopeNames; format: FeedFormat } => {
  const [, kind, name = '', format] = ADDRESS.exec(address) ?? []
  if (!isFormat(format)) {
    return notFound(
      'There is no such feed. Use /feeds/all.rss, or category/<path>, tag/<slug>, author/<slug>, language/<locale>, as rss, atom or json.',
    )
  }
  return { names: kind ? { [kind === 'language' ? 'locale' : kind]: name } : {}, format }
}

const isFormat = (format: string | undefined): format is FeedFormat =>
  format !== undefined && Object.hasOwn(FORMATS, format)

const contentOf = (query: URLSearchParams, fallback: 'full' | 'excerpt') => {
  const content = query.get('content')
  if (content === null) return fallback
  return content === 'full' || content === 'excerpt'
    ? content
    : refuse(`"content" is "${content}". Use full or excerpt.`)
}

const feedAddress = ({
  siteUrl,
  path,
  query,
  changes,
}: {
  siteUrl: URL
  path: string
  query: URLSearchParams
  changes: Record<string, string | undefined>
}): string => {
  const url = new URL(path, siteUrl)
  for (const name of ['archive', 'content', 'locale', 'page']) {
    const value = name in changes ? changes[name] : query.get(name)
    if (value) url.searchParams.set(name, value)
  }
  return url.href
}

const latest = (instants: string[]): string =>
  instants.reduce(
    (newest, instant) => (Date.parse(instant) > Date.parse(newest) ? instant : newest),
    '1970-01-01T00:00:00.000Z',
  )
