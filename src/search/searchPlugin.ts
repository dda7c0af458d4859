import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
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
    return TERMS.has(collection.slug) ? withHooks(collection, indexRenamed) : collection
  }),
})

const withHooks = (
  collection: CollectionConfig,
  afterChange: CollectionAfterChangeHook,
  afterDelete?: CollectionAfterDeleteHook,
): CollectionConfig => ({
  ...collection,
  hooks: {
    ...collection.hooks,
    afterChange: [...(collection.hooks?.afterChange ?? []), afterChange],
    afterDelete: [...(collection.hooks?.afterDelete ?? []), ...(afterDelete ? [afterDelete] : [])],
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
