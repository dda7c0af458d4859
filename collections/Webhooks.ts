import { randomBytes } from 'node:crypto'
import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { recordChange, recordDeletion } from './hooks/recordActivity'

export const WEBHOOK_EVENTS = ['publish', 'update', 'unpublish', 'delete'] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

export const webhookEventOptions = [
  { value: 'publish', label: { en: 'Published', zh: '发布' } },
  { value: 'update', label: { en: 'Published article changed', zh: '已发布文章有更新' } },
  { value: 'unpublish', label: { en: 'Withdrawn', zh: '撤回' } },
  { value: 'delete', label: { en: 'Deleted', zh: '删除' } },
] satisfies { value: WebhookEvent; label: object }[]

/** Programs elsewhere that are told when what the public reads has changed. */
export const Webhooks: CollectionConfig = {
  slug: 'webhooks',
  labels: { singular: { en: 'Webhook', zh: 'Webhook' }, plural: { en: 'Webhooks', zh: 'Webhook' } },
  access: policy.webhooks,
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'url', 'events', 'active', 'updatedAt'],
    group: { en: 'Administration', zh: '管理' },
  },
  versions: false,
  hooks: { afterChange: [recordChange], afterDelete: [recordDeletion] },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '名称' } },
    {
      name: 'url',
      type: 'text',
      required: true,
      label: { en: 'Address', zh: '网址' },
      validate: (value: string | null | undefined) =>
        value && URL.canParse(value) && /^https?:/.test(value)
          ? true
          : 'An address such as https://www.example.org/hook / 例如 https://www.example.org/hook',
    },
    {
      name: 'events',
      type: 'select',
      hasMany: true,
      required: true,
      defaultValue: [...WEBHOOK_EVENTS],
      options: webhookEventOptions,
      label: { en: 'Told of', zh: '通知事件' },
    },
    {
      name: 'secret',
      type: 'text',
      required: true,
      minLength: 16,
      defaultValue: () => randomBytes(24).toString('base64url'),
      label: { en: 'Secret', zh: '密钥' },
      admin: {
        description: {
          en: 'Signs each message; the receiver checks it.',
          zh: '用于签名每条消息，由接收方校验。',
        },
      },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: true,
      index: true,
      label: { en: 'Active', zh: '启用' },
    },
  ],
}
