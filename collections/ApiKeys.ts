import type { CollectionConfig } from 'payload'
import { policy, systemField } from './access/policy'
import { SCOPES } from './access/roles'
import { issueApiKey, revokeApiKey } from './endpoints/apiKeys'
import { recordDeletion } from './hooks/recordActivity'
import { apiKeyStrategy } from './security/apiKeyStrategy'

/**
 * Keys of programs: frontends, scripts. A key is shown once, when `POST /api/api-keys` makes it; what is stored of its secret is a
 * digest. A key may do the same all its life: who wants another right makes another key.
 */
export const ApiKeys: CollectionConfig = {
  slug: 'api-keys',
  labels: {
    singular: { en: 'API key', zh: 'API 密钥' },
    plural: { en: 'API keys', zh: 'API 密钥' },
  },
  access: policy.apiKeys,
  auth: { disableLocalStrategy: true, strategies: [apiKeyStrategy] },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'scopes', 'prefix', 'lastUsedAt', 'expiresAt', 'revokedAt'],
    components: { beforeListTable: ['/src/admin/apiKeys/NewApiKey#NewApiKey'] },
    group: { en: 'Administration', zh: '管理' },
  },
  graphQL: false,
  lockDocuments: false,
  versions: false,
  endpoints: [issueApiKey, revokeApiKey],
  hooks: { afterDelete: [recordDeletion] },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '名称' } },
    {
      name: 'scopes',
      type: 'select',
      hasMany: true,
      required: true,
      label: { en: 'May', zh: '权限' },
      options: [
        { value: SCOPES[0], label: { en: 'Read what is published', zh: '读取已发布内容' } },
        { value: SCOPES[1], label: { en: 'Read drafts', zh: '读取草稿' } },
        { value: SCOPES[2], label: { en: 'Write', zh: '写入' } },
      ],
    },
    {
      name: 'prefix',
      type: 'text',
      required: true,
      unique: true,
      label: { en: 'Begins with', zh: '开头' },
    },
    {
      name: 'digest',
      type: 'text',
      required: true,
      hidden: true,
      access: { read: systemField },
    },
    {
      name: 'createdBy',
      type: 'relationship',
      relationTo: 'users',
      maxDepth: 1,
      label: { en: 'Made by', zh: '创建者' },
    },
    { name: 'expiresAt', type: 'date', label: { en: 'Valid until', zh: '有效期至' } },
    {
      name: 'lastUsedAt',
      type: 'date',
      label: { en: 'Last used', zh: '最近使用' },
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: { en: 'To the hour.', zh: '精确到小时。' },
      },
    },
    {
      name: 'revokedAt',
      type: 'date',
      label: { en: 'Revoked', zh: '撤销时间' },
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    {
      name: 'revoke',
      type: 'ui',
      admin: {
        disableListColumn: true,
        disableBulkEdit: true,
        components: { Field: '/src/admin/apiKeys/RevokeApiKey#RevokeApiKey' },
      },
    },
  ],
}
