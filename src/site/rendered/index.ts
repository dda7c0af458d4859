import type { Payload, PayloadRequest } from 'payload'
import { isDocument } from '../../richtext/readNode'
import { siteSettings, type SiteSettings } from '../siteSettings'
import { fillExcerpts } from './fillExcerpts'
import { renderable, type LinkedForm, type RenderableText } from './renderText'
import { resolveReferences, type ResolvedReferences } from './resolveReferences'

/** Forms of an article's content under the names of their fields. */
export type RenderedForm =
  'contentHtml' | 'contentMarkdown' | 'contentText' | 'toc' | 'readingTime' | 'excerpt'

export type RenderedDocument = { id?: unknown; updatedAt?: unknown; content?: unknown } & Partial<
  Record<RenderedForm, unknown>
>

/**
 * Fills forms of the content of some articles, in place. The content is on the articles; only the excerpt of one that is
 * not a draft is found without it. What they refer to is read at once for all.
 */
export const renderDocuments = async ({
  payload,
  req,
  documents,
  forms,
  isDraft = false,
  settings = siteSettings(),
}: {
  payload: Payload
  req?: PayloadRequest
  documents: readonly RenderedDocument[]
  forms: readonly RenderedForm[]
  isDraft?: boolean
  settings?: SiteSettings
}): Promise<void> => {
  if (forms.length === 0) return
  const wanted = forms.filter((form) => form !== 'excerpt')
  if (wanted.length > 0) {
    const texts = documents.map(({ content }) =>
      isDocument(content) ? renderable(content) : undefined,
    )
    const isLinked = wanted.some((form) => form in LINKED)
    const resolved = isLinked
      ? await resolveReferences({
          payload,
          req,
          references: texts.flatMap((text) => (text ? [text.references] : [])),
          settings,
        })
      : NOTHING
    for (const [index, document] of documents.entries()) {
      for (const form of wanted) document[form] = valueOf(form, texts[index], resolved)
    }
  }
  if (forms.includes('excerpt')) await fillExcerpts({ payload, req, documents, isDraft })
}

const LINKED: Partial<Record<RenderedForm, LinkedForm>> = {
  contentHtml: 'html',
  contentMarkdown: 'markdown',
}

const NOTHING: ResolvedReferences = { media: new Map(), articles: new Map() }

const valueOf = (
  form: Exclude<RenderedForm, 'excerpt'>,
  text: RenderableText | undefined,
  resolved: ResolvedReferences,
): unknown => {
  if (form === 'toc') return text?.toc() ?? []
  if (form === 'readingTime') return text?.readingTime() ?? 0
  if (form === 'contentText') return text?.plain('text') ?? ''
  return text?.linked(form === 'contentHtml' ? 'html' : 'markdown', resolved) ?? ''
}
