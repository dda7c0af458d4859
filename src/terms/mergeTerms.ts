import { APIError, type PayloadRequest } from 'payload'
import { record } from '../../collections/activity/record'
import { announceChanges } from '../changes/feed'
import type { Author, Category, Tag } from '../payload-types'
import { keepIndexed } from '../search/indexArticles'
import { sayIn } from '../strings'
import { redirectTerm } from './redirectTerm'
import { termStore } from './replaceTerm'
import type { TermCollection } from './termCollections'

/** What a merge would change, or has changed. */
export type MergeNumbers = { articles: number; children: number }

type Term = Category | Tag | Author
type Merge = { collection: TermCollection; from: string; into: string; req: PayloadRequest }

/** Of so many articles the search index is brought up to date at once; more are left to the job queue. */
export const INDEXED_AT_ONCE = 500

/**
 * How much there is to merge.
 * @throws APIError `merge-unknown`, `merge-same`, `merge-below`
 */
export const previewMerge = async (merge: Merge): Promise<MergeNumbers> => {
  await readBoth(merge)
  const articles = await termStore(merge.req.payload, merge.collection).articlesWith(merge.from)
  const children = merge.collection === 'categories' ? await childrenOf(merge.from, merge.req) : []
  return { articles: articles.length, children: children.length }
}

/**
 * Puts a category, tag or author into another: its articles, what is below it, its address, the user of an author; then it is
 * gone. It is deleted last, and each step does nothing where it is done: after a stop the same merge goes on where it was.
 * @throws APIError `merge-unknown`, `merge-same`, `merge-below`
 */
export const mergeTerms = async (merge: Merge): Promise<MergeNumbers> => {
  const { collection, from: fromId, into: intoId, req } = merge
  const { from, into } = await readBoth(merge)
  await redirectTerm(collection, { from, into }, req)
  const children = collection === 'categories' ? await moveChildren(fromId, into, req) : 0
  const store = termStore(req.payload, collection)
  const articles = await store.articlesWith(fromId)
  await store.replace(fromId, intoId)
  announceChanges(req.payload, [{ collection: 'articles', ids: articles }])
  await indexMoved(merge, await store.articlesWith(intoId))
  await keepUser(merge, from, into)
  await record({ req, action: 'merge', collection, doc: into, detail: from.name })
  await req.payload.delete({ collection, id: fromId, depth: 0, req })
  return { articles: articles.length, children }
}

const keepUser = async ({ collection, req }: Merge, from: Term, into: Term): Promise<void> => {
  const user = userOf(from)
  if (collection !== 'authors' || !user || userOf(into)) return
  await req.payload.update({ collection, id: into.id, data: { user }, depth: 0, req })
}

const userOf = (term: Term) => ('user' in term ? term.user : undefined)

/** Names of terms are a part of what an article is found by. */
const indexMoved = async ({ collection, into, req }: Merge, articles: string[]): Promise<void> => {
  if (articles.length <= INDEXED_AT_ONCE) return keepIndexed(req.payload, articles, req)
  await req.payload.jobs.queue({ task: 'reindexTerm', input: { collection, term: into }, req })
}

/** What has a namesake at the new place is merged into it: two categories can't have one path. */
const moveChildren = async (from: string, into: Term, req: PayloadRequest): Promise<number> => {
  const [children, known] = [await childrenOf(from, req), await childrenOf(into.id, req)]
  const bySlug = new Map(known.map((one) => [one.slug, one.id]))
  for (const { id, slug } of children) {
    const namesake = bySlug.get(slug)
    if (namesake) await mergeTerms({ collection: 'categories', from: id, into: namesake, req })
    else {
      await req.payload.update({
        collection: 'categories',
        id,
        data: { parent: into.id },
        depth: 0,
        req,
      })
    }
  }
  return children.length
}

const childrenOf = async (parent: string, req: PayloadRequest) => {
  const { docs } = await req.payload.find({
    collection: 'categories',
    where: { parent: { equals: parent } },
    select: { slug: true },
    depth: 0,
    pagination: false,
    req,
  })
  return docs
}

const readBoth = async ({
  collection,
  from,
  into,
  req,
}: Merge): Promise<{ from: Term; into: Term }> => {
  if (from === into) throw refusal('merge-same', req)
  const [source, target] = await Promise.all(
    [from, into].map((id) => readTerm(collection, id, req)),
  )
  if (!source || !target) throw refusal('merge-unknown', req)
  const isBelow =
    'breadcrumbs' in target &&
    target.breadcrumbs?.some(({ doc }) => (typeof doc === 'object' ? doc?.id : doc) === from)
  if (isBelow) throw refusal('merge-below', req)
  return { from: source, into: target }
}

const readTerm = async (
  collection: TermCollection,
  id: string,
  req: PayloadRequest,
): Promise<Term | undefined> => {
  const { docs } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}

const refusal = (
  code: 'merge-same' | 'merge-unknown' | 'merge-below',
  req: PayloadRequest,
): APIError => new APIError(sayIn(req.i18n.language)(`terms:${code}`), 400, { code }, true)
