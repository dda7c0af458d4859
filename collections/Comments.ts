import type { CollectionConfig } from 'payload'
import { policy, systemField } from './access/policy'
import { announceComment } from './hooks/announceComment'
import { prepareComment } from './hooks/prepareComment'
import { recordChange, recordDeletion } from './hooks/recordActivity'

const system = { create: systemField, update: systemField }

/** The thread beside an article: comments, answers, and the notes with which editors ask for changes. */
export const Comments: CollectionConfig = {
  slug: 'comments',
  labels: { singular: { en: 'Comment', zh: '批注' }, plural: { en: 'Comments', zh: '批注' } },
  access: policy.comments,
  admin: {
    useAsTitle: 'text',
    defaultColumns: ['text', 'author', 'article', 'resolved', 'createdAt'],
    group: { en: 'Newsroom', zh: '编辑部' },
    enableListViewSelectAPI: true,
  },
  defaultSort: 'createdAt',
  versions: false,
  indexes: [{ fields: ['article', 'createdAt'] }],
  hooks: {
    beforeChange: [prepareComment],
    afterChange: [recordChange, announceComment],
    afterDelete: [recordDeletion],
  },
  fields: [
    {
      name: 'article',
      type: 'relationship',
      relationTo: 'articles',
      required: true,
      index: true,
      label: { en: 'Article', zh: '文章' },
      access: { update: systemField },
    },
    {
      name: 'text',
      type: 'textarea',
      required: true,
      maxLength: 10_000,
      label: { en: 'Text', zh: '内容' },
      access: { update: ({ doc, req }) => Boolean(req.user) && idOf(doc?.author) === req.user?.id },
    },
    {
      name: 'author',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      label: { en: 'By', zh: '作者' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'kind',
      type: 'select',
      defaultValue: 'comment',
      label: { en: 'Kind', zh: '类型' },
      access: system,
      admin: { readOnly: true },
      options: [
        { value: 'comment', label: { en: 'Comment', zh: '批注' } },
        { value: 'note', label: { en: 'Request for changes', zh: '修改要求' } },
      ],
    },
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'comments',
      maxDepth: 0,
      label: { en: 'Answer to', zh: '回复' },
      access: { update: systemField },
    },
    {
      name: 'mentions',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      maxDepth: 0,
      label: { en: 'Mentions', zh: '提及' },
      access: system,
      admin: { readOnly: true },
    },
    {
      name: 'resolved',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      label: { en: 'Resolved', zh: '已解决' },
    },
    {
      // The article's owner, kept here so that access is decided without reading the article.
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      maxDepth: 0,
      access: { ...system, read: systemField },
      admin: { hidden: true },
    },
  ],
}

const idOf = (value: unknown): unknown =>
  value && typeof value === 'object' && 'id' in value ? value.id : value
