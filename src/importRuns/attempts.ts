import type { Plan } from '../importer/plan'
import { reportSchema, type Counts, type FileProblem, type Report } from '../importer/report'
import { MAX_KEPT_PROBLEMS } from '../importer/runRecord'
import { isRecord } from '../richtext/readNode'

/**
 * What a run comes to after another attempt (a resumed one, or one that tries again what failed): the articles of all
 * attempts, and the problems of files that the last one has not taken again.
 * @param before problems of the attempts before
 * @param firstPlan counts of the plan that the run began with; undefined for its first attempt
 */
export const addAttempt = ({
  before,
  firstPlan,
  report,
  plan,
}: {
  before: readonly FileProblem[]
  firstPlan: Counts | undefined
  report: Report
  plan: Plan | undefined
}): { counts: Counts; problems: FileProblem[] } => {
  const taken = new Set<string>()
  for (const { surveyed, outcome, missing } of plan?.files ?? []) {
    if (outcome !== 'same' || missing.length > 0) taken.add(surveyed.file.path)
  }
  const met = new Set(report.problems.map(keyOf))
  const kept = before.filter(
    (problem) => !taken.has(problem.path) && !isOfRun(problem) && !met.has(keyOf(problem)),
  )
  return {
    counts: firstPlan ? countsOfAll(firstPlan, report.counts) : report.counts,
    problems: [...report.problems, ...kept].slice(0, MAX_KEPT_PROBLEMS),
  }
}

/** An attempt finds the same what an earlier one has written; the plan knows what was the same before all. */
const countsOfAll = (planned: Counts, last: Counts): Counts => {
  const same = Math.min(last.same, planned.same)
  const written = last.new + last.changed + last.same - same
  const changed = Math.min(planned.changed, written)
  return { ...last, same, changed, new: written - changed }
}

/** The counts of a stored plan. */
export const countsOf = (plan: unknown): Counts | undefined => {
  const parsed = reportSchema.pick({ counts: true }).safeParse(plan)
  return parsed.success ? parsed.data.counts : undefined
}

/** Met anew by each attempt that there is still a reason for. */
const isOfRun = ({ code }: FileProblem): boolean => code.startsWith('article-')

const keyOf = ({ path, code, line, message }: FileProblem): string =>
  [path, code, line ?? '', message].join('\0')

/** Reads the problems that are stored on a run; anything else is none. */
export const problemsOf = (value: unknown): FileProblem[] =>
  Array.isArray(value) ? value.filter(isProblem) : []

const isProblem = (value: unknown): value is FileProblem =>
  isRecord(value) &&
  typeof value.path === 'string' &&
  typeof value.code === 'string' &&
  typeof value.message === 'string'
