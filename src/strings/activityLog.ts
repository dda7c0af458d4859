import type { Strings } from './text'

export const activityLog = {
  title: { en: 'x', zh: 'x' },
} satisfies Strings
