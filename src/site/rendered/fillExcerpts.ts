import { LRUCache } from 'lru-cache'
import type { Payload, PayloadRequest } from 'payload'
import { isDocument } from '../../richtext/readNode'
import { renderable } from './renderText'

type ExcerptedDocument = {
  id?: unknown
  updatedAt?: unknown
  content?: unknown
  excerpt?: unknown
}

/** Excerpts by article and version: a list reads no bodies for what is known. */
const excerpts = new LRUCache<string, string>({ max: 20_000 })

/**
 * Gives articles that have no excerpt one from their text. Bodies that are not at hand are read in one query, once for
 * each version; those of drafts are not.
 */
export const fillExcerpts = async ({
  payload,
  req,
  documents,
  isDraft,
}: {
  payload: Payload
  req?: PayloadRequest
  documents: readonly ExcerptedDocument[]
  isDraft: boolean
}): Promise<void> => {
  const missing: { document: ExcerptedDocument; id: string; key: string }[] = []
  for (const document of documents) {
    if (document.excerpt || typeof document.id !== 'string') continue
    if (isDocument(document.content)) {
      document.excerpt = renderable(document.content).plain('excerpt') || null
      continue
    }
    if (isDraft || typeof document.updatedAt !== 'string') continue
    const key = `${document.id}:${document.updatedAt}`
    const known = excerpts.get(key)
    if (known === undefined) missing.push({ document, id: document.id, key })
    else document.excerpt = known || null
  }
  if (missing.length === 0) return
  const { docs } = await payload.db.find<Record<string, unknown>>({
    collection: 'articles',
    where: { id: { in: missing.map(({ id }) => id) } },
    select: { content: true },
    pagination: false,
    req,
  })
  const contents = new Map(docs.map(({ id, content }) => [id, content]))
  for (const { document, id, key } of missing) {
    const content = contents.get(id)
    const excerpt = isDocument(content) ? renderable(content).plain('excerpt') : ''
    excerpts.set(key, excerpt)
    document.excerpt = excerpt || null
  }
}
