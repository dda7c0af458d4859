import { LRUCache } from 'lru-cache'

/** Which forms of questions have been answered with the same bytes by both ways. */
export type Forms = {
  isKnown: (form: string) => boolean
  /** Whether it is worth to compare the answers to a question of this form. */
  isOpen: (form: string) => boolean
  note: (form: string, isSame: boolean) => void
}

const MAX_FORMS = 2000
/** A write may have come between the two. */
const MAX_DIFFERENCES = 3

/** Remembers the last forms. */
export const createForms = (): Forms => {
  /** Known forms have no differences; for others it is counted how often the answers differed. */
  const differences = new LRUCache<string, number>({ max: MAX_FORMS })
  return {
    isKnown: (form) => differences.get(form) === 0,
    isOpen: (form) => {
      const differed = differences.get(form)
      return differed === undefined || (differed > 0 && differed < MAX_DIFFERENCES)
    },
    note: (form, isSame) => {
      differences.set(form, isSame ? 0 : (differences.get(form) ?? 0) + 1)
    },
  }
}
