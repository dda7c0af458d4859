import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { guardRedirected } from './hooks/guardHiddenArticles'
import { recordChange, recordDeletion } from './hooks/recordActivity'

/** Old addresses and where they lead now. */
export const Redirects: CollectionConfig = {
  slug: 'redirects',
  labels: { singular: { en: 'Redirect', zh: '重定向' }, plural: { en: 'Redirects', zh: '重定向' } },
  access: policy.redirects,
  admin: {
    useAsTitle: 'from',
    defaultColumns: ['from', 'to', 'type', 'updatedAt'],
    group: { en: 'Administration', zh: '管理' },
  },
  versions: false,
  hooks: {
    beforeOperation: [guardRedirected],
    afterChange: [recordChange],
    afterDelete: [recordDeletion],
  },
  fields: [
    {
      name: 'from',
      type: 'text',
      required: true,
      unique: true,
      index: true,
      label: { en: 'From (path)', zh: '原路径' },
      validate: (value: string | null | undefined) =>
        value?.startsWith('/') ? true : 'A path that starts with / / 以 / 开头的路径',
    },
    {
      name: 'to',
      type: 'group',
      label: { en: 'To', zh: '目标' },
      fields: [
        {
          name: 'article',
          type: 'relationship',
          relationTo: 'articles',
          index: true,
          label: { en: 'Article', zh: '文章' },
        },
        { name: 'url', type: 'text', label: { en: 'or an address', zh: '或网址' } },
      ],
    },
    {
      name: 'type',
      type: 'select',
      required: true,
      defaultValue: '301',
      label: { en: 'Type', zh: '类型' },
      options: [
        { value: '301', label: { en: '301 permanent', zh: '301 永久' } },
        { value: '302', label: { en: '302 temporary', zh: '302 临时' } },
        { value: '410', label: { en: '410 gone', zh: '410 已删除' } },
      ],
    },
  ],
}
