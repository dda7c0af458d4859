import type { Progress } from '../importer/run'

/** How far a run is, as its document keeps it for the panel. */
export type ShownProgress = {
  stage: Progress['stage'] | 'unpack' | 'undo'
  done: number
  total: number
  /** When this stage began: rate and time left follow from it. */
  since: string
  problems: Record<string, number>
}

type Step = Pick<ShownProgress, 'stage' | 'done' | 'total'> & Pick<Progress, 'problems'>

export type RunProgress = {
  /** Keeps the newest step; it is written in turn. */
  show: (step: Step) => void
  /** The same, and waits for what is being written. */
  showNow: (step: Step) => Promise<void>
}

const EVERY_MS = 700

/**
 * Keeps how far a run is, a little more often than once a second.
 * @param keep writes it; a database that is gone ends the process
 */
export const openProgress = (
  keep: (shown: ShownProgress) => Promise<void>,
  stop: () => void = () => process.exit(1),
): RunProgress => {
  let since = new Date().toISOString()
  let stage: ShownProgress['stage'] | undefined
  let last = 0
  let writing = Promise.resolve()
  const show = (step: Step): void => {
    if (step.stage !== stage) {
      stage = step.stage
      since = new Date().toISOString()
      last = 0
    }
    const now = Date.now()
    if (now - last < EVERY_MS && step.done < step.total) return
    last = now
    const { done, total } = step
    const shown = { stage, done, total, since, problems: Object.fromEntries(step.problems) }
    writing = writing.then(() => keep(shown)).catch(stop)
  }
  return {
    show,
    showNow: async (step) => {
      show(step)
      await writing
    },
  }
}
