import type { CollectionConfig } from 'payload'
import { policy, staffField } from './access/policy'
import { mergeEndpoints } from './endpoints/mergeTerm'
import { slugField } from './fields/slug'
import { redirectMovedTerm } from './hooks/redirectMovedTerm'
import { recordChange, recordDeletion } from './hooks/recordActivity'

/** Who wrote an article: a person or an organisation, with or without a user of the newsroom. */
export const Authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: { en: 'Author', zh: '作者' }, plural: { en: 'Authors', zh: '作者' } },
  access: policy.authors,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'avatar', 'kind', 'slug', 'updatedAt'],
    enableListViewSelectAPI: true,
    components: {
      beforeListTable: ['/src/admin/terms/MergeSelected#MergeSelected'],
    },
    group: { en: 'Newsroom', zh: '编辑部' },
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, slug: true, kind: true, bio: true, avatar: true, links: true },
  versions: false,
  endpoints: mergeEndpoints('authors'),
  hooks: {
    afterChange: [recordChange, redirectMovedTerm('authors')],
    afterDelete: [recordDeletion],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '姓名' } },
    slugField({ source: 'name', unique: true }),
    {
      name: 'kind',
      type: 'select',
      required: true,
      defaultValue: 'person',
      label: { en: 'Kind', zh: '类型' },
      options: [
        { value: 'person', label: { en: 'Person', zh: '个人' } },
        { value: 'organisation', label: { en: 'Organisation', zh: '机构' } },
      ],
    },
    { name: 'bio', type: 'textarea', label: { en: 'Biography', zh: '简介' } },
    {
      name: 'avatar',
      type: 'upload',
      relationTo: 'media',
      index: true,
      label: { en: 'Picture', zh: '头像' },
      admin: { components: { Cell: '/src/admin/CoverCell#CoverCell' } },
    },
    {
      name: 'links',
      type: 'array',
      label: { en: 'Links', zh: '链接' },
      fields: [
        { name: 'label', type: 'text', label: { en: 'Label', zh: '名称' } },
        { name: 'url', type: 'text', required: true, label: { en: 'Address', zh: '网址' } },
      ],
    },
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      maxDepth: 0,
      label: { en: 'User', zh: '用户' },
      access: { read: staffField },
      admin: { position: 'sidebar' },
    },
  ],
}
