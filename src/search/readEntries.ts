import type { JsonObject, Payload, PayloadRequest } from 'payload'
import type { Article } from '../payload-types'
import { isDocument } from '../richtext/readNode'
import { renderText } from '../richtext/toText'
import { facetOf, type EntryScope, type IndexEntry } from './searchIndex'

/** Changes when entries are made in another way; `npm run reindex` then makes all anew. */
const INDEX_VERSION = 1

/** An article's state as it is stored: what it points to is ids. */
type Stored = Pick<
  Article,
  'title' | 'excerpt' | 'content' | 'locale' | 'publishedAt' | 'expiresAt' | '_status' | 'deletedAt'
> &
  Pick<Article, 'authors' | 'categories' | 'tags' | 'createdBy' | 'updatedAt'>
type Main = Stored & { id: string }
type Version = { parent: unknown; updatedAt: string; version: Stored }

const RELATIONS = ['authors', 'categories', 'tags'] as const

/** Makes the entries of some articles from what is stored; those that are gone or in the trash have none. */
export const readEntries = async (
  payload: Payload,
  articles: readonly string[],
  req?: PayloadRequest,
): Promise<IndexEntry[]> => {
  const [mains, versions] = await Promise.all([
    payload.db.find<Main>({
      collection: 'articles',
      where: { id: { in: [...articles] } },
      pagination: false,
      limit: 0,
      req,
    }),
    payload.db.findVersions<Stored>({
      collection: 'articles',
      where: { and: [{ parent: { in: [...articles] } }, { latest: { equals: true } }] },
      pagination: false,
      limit: 0,
      req,
    }),
  ])
  const latest = new Map<string, Version>()
  for (const version of versions.docs) latest.set(idOf(version.parent), version)
  const names = await namesOf(
    payload,
    [...mains.docs, ...versions.docs.map(({ version }) => version)],
    req,
  )
  return mains.docs
    .filter(({ deletedAt }) => !deletedAt)
    .flatMap((main) => {
      const version = latest.get(main.id)
      const newest = version?.version ?? main
      const stamp = stampOf(main, version)
      const entry = (scope: EntryScope, state: Stored) =>
        entryOf({ article: main.id, scope, stamp, state, names })
      if (main._status !== 'published') return [entry('newsroom', newest)]
      if (newest._status === 'published') return [entry('both', main)]
      return [entry('public', main), entry('newsroom', newest)]
    })
}

/** An article as it was just written, its newest version like itself. */
export type WrittenArticle = {
  article: JsonObject & { id: string }
  /** When its version was changed. */
  versionAt?: string
  /** Its text and terms, where they are made already. */
  text?: { plain: string; terms: string }
}

/** Makes the entries of articles from what was just written, without reading it again; one that is in the trash has none. */
export const entriesOfWritten = async (
  payload: Payload,
  written: readonly WrittenArticle[],
  req?: PayloadRequest,
): Promise<Map<string, IndexEntry[]>> => {
  const names = await namesOf(
    payload,
    written.map(({ article }) => stateOf(article)),
    req,
  )
  return new Map(
    written.map(({ article, versionAt, text }) => {
      if (article.deletedAt) return [article.id, []]
      const main = stateOf(article)
      const scope = main._status === 'published' ? 'both' : 'newsroom'
      const stamp = [INDEX_VERSION, main.updatedAt, versionAt ?? ''].join('|')
      return [article.id, [entryOf({ article: main.id, scope, stamp, state: main, names, text })]]
    }),
  )
}

const stateOf = (article: WrittenArticle['article']): Main => {
  const { id, title, excerpt, locale, publishedAt, expiresAt, _status } = article
  const { authors, categories, tags, createdBy, updatedAt } = article
  return {
    ...{ id, title, excerpt, locale, publishedAt, expiresAt, _status },
    ...{ authors, categories, tags, createdBy, updatedAt },
    // Read when it is needed: it may be made for it.
    get content() {
      return article.content
    },
  }
}

/** What tells whether entries are still true, read without the texts. */
export const readStamps = async (
  payload: Payload,
  articles: readonly string[],
): Promise<Map<string, string>> => {
  const [mains, versions] = await Promise.all([
    payload.db.find<Main>({
      collection: 'articles',
      where: { id: { in: [...articles] } },
      select: { updatedAt: true, deletedAt: true },
      pagination: false,
      limit: 0,
    }),
    payload.db.findVersions<Stored>({
      collection: 'articles',
      where: { and: [{ parent: { in: [...articles] } }, { latest: { equals: true } }] },
      select: { parent: true, updatedAt: true },
      pagination: false,
      limit: 0,
    }),
  ])
  const latest = new Map<string, Version>()
  for (const version of versions.docs) latest.set(idOf(version.parent), version)
  return new Map(
    mains.docs
      .filter(({ deletedAt }) => !deletedAt)
      .map((main) => [main.id, stampOf(main, latest.get(main.id))]),
  )
}

const stampOf = (main: Main, version: Version | undefined): string =>
  [INDEX_VERSION, main.updatedAt, version?.updatedAt ?? ''].join('|')

const entryOf = ({
  article,
  scope,
  stamp,
  state,
  names,
  text,
}: {
  article: string
  scope: EntryScope
  stamp: string
  state: Stored
  names: ReadonlyMap<string, string>
  text?: WrittenArticle['text']
}): IndexEntry => {
  const related = (field: (typeof RELATIONS)[number]) => (state[field] ?? []).map(idOf)
  return {
    article,
    scope,
    stamp,
    title: state.title ?? '',
    names: RELATIONS.flatMap(related)
      .flatMap((id) => names.get(id) ?? [])
      .join(' · '),
    excerpt: state.excerpt ?? '',
    ...(text ? { body: text.plain, bodyTerms: text.terms } : { body: bodyOf(state) }),
    facets: [
      facetOf('locale', state.locale ?? ''),
      ...related('categories').map((id) => facetOf('category', id)),
      ...related('tags').map((id) => facetOf('tag', id)),
      ...related('authors').map((id) => facetOf('author', id)),
    ],
    publishedAt: instantOf(state.publishedAt),
    expiresAt: instantOf(state.expiresAt),
    createdBy: state.createdBy ? idOf(state.createdBy) : undefined,
  }
}

const bodyOf = ({ content }: Stored): string => (isDocument(content) ? renderText(content) : '')

const namesOf = async (
  payload: Payload,
  states: readonly Stored[],
  req: PayloadRequest | undefined,
): Promise<Map<string, string>> => {
  const found = await Promise.all(
    RELATIONS.map(async (collection) => {
      const ids = [...new Set(states.flatMap((state) => (state[collection] ?? []).map(idOf)))]
      if (ids.length === 0) return []
      const { docs } = await payload.db.find<{ id: string; name: string }>({
        collection,
        where: { id: { in: ids } },
        select: { name: true },
        pagination: false,
        limit: 0,
        req,
      })
      return docs
    }),
  )
  return new Map(found.flat().map(({ id, name }) => [id, name]))
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)

/** Databases give dates as text or as dates. */
const instantOf = (value: unknown): string | undefined => {
  if (value instanceof Date) return value.toISOString()
  return typeof value === 'string' && value !== '' ? new Date(value).toISOString() : undefined
}
