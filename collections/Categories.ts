import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { mergeEndpoints } from './endpoints/mergeTerm'
import { slugField } from './fields/slug'
import { fillCategoryPath } from './hooks/fillCategoryPath'
import { guardCategoryTree } from './hooks/guardCategoryTree'
import { redirectMovedTerm } from './hooks/redirectMovedTerm'
import { recordChange, recordDeletion } from './hooks/recordActivity'

/** The tree of sections. `parent` and `breadcrumbs` come from the nested-docs plugin (see payload.config.ts). */
export const Categories: CollectionConfig = {
  slug: 'categories',
  labels: { singular: { en: 'Category', zh: '分类' }, plural: { en: 'Categories', zh: '分类' } },
  access: policy.categories,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'path', 'parent', 'updatedAt'],
    enableListViewSelectAPI: true,
    components: {
      beforeListTable: ['/src/admin/terms/TreeLink#TreeLink'],
    },
    group: { en: 'Newsroom', zh: '编辑部' },
  },
  defaultSort: 'path',
  defaultPopulate: { name: true, slug: true, path: true, parent: true, breadcrumbs: true },
  versions: false,
  endpoints: mergeEndpoints('categories'),
  hooks: {
    beforeValidate: [guardCategoryTree],
    beforeChange: [fillCategoryPath],
    afterChange: [recordChange, redirectMovedTerm('categories')],
    afterDelete: [recordDeletion],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '名称' } },
    slugField({ source: 'name' }),
    {
      name: 'path',
      type: 'text',
      unique: true,
      index: true,
      label: { en: 'Path', zh: '路径' },
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: { en: 'Slugs from the root down.', zh: '自根分类起的网址片段。' },
      },
    },
    { name: 'description', type: 'textarea', label: { en: 'Description', zh: '描述' } },
  ],
}
