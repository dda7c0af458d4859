import type { Strings } from './text'

export const desk = {
  title: { en: 'x', zh: 'x' },
} satisfies Strings
