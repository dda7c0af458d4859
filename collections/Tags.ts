import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { mergeEndpoints } from './endpoints/mergeTerm'
import { slugField } from './fields/slug'
import { redirectMovedTerm } from './hooks/redirectMovedTerm'
import { recordChange, recordDeletion } from './hooks/recordActivity'

/** Keywords. */
export const Tags: CollectionConfig = {
  slug: 'tags',
  labels: { singular: { en: 'Tag', zh: '标签' }, plural: { en: 'Tags', zh: '标签' } },
  access: policy.tags,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'slug', 'updatedAt'],
    enableListViewSelectAPI: true,
    components: {
      beforeListTable: ['/src/admin/terms/MergeSelected#MergeSelected'],
    },
    group: { en: 'Newsroom', zh: '编辑部' },
  },
  defaultSort: 'name',
  defaultPopulate: { name: true, slug: true },
  versions: false,
  endpoints: mergeEndpoints('tags'),
  hooks: { afterChange: [recordChange, redirectMovedTerm('tags')], afterDelete: [recordDeletion] },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '名称' } },
    slugField({ source: 'name', unique: true }),
  ],
}
