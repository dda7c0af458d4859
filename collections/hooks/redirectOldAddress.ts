import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, PayloadRequest } from 'payload'
import { pathOf } from '../../src/site/addressPattern'
import { articleAddress, needsCategories, type Addressable } from '../../src/site/articleAddress'
import { siteSettings } from '../../src/site/siteSettings'
import { withBatchForm } from './batchForm'

/** Keeps the address that readers knew from before the save to after it; one request may save many articles. */
const movedFrom = (id: string): string => `movedFrom ${id}`

/** Notes the public address of an article that is about to be published anew. */
export const noteOldAddress: CollectionBeforeChangeHook = async ({
  context,
  data,
  operation,
  originalDoc,
  req,
}) => {
  if (operation !== 'update' || context.isImport || data._status !== 'published') return data
  // What readers know is the published document; `originalDoc` may be a later draft.
  const { docs } = await req.payload.find({
    collection: 'articles',
    where: { id: { equals: originalDoc.id } },
    select: { slug: true, locale: true, publishedAt: true, categories: true, _status: true },
    depth: needsCategories(siteSettings()) ? 1 : 0,
    limit: 1,
    pagination: false,
    trash: true,
    overrideAccess: true,
    req,
  })
  const [known] = docs
  if (known?._status === 'published') req.context[movedFrom(known.id)] = pathOfArticle(known)
  return data
}

/**
 * Leads readers from an article's old address to the article, when a save has moved it. An address that is in use again
 * leads nowhere else.
 */
export const redirectOldAddress: CollectionAfterChangeHook = withBatchForm(async ({ doc, req }) => {
  const { [movedFrom(doc.id)]: from } = req.context
  delete req.context[movedFrom(doc.id)]
  if (typeof from !== 'string') return doc
  const to = pathOfArticle(await withCategories(doc, req))
  if (from === to) return doc
  await req.payload.delete({
    collection: 'redirects',
    where: { from: { in: [from, to] } },
    depth: 0,
    overrideAccess: true,
    req,
  })
  await req.payload.create({
    collection: 'redirects',
    data: { from, to: { article: doc.id }, type: '301' },
    depth: 0,
    overrideAccess: true,
    req,
  })
  return doc
}, {})

/** The path of an article on the site. */
const pathOfArticle = (article: Addressable): string =>
  pathOf(articleAddress(article, siteSettings()))

const withCategories = async (doc: Addressable, req: PayloadRequest): Promise<Addressable> => {
  const ids = (doc.categories ?? []).map((one) => (typeof one === 'string' ? one : undefined))
  const first = ids.find((id) => id !== undefined)
  if (!first || !needsCategories(siteSettings())) return doc
  const { docs } = await req.payload.find({
    collection: 'categories',
    where: { id: { in: ids.filter((id) => id !== undefined) } },
    select: { path: true },
    depth: 0,
    pagination: false,
    req,
  })
  const byId = new Map(docs.map((category) => [category.id, category]))
  return { ...doc, categories: ids.flatMap((id) => (id && byId.get(id)) || []) }
}
