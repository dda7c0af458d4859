import type { Payload } from 'payload'
import type { Article } from '../../payload-types'
import { readPreviewToken } from '../../preview/previewToken'
import { RequestError } from '../errors'

export type PreviewedDraft = {
  article: Omit<Article, 'stage' | 'createdAt'>
  expiresAt: Date
}

/**
 * Reads the newest version of the article that a token permits, with the fields that readers see and their rights for
 * everything that it refers to.
 * @throws RequestError `preview-refused`, `preview-expired`, `document-not-found`
 */
export const readDraft = async (payload: Payload, token: string): Promise<PreviewedDraft> => {
  const claim = readPreviewToken(token, payload.secret)
  if (!claim) throw new RequestError('preview-refused')
  if (claim.isExpired) throw new RequestError('preview-expired')
  const article = await payload.findByID({
    collection: 'articles',
    id: claim.articleId,
    draft: true,
    depth: 1,
    overrideAccess: false,
    disableErrors: true,
    context: { previewedArticle: claim.articleId },
    select: SHOWN,
  })
  if (!article) throw new RequestError('document-not-found')
  return { article, expiresAt: new Date(claim.expiresAt) }
}

const SHOWN = {
  title: true,
  slug: true,
  locale: true,
  excerpt: true,
  publishedAt: true,
  updatedAt: true,
  authors: true,
  categories: true,
  tags: true,
  cover: true,
  coverUrl: true,
  meta: true,
  commentsEnabled: true,
  content: true,
  contentHtml: true,
  toc: true,
  readingTime: true,
  _status: true,
} as const
