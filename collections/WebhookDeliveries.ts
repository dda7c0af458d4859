import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'
import { resendDelivery } from './endpoints/resendDelivery'
import { webhookEventOptions } from './Webhooks'

/** What was sent to webhooks, and how it went. Written by the software. */
export const WebhookDeliveries: CollectionConfig = {
  slug: 'webhook-deliveries',
  labels: {
    singular: { en: 'Webhook delivery', zh: 'Webhook 投递' },
    plural: { en: 'Webhook deliveries', zh: 'Webhook 投递记录' },
  },
  access: policy['webhook-deliveries'],
  admin: {
    useAsTitle: 'title',
    defaultColumns: ['createdAt', 'webhook', 'event', 'title', 'state', 'attempts', 'answer'],
    group: { en: 'Administration', zh: '管理' },
    description: {
      en: 'What was sent to your programs. A message appears when an article is published, changed or withdrawn and a webhook asks for it; one that got no answer can be sent again.',
      zh: '发送给您的程序的消息。文章发布、修改或撤下，且有 Webhook 订阅时，这里会出现一条消息；未得到应答的可以重新发送。',
    },
  },
  defaultSort: '-createdAt',
  versions: false,
  endpoints: [resendDelivery],
  fields: [
    {
      name: 'webhook',
      type: 'relationship',
      relationTo: 'webhooks',
      index: true,
      maxDepth: 1,
      label: 'Webhook',
    },
    {
      name: 'event',
      type: 'select',
      required: true,
      options: webhookEventOptions,
      label: { en: 'Event', zh: '事件' },
    },
    { name: 'title', type: 'text', label: { en: 'Article', zh: '文章' } },
    {
      name: 'state',
      type: 'select',
      required: true,
      defaultValue: 'queued',
      index: true,
      label: { en: 'State', zh: '状态' },
      options: [
        { value: 'queued', label: { en: 'Waiting', zh: '等待中' } },
        { value: 'sending', label: { en: 'Being sent', zh: '发送中' } },
        { value: 'retrying', label: { en: 'Will be tried again', zh: '将重试' } },
        { value: 'delivered', label: { en: 'Delivered', zh: '已送达' } },
        { value: 'failed', label: { en: 'Failed', zh: '失败' } },
      ],
    },
    { name: 'attempts', type: 'number', defaultValue: 0, label: { en: 'Tries', zh: '尝试次数' } },
    { name: 'answer', type: 'text', label: { en: 'Last answer', zh: '最近的响应' } },
    { name: 'sentAt', type: 'date', label: { en: 'Last sent', zh: '最近发送时间' } },
    { name: 'body', type: 'json', label: { en: 'Message', zh: '消息内容' } },
    {
      name: 'resend',
      type: 'ui',
      label: { en: 'Send again', zh: '重新发送' },
      admin: { components: { Field: '/src/admin/ResendDelivery#ResendDelivery' } },
    },
  ],
}
