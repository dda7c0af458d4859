import { expect, it } from 'vitest'
import { addAttempt, countsOf, problemsOf } from '../../../src/importRuns/attempts'
import { emptyReport } from '../../../src/importer/report'

const counts = (change: object) => ({ ...emptyReport(false).counts, ...change })

it('counts articles of all attempts once', () => {
  const planned = counts({ new: 10, changed: 4, same: 3, failed: 0 })
  // Eight of the fourteen were written before the first attempt was cut.
  const last = {
    ...emptyReport(false),
    counts: counts({ new: 5, changed: 0, same: 11, failed: 1 }),
  }
  const sum = addAttempt({ before: [], firstPlan: planned, report: last, plan: undefined })
  expect(sum.counts).toEqual(counts({ new: 9, changed: 4, same: 3, failed: 1 }))
})

it('keeps problems that the last attempt did not meet again, and drops those that it mended', () => {
  const before = [
    { path: 'a.md', code: 'date-invalid', message: 'kept' },
    { path: 'b.md', code: 'article-refused', message: 'mended' },
    { path: 'a.md', code: 'slug-taken', message: 'met again' },
  ]
  const report = { ...emptyReport(false), problems: before.slice(2) }
  const { problems } = addAttempt({ before, firstPlan: undefined, report, plan: undefined })
  expect(problems.map(({ message }) => message)).toEqual(['met again', 'kept'])
})

it('takes nothing for counts or problems that is none', () => {
  expect(countsOf({ counts: { new: -1 } })).toBeUndefined()
  expect(countsOf(undefined)).toBeUndefined()
  expect(problemsOf([{ path: 1 }, null, 'x'])).toEqual([])
})
