import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { ACTIONS } from './activity/record'
import { exportActivity } from './endpoints/exportActivity'
import { actionLabels } from '../src/strings/labels'

/** Who did what to which document, when, from where. Written by hooks, never edited. */
export const Activity: CollectionConfig = {
  slug: 'activity',
  labels: {
    singular: { en: 'Activity', zh: '操作记录' },
    plural: { en: 'Activity', zh: '操作记录' },
  },
  access: policy.activity,
  admin: {
    useAsTitle: 'title',
    defaultColumns: [
      'createdAt',
      'userName',
      'action',
      'documentType',
      'title',
      'detail',
      'address',
    ],
    listSearchableFields: ['title', 'userName', 'detail', 'address'],
    components: { beforeListTable: ['/src/admin/activity/ExportLink#ExportLink'] },
    group: { en: 'Administration', zh: '管理' },
  },
  defaultSort: '-createdAt',
  versions: false,
  endpoints: [exportActivity],
  indexes: [{ fields: ['documentId', 'createdAt'] }],
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      maxDepth: 1,
      label: { en: 'User', zh: '用户' },
    },
    { name: 'userName', type: 'text', index: true, label: { en: 'Name', zh: '姓名' } },
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      label: { en: 'Action', zh: '操作' },
      options: ACTIONS.map((value) => ({ value, label: actionLabels[value] })),
    },
    {
      name: 'documentType',
      type: 'text',
      index: true,
      label: { en: 'Collection', zh: '集合' },
      admin: { components: { Cell: '/src/admin/activity/CollectionCell#CollectionCell' } },
    },
    { name: 'documentId', type: 'text', index: true, label: { en: 'Document', zh: '文档' } },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Title', zh: '标题' },
      admin: { components: { Cell: '/src/admin/activity/DocumentCell#DocumentCell' } },
    },
    {
      name: 'detail',
      type: 'text',
      label: { en: 'Detail', zh: '详情' },
      admin: { components: { Cell: '/src/admin/activity/DetailCell#DetailCell' } },
    },
    { name: 'address', type: 'text', index: true, label: { en: 'From (IP)', zh: '来源 IP' } },
    { name: 'userAgent', type: 'text', label: { en: 'Browser', zh: '浏览器' } },
  ],
}
