import type { Payload } from 'payload'
import { searchIndexOf } from '../../../src/search/searchIndex'

const AT_ONCE = 1000

/** Has the search find each article by its number, and all of them by a word of their title. */
export const indexAll = async (
  payload: Payload,
  articles: readonly { id: string; number: number }[],
): Promise<void> => {
  for (let from = 0; from < articles.length; from += AT_ONCE) {
    const some = articles.slice(from, from + AT_ONCE)
    await searchIndexOf(payload).replace(
      some.map(({ id }) => id),
      some.map(({ id, number }) => ({
        article: id,
        scope: 'both',
        stamp: 'bench',
        title: `Article number ${number}`,
        names: 'Writer News',
        excerpt: '',
        body: 'A sentence of the article. '.repeat(12),
        facets: [],
        publishedAt: '2005-01-01T00:00:00.000Z',
        expiresAt: undefined,
        createdBy: undefined,
      })),
    )
  }
}
