import type { TaskConfig } from 'payload'
import { indexArticles } from '../search/indexArticles'
import { termStore } from '../terms/replaceTerm'
import { TERM_COLLECTIONS } from '../terms/termCollections'

/** Brings the search up to date with the articles of a term that many have, after a merge. */
export const reindexTerm: TaskConfig<{
  input: { collection: string; term: string }
  output: object
}> = {
  slug: 'reindexTerm',
  label: 'Search after a merge',
  inputSchema: [
    { name: 'collection', type: 'text', required: true },
    { name: 'term', type: 'text', required: true },
  ],
  retries: 3,
  handler: async ({ input, req: { payload } }) => {
    const collection = TERM_COLLECTIONS.find((one) => one === input.collection)
    if (collection) {
      await indexArticles(payload, await termStore(payload, collection).articlesWith(input.term))
    }
    return { output: {} }
  },
}
