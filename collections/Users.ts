import type { CollectionConfig } from 'payload'
import { passwordMail } from './security/passwordMail'
import { adminField, policy, staffField } from './access/policy'
import { ROLES } from './access/roles'
import { languageField } from './fields/language'
import { timezoneField } from './fields/timezone'
import { makeFirstUserAdmin } from './hooks/makeFirstUserAdmin'
import { recordChange, recordDeletion, recordLogin, recordLogout } from './hooks/recordActivity'
import { limitLogins, recordFailedLogin, rememberLogin } from './hooks/recordFailedLogin'
import { askSecondFactor, forgetSecondFactor, readSecondFactor } from './hooks/askSecondFactor'

/** People of the newsroom. Programs have API keys of their own (`ApiKeys.ts`). */
export const Users: CollectionConfig = {
  slug: 'users',
  labels: { singular: { en: 'User', zh: '用户' }, plural: { en: 'Users', zh: '用户' } },
  access: policy.users,
  auth: {
    maxLoginAttempts: 10,
    lockTime: 10 * 60 * 1000,
    forgotPassword: passwordMail,
    tokenExpiration: 8 * 60 * 60,
    cookies: { sameSite: 'Lax', secure: (process.env.PUBLIC_URL ?? '').startsWith('https:') },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'email', 'role', 'updatedAt'],
    components: { beforeListTable: ['/src/admin/security/Invite#Invite'] },
    group: { en: 'Administration', zh: '管理' },
  },
  defaultPopulate: { name: true },
  versions: false,
  hooks: {
    beforeChange: [makeFirstUserAdmin],
    afterChange: [recordChange],
    afterDelete: [recordDeletion, forgetSecondFactor],
    beforeOperation: [limitLogins, rememberLogin, readSecondFactor],
    beforeLogin: [askSecondFactor],
    afterLogin: [recordLogin],
    afterLogout: [recordLogout],
    afterError: [recordFailedLogin],
  },
  fields: [
    { name: 'name', type: 'text', required: true, label: { en: 'Name', zh: '姓名' } },
    {
      name: 'role',
      type: 'select',
      required: true,
      defaultValue: 'contributor',
      saveToJWT: true,
      label: { en: 'Role', zh: '角色' },
      access: { create: adminField, update: adminField, read: staffField },
      options: [
        { value: ROLES[0], label: { en: 'Administrator', zh: '管理员' } },
        { value: ROLES[1], label: { en: 'Editor', zh: '编辑' } },
        { value: ROLES[2], label: { en: 'Author', zh: '作者' } },
        { value: ROLES[3], label: { en: 'Contributor', zh: '投稿人' } },
      ],
    },
    timezoneField,
    languageField,
    {
      name: 'security',
      type: 'ui',
      admin: {
        disableListColumn: true,
        disableBulkEdit: true,
        components: { Field: '/src/admin/security/Security#Security' },
      },
    },
  ],
}
