import type { CollectionConfig } from 'payload'
import { policy, systemField } from './access/policy'
import { NOTIFICATION_KINDS } from './workflow/notify'
import { notificationKinds } from '../src/strings/labels'

const system = { create: systemField, update: systemField }

/** What a user is told: written by hooks, read by that user alone, who may mark it as read. */
export const Notifications: CollectionConfig = {
  slug: 'notifications',
  labels: {
    singular: { en: 'Notification', zh: '通知' },
    plural: { en: 'Notifications', zh: '通知' },
  },
  access: policy.notifications,
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['kind', 'title', 'actor', 'text', 'createdAt', 'readAt'],
    group: { en: 'Newsroom', zh: '编辑部' },
    enableListViewSelectAPI: true,
  },
  defaultSort: '-createdAt',
  versions: false,
  indexes: [{ fields: ['user', 'readAt'] }, { fields: ['user', 'createdAt'] }],
  fields: [
    {
      name: 'user',
      type: 'relationship',
      relationTo: 'users',
      required: true,
      index: true,
      maxDepth: 0,
      label: { en: 'For', zh: '接收人' },
      access: system,
      admin: { readOnly: true, disableListColumn: true },
    },
    {
      name: 'kind',
      type: 'select',
      required: true,
      label: { en: 'What', zh: '内容' },
      access: system,
      admin: { readOnly: true },
      options: NOTIFICATION_KINDS.map((value) => ({ value, label: notificationKinds[value] })),
    },
    {
      name: 'title',
      type: 'text',
      label: { en: 'Article', zh: '文章' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      index: true,
      maxDepth: 0,
      label: { en: 'Article', zh: '文章' },
      access: system,
      admin: { readOnly: true, disableListColumn: true },
    },
    {
      name: 'actor',
      type: 'relationship',
      relationTo: 'users',
      label: { en: 'By', zh: '操作人' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Note', zh: '说明' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'link',
      type: 'text',
      label: { en: 'Link', zh: '链接' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'readAt',
      type: 'date',
      label: { en: 'Read', zh: '阅读时间' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'mailedAt',
      type: 'date',
      access: { ...system, read: systemField },
      admin: { hidden: true },
    },
  ],
}
