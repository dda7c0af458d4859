import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeDeleteHook,
  CollectionConfig,
  PayloadRequest,
  Plugin,
} from 'payload'
import { withBatchForm } from '../../collections/hooks/batchForm'
import { keepIndexed } from './indexArticles'

const TERMS = new Set(['authors', 'categories', 'tags'])

/** Keeps the search index in step: with every save, publication, trash and deletion, with imports, and with renamed terms. */
export const searchPlugin: Plugin = (config) => ({
  ...config,
  collections: config.collections?.map((collection) => {
    if (collection.slug === 'articles') return withHooks(collection, indexSaved, unindexDeleted)
    return TERMS.has(collection.slug)
      ? withHooks(collection, indexRenamed, indexWithoutTerm, [findArticlesOfTerm])
      : collection
  }),
})

const withHooks = (
  collection: CollectionConfig,
  afterChange: CollectionAfterChangeHook,
  afterDelete: CollectionAfterDeleteHook,
  beforeDelete: CollectionBeforeDeleteHook[] = [],
): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    beforeDelete: [...(collection.hooks?.beforeDelete ?? []), ...beforeDelete],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), afterDelete],
  },
})

const indexSaved = withBatchForm(
  async ({ doc, req }) => {
    await keepIndexed(req.payload, [doc.id], req)
    return doc
  },
  {
    // An import stores the entries together with the articles.
    afterStored: () => Promise.resolve(),
  },
)

const unindexDeleted: CollectionAfterDeleteHook = async ({ id, req }) => {
  await keepIndexed(req.payload, [String(id)], req)
}

const indexRenamed: CollectionAfterChangeHook = async ({
  collection,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (operation === 'update' && doc.name !== previousDoc?.name) {
    await keepIndexed(req.payload, await articlesWith(collection.slug, doc.id, req), req)
  }
  return doc
}

/** The database forgets with a term who had it: they are found before. */
const findArticlesOfTerm: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const articles = await articlesWith(collection.slug, String(id), req)
  articlesOfTerm.set(req, new Map(articlesOfTerm.get(req)).set(String(id), articles))
}

/** The name of a deleted term finds nothing any more. */
const indexWithoutTerm: CollectionAfterDeleteHook = async ({ id, req }) => {
  const articles = articlesOfTerm.get(req)?.get(String(id)) ?? []
  if (articles.length > 0) await keepIndexed(req.payload, articles, req)
}

const articlesOfTerm = new WeakMap<PayloadRequest, Map<string, string[]>>()

const articlesWith = async (field: string, id: string, req: PayloadRequest): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'articles',
    where: { [field]: { in: [id] } },
    select: { title: true },
    pagination: false,
    limit: 0,
    req,
  })
  return docs.map((article) => article.id)
}
