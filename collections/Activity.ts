import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'

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
    defaultColumns: ['createdAt', 'user', 'action', 'documentType', 'title', 'address'],
    group: { en: 'Administration', zh: '管理' },
  },
  defaultSort: '-createdAt',
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      maxDepth: 1,
      label: { en: 'User', zh: '用户' },
    },
    {
      name: 'action',
      type: 'select',
      required: true,
      index: true,
      label: { en: 'Action', zh: '操作' },
      options: [
        { value: 'create', label: { en: 'Created', zh: '创建' } },
        { value: 'update', label: { en: 'Changed', zh: '修改' } },
        { value: 'publish', label: { en: 'Published', zh: '发布' } },
        { value: 'unpublish', label: { en: 'Unpublished', zh: '撤回' } },
        { value: 'trash', label: { en: 'Moved to trash', zh: '移入回收站' } },
        { value: 'restore', label: { en: 'Restored', zh: '恢复' } },
        { value: 'delete', label: { en: 'Deleted', zh: '删除' } },
        { value: 'login', label: { en: 'Logged in', zh: '登录' } },
      ],
    },
    { name: 'documentType', type: 'text', index: true, label: { en: 'Collection', zh: '集合' } },
    { name: 'documentId', type: 'text', index: true, label: { en: 'Document', zh: '文档' } },
    { name: 'title', type: 'text', label: { en: 'Title', zh: '标题' } },
    { name: 'address', type: 'text', label: { en: 'From (IP)', zh: '来源 IP' } },
  ],
}
