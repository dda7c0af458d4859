import type { CollectionAfterChangeHook, PayloadRequest } from 'payload'
import { notify } from '../workflow/notify'

/** Tells those who are mentioned, and then the owner of the article and whoever has commented on it before. */
export const announceComment: CollectionAfterChangeHook = async ({
  context,
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (context.isQuiet || !req.user) return doc
  const mentioned = ids(doc.mentions)
  const before = operation === 'update' ? ids(previousDoc?.mentions) : []
  const article = await articleOf(doc.article, req)
  const text = String(doc.text).slice(0, 500)
  const news = mentioned.filter((id) => !before.includes(id))
  await notify({ kind: 'mention', article, to: news, text, req })
  if (operation === 'create') {
    const others = [article.owner, ...(await commenters(article.id, req))]
      .map(idOf)
      .filter((id) => !mentioned.includes(id ?? ''))
    await notify({ kind: 'comment', article, to: others, text, req })
  }
  return doc
}

const articleOf = async (
  article: unknown,
  req: PayloadRequest,
): Promise<{ id: string; title: string; owner: unknown }> => {
  const id = idOf(article) ?? ''
  const latest = await req.payload.findByID({
    collection: 'articles',
    id,
    draft: true,
    depth: 0,
    select: { title: true, createdBy: true },
    disableErrors: true,
    req,
  })
  return { id, title: latest?.title ?? '', owner: latest?.createdBy }
}

const commenters = async (article: string, req: PayloadRequest): Promise<unknown[]> => {
  const { docs } = await req.payload.db.find<{ id: string; author?: unknown }>({
    collection: 'comments',
    where: { article: { equals: article } },
    select: { author: true },
    limit: 200,
    req,
  })
  return docs.map(({ author }) => author)
}

const ids = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((one) => idOf(one) ?? []) : []

const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value
  return value && typeof value === 'object' && 'id' in value ? String(value.id) : undefined
}
