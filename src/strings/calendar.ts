import type { Strings } from './text'

export const calendar = {
  title: { en: 'x', zh: 'x' },
} satisfies Strings
