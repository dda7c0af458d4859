import type { FieldHook, TextField } from 'payload'
import { givenSlug } from '../../src/frontmatter/slug'
import { isMadeFrom, titleSlug } from '../titleSlug'

/**
 * The address part of a document. Made from `source` (another field's name) when left empty, by the importer's own rule, so
 * that an import and an editor come to the same; what an author gave is kept but for what no address can hold. Until a
 * draft has a date of publication, a slug that nobody has chosen follows the source: autosave stores a draft while its
 * title is still being written.
 */
export const slugField = ({
  source,
  unique = false,
}: {
  source: string
  unique?: boolean
}): TextField => ({
  name: 'slug',
  type: 'text',
  label: { en: 'Slug', zh: '网址片段' },
  index: true,
  unique,
  maxLength: 200,
  admin: {
    position: 'sidebar',
    description: {
      en: 'Part of the address. Made from the title when left empty.',
      zh: '网址的一部分；留空时由标题生成。',
    },
  },
  hooks: { beforeValidate: [fillSlug(source)] },
})

const fillSlug =
  (source: string): FieldHook =>
  ({ value, data, originalDoc, context }) => {
    const textOf = (document: Record<string, unknown> | undefined): string => {
      const text = document?.[source]
      return typeof text === 'string' ? text : ''
    }
    if (typeof value === 'string' && value.trim() !== '') {
      if (context.isImport) return value
      const followsSource =
        isUnpublished(originalDoc) &&
        value === originalDoc.slug &&
        typeof data?.[source] === 'string' &&
        data[source] !== textOf(originalDoc) &&
        isMadeFrom(value, textOf(originalDoc))
      return followsSource ? titleSlug(textOf(data)) : givenSlug(value)
    }
    if (value === undefined && originalDoc?.slug) return originalDoc.slug
    return titleSlug(textOf(data) || textOf(originalDoc))
  }

type MaybePublished = { slug?: string; _status?: string; publishedAt?: string | null }

const isUnpublished = (document: MaybePublished | undefined): document is MaybePublished =>
  document?._status === 'draft' && !document.publishedAt
