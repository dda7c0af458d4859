import type { TextField, TextFieldSingleValidation } from 'payload'
import { staffField } from '../access/policy'

const isTimezone: TextFieldSingleValidation = (value, { req }) => {
  if (!value) return true
  try {
    new Intl.DateTimeFormat('en', { timeZone: value })
    return true
  } catch {
    return req.i18n?.language === 'zh'
      ? '未知时区。请使用 Asia/Shanghai 这样的名称。'
      : 'This time zone is not known. Use a name such as Europe/Berlin.'
  }
}

/** The time zone in which a user wants to read times. */
export const timezoneField: TextField = {
  name: 'timezone',
  type: 'text',
  label: { en: 'Time zone', zh: '时区' },
  access: { read: staffField },
  validate: isTimezone,
  admin: {
    description: {
      en: 'IANA zone such as Asia/Shanghai, for the first page and the calendar. Empty: the one of the browser.',
      zh: 'IANA 时区，例如 Asia/Shanghai，用于首页和日历。留空则使用浏览器的时区。',
    },
  },
}
