import type { ProblemCounter } from './context'

/** A counter of problems: the same thing met a hundred times is one problem that says so. */
export function createProblemCounter(): ProblemCounter {
  const met = new Map<string, { code: string; sentence: string; count: number }>()
  return {
    add(code, subject, sentence) {
      const key = `${code}\n${subject}`
      const entry = met.get(key)
      if (entry) entry.count++
      else met.set(key, { code, sentence, count: 1 })
    },
    list() {
      return [...met.values()].map(({ code, sentence, count }) => ({
        code,
        message: count > 1 ? `${sentence} (${count} times)` : sentence,
      }))
    },
  }
}
