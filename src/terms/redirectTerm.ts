import type { PayloadRequest } from 'payload'
import { articleAddress, needsCategories } from '../site/articleAddress'
import { siteSettings } from '../site/siteSettings'
import { pathOf } from '../site/addressPattern'
import type { TermCollection } from './termCollections'
import { termAddress, type AddressableTerm } from './termAddress'

const AT_ONCE = 100

/**
 * Leads readers from a term's old address to the one that it has now, and from the old addresses of its articles, where
 * these begin with their category.
 */
export const redirectTerm = async (
  collection: TermCollection,
  { from, into }: { from: AddressableTerm; into: AddressableTerm },
  req: PayloadRequest,
): Promise<void> => {
  const settings = siteSettings()
  const old = termAddress(collection, from, settings)
  const now = termAddress(collection, into, settings)
  if (old && now && old !== now) {
    await putRedirects([{ from: pathOf(old), to: { url: now } }], pathOf(now), req)
  }
  if (collection === 'categories' && needsCategories(settings)) {
    await redirectArticles(from, into.path ?? '', req)
  }
}

/** The category alone that gives an article its address leads from the old one to the article. */
const redirectArticles = async (
  from: AddressableTerm,
  newPath: string,
  req: PayloadRequest,
): Promise<void> => {
  if (!from.path || from.path === newPath) return
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await req.payload.find({
      collection: 'articles',
      where: { and: [{ categories: { in: [from.id] } }, { _status: { equals: 'published' } }] },
      select: { slug: true, locale: true, publishedAt: true, categories: true },
      sort: 'id',
      limit: AT_ONCE,
      page,
      depth: 0,
      overrideAccess: true,
      req,
    })
    for (const article of docs) {
      const [first] = article.categories ?? []
      if ((typeof first === 'object' ? first.id : first) !== from.id) continue
      const addressAt = (path: string) =>
        pathOf(articleAddress({ ...article, categories: [{ path }] }, siteSettings()))
      const [old, now] = [addressAt(from.path), addressAt(newPath)]
      if (old !== now) await putRedirects([{ from: old, to: { article: article.id } }], now, req)
    }
    if (!hasNextPage) return
  }
}

type Redirection = { from: string; to: { url?: string; article?: string } }

/** An address that is in use leads nowhere else. */
const putRedirects = async (
  redirections: Redirection[],
  inUse: string,
  req: PayloadRequest,
): Promise<void> => {
  const { db } = req.payload
  const known = [...redirections.map(({ from }) => from), inUse]
  await db.deleteMany({ collection: 'redirects', where: { from: { in: known } }, req })
  for (const data of redirections) {
    await db.create({
      collection: 'redirects',
      data: { ...data, type: '301' },
      req,
      returning: false,
    })
  }
}
