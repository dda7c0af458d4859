import type { Payload, PayloadRequest } from 'payload'
import { readEntries } from './readEntries'
import { searchIndexOf } from './searchIndex'

const ARTICLES_PER_BATCH = 100

/** Brings the index up to date with some articles, whatever has become of them. */
export const indexArticles = async (
  payload: Payload,
  articles: readonly string[],
  req?: PayloadRequest,
): Promise<void> => {
  const ids = [...new Set(articles)]
  for (let at = 0; at < ids.length; at += ARTICLES_PER_BATCH) {
    const batch = ids.slice(at, at + ARTICLES_PER_BATCH)
    await searchIndexOf(payload).replace(batch, await readEntries(payload, batch, req))
  }
}

/**
 * The same, for hooks: a save does not fail because of the index. What is missed is logged as `search-index-failed`, and
 * `npm run reindex` mends it.
 */
export const keepIndexed = async (
  payload: Payload,
  articles: readonly string[],
  req?: PayloadRequest,
): Promise<void> => {
  try {
    await indexArticles(payload, articles, req)
  } catch (error) {
    payload.logger.error(
      { err: error, articles: articles.slice(0, 20) },
      'search-index-failed: some articles are not up to date in the search. Run: npm run reindex',
    )
  }
}
