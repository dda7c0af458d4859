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
  /** Keeps no more steps, and waits for what is being written: the run's end is then written after its last step. */
  close: () => Promise<void>
}

const EVERY_MS = 700

/**
 * Keeps how far a run is, a little more often than once a second.
 * @param keep writes it, and says whether the run is still this process's. A step that can't be written is left out:
 *   the next one is tried again, and the run itself meets a database that is gone.
 * @param stop called when somebody has stopped the run or taken it over
 */
export const openProgress = (
  keep: (shown: ShownProgress) => Promise<boolean>,
  stop: () => void,
): RunProgress => {
  let since = new Date().toISOString()
  let stage: ShownProgress['stage'] | undefined
  let last = 0
  let writing = Promise.resolve()
  let isClosed = false
  const write = async (shown: ShownProgress): Promise<void> => {
    const isMine = await keep(shown).catch(() => true)
    if (!isMine) stop()
  }
  const show = (step: Step): void => {
    if (isClosed) return
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
    writing = writing.then(() => write(shown))
  }
  return {
    show,
    showNow: async (step) => {
      show(step)
      await writing
    },
    close: () => {
      isClosed = true
      return writing
    },
  }
}
