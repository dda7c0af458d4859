import type { Field } from 'payload'
import { staffField } from '../access/policy'

const FILTER_ONLY = {
  disableBulkEdit: true,
  disableListColumn: true,
  condition: () => false,
} as const

/**
 * Filters that are no data: `translateFilters.ts` turns them into conditions on what is stored, in each way to ask for
 * articles. A `virtual` that names the field itself keeps it out of the database and of answers; with `true` the panel's
 * form of filters would not offer it.
 */
export const listFilterFields: Field[] = [
  {
    name: 'fullText',
    type: 'text',
    virtual: 'fullText',
    label: { en: 'Title, text, author or tag', zh: '标题、正文、作者或标签' },
    access: { read: staffField },
    admin: FILTER_ONLY,
  },
  {
    name: 'section',
    type: 'relationship',
    relationTo: 'categories',
    virtual: 'section',
    label: { en: 'Category with those below it', zh: '分类（含下级）' },
    access: { read: staffField },
    admin: FILTER_ONLY,
  },
]
