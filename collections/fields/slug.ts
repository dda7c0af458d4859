import type { FieldHook, TextField } from 'payload'
import { slugOf } from '../slug'

/**
 * The address part of a document. Made from `source` (another field's name) when left empty; letters of every
 * script are kept.
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
  ({ value, data, originalDoc }) => {
    if (typeof value === 'string' && value.trim() !== '') return slugOf(value)
    if (value === undefined && originalDoc?.slug) return originalDoc.slug
    const from: unknown = data?.[source] ?? originalDoc?.[source]
    return slugOf(typeof from === 'string' ? from : '')
  }
