import type { FieldHook, TextField } from 'payload'
import { givenSlug, slugOf } from '../../src/frontmatter/slug'

/**
 * The address part of a document. Made from `source` (another field's name) when left empty, by the importer's own rule, so
 * that an import and an editor come to the same; what an author gave is kept but for what no address can hold.
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
    if (typeof value === 'string' && value.trim() !== '') {
      return context.isImport ? value : givenSlug(value)
    }
    if (value === undefined && originalDoc?.slug) return originalDoc.slug
    const from: unknown = data?.[source] ?? originalDoc?.[source]
    return slugOf(typeof from === 'string' ? from : '')
  }
