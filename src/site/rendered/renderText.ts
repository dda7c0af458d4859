import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { RichTextDocument } from '../../richtext/document'
import { renderHtml } from '../../richtext/toHtml'
import { renderMarkdown } from '../../richtext/toMarkdown'
import { excerptOf, readingTime, renderText, toc, type TocEntry } from '../../richtext/toText'
import type { ResolvedReferences } from './resolveReferences'
import { storedReferences, type StoredReferences } from './storedReferences'

/** Longest excerpt made from a text. */
const EXCERPT_CHARACTERS = 200

const MAX_CACHED_CHARACTERS = 32 * 1024 * 1024

/** The forms of a text that depend on what it refers to, and those that don't. */
export type LinkedForm = 'html' | 'markdown'
export type PlainForm = 'text' | 'excerpt'

/**
 * One version of a text and its forms. Each is rendered once: results are kept under the digest of the text and of what
 * its references lead to, so that a renamed article or a new description of a picture gives a new form.
 */
export type RenderableText = {
  references: StoredReferences
  linked: (form: LinkedForm, resolved: ResolvedReferences) => string
  plain: (form: PlainForm) => string
  toc: () => TocEntry[]
  readingTime: () => number
}

const rendered = new LRUCache<string, string>({
  maxSize: MAX_CACHED_CHARACTERS,
  sizeCalculation: (form) => form.length + 100,
})

/** Opens a text for rendering. */
export const renderable = (document: RichTextDocument): RenderableText => {
  const references = storedReferences(document)
  const digest = digestOf(JSON.stringify(document))
  return {
    references,
    linked: (form, resolved) => {
      const resolveMedia = (id: string) => resolved.media.get(id)
      const resolveDocument = (_collection: string, id: string) => resolved.articles.get(id)
      const key = `${form}:${digest}:${digestOf(JSON.stringify(leadingTo(references, resolved)))}`
      return once(key, () => LINKED_FORMS[form](document, { resolveMedia, resolveDocument }))
    },
    plain: (form) => once(`${form}:${digest}`, () => PLAIN_FORMS[form](document)),
    toc: (): TocEntry[] => JSON.parse(once(`toc:${digest}`, () => JSON.stringify(toc(document)))),
    readingTime: () => Number(once(`readingTime:${digest}`, () => String(readingTime(document)))),
  }
}

const LINKED_FORMS = { html: renderHtml, markdown: renderMarkdown }

const PLAIN_FORMS: Record<PlainForm, (document: RichTextDocument) => string> = {
  text: renderText,
  excerpt: (document) => excerptOf(document, EXCERPT_CHARACTERS),
}

const leadingTo = ({ media, articles }: StoredReferences, resolved: ResolvedReferences) => [
  [...media].map((id) => resolved.media.get(id) ?? null),
  [...articles].map((id) => resolved.articles.get(id) ?? null),
]

const once = (key: string, render: () => string): string => {
  const known = rendered.get(key)
  if (known !== undefined) return known
  const form = render()
  rendered.set(key, form)
  return form
}

const digestOf = (text: string): string => createHash('sha1').update(text).digest('base64')
