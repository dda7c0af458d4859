import type { Payload, Where } from 'payload'
import type { Article } from '../payload-types'
import type { ExportOptions } from './options'

/** What decides an article's place among the files. */
export type ArticleEntry = Pick<Article, 'id' | 'slug' | 'locale'> & {
  sourcePath?: string
  address?: string
}

const PAGE = 100

/** Reads the entries of all articles that are to be exported, in an order that stays the same from run to run. */
export const readEntries = async (
  payload: Payload,
  status: ExportOptions['status'],
): Promise<ArticleEntry[]> => {
  const { docs } = await payload.find({
    collection: 'articles',
    ...wanted(status),
    select: { slug: true, locale: true, source: { path: true, address: true } },
    depth: 0,
    pagination: false,
  })
  return docs
    .map(({ id, slug, locale, source }) => ({
      id,
      slug,
      locale,
      sourcePath: source?.path ?? undefined,
      address: source?.address ?? undefined,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/**
 * Reads whole articles, what they refer to included, a page at a time. Pages are made of ids: a change during the run
 * moves no article to another page.
 */
export async function* readArticles(
  payload: Payload,
  { ids, status }: { ids: readonly string[]; status: ExportOptions['status'] },
): AsyncGenerator<Article> {
  for (let at = 0; at < ids.length; at += PAGE) {
    const { where, draft } = wanted(status)
    const { docs } = await payload.find({
      collection: 'articles',
      where: { and: [{ id: { in: ids.slice(at, at + PAGE) } }, where] },
      draft,
      depth: 1,
      limit: PAGE,
      pagination: false,
    })
    yield* docs
  }
}

const wanted = (status: ExportOptions['status']): { where: Where; draft: boolean } =>
  status === 'all'
    ? { where: {}, draft: true }
    : { where: { _status: { equals: 'published' } }, draft: false }
