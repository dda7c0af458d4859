import type { SelectField } from 'payload'
import { staffField } from '../access/policy'

/** The language in which a user gets mail: at first the one of the panel in which the account was made. */
export const languageField: SelectField = {
  name: 'language',
  type: 'select',
  label: { en: 'Language of mail', zh: '邮件语言' },
  access: { read: staffField },
  defaultValue: ({ req }) => (req.i18n?.language.startsWith('zh') ? 'zh' : 'en'),
  options: [
    { value: 'en', label: 'English' },
    { value: 'zh', label: '中文' },
  ],
}
