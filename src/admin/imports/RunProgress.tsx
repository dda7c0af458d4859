'use client'
import type { StringKey } from '../../strings'
import type { ShownProgress } from '../../importRuns/runProgress'
import { useSay } from '../useSay'
import { isAtWork, type ShownRun } from './useRun'

const STAGES: Record<ShownProgress['stage'], StringKey> = {
  unpack: 'imports:unpack',
  read: 'imports:read',
  write: 'imports:write',
  undo: 'imports:undoStage',
}

/** How far a run is: files, rate, time left, problems. */
export const RunProgress = ({ run }: { run: ShownRun }) => {
  const say = useSay()
  if (!isAtWork(run)) return null
  const { progress } = run
  if (!progress) {
    return (
      <p role="status" className="galley-card">
        {say('imports:waiting')}
      </p>
    )
  }
  const { stage, done, total, problems } = progress
  const met = Object.values(problems).reduce((sum, number) => sum + number, 0)
  const parts = [
    say('imports:progress', { done, total }),
    ...paceOf(progress, say),
    ...(met > 0 ? [say('imports:problemsCount', { count: met })] : []),
  ]
  return (
    <section className="galley-card" role="status" aria-label={say(STAGES[stage])}>
      <h2>{say(STAGES[stage])}</h2>
      <progress max={Math.max(1, total)} value={done} aria-label={say(STAGES[stage])} />
      <p>{parts.join(' · ')}</p>
    </section>
  )
}

/** Rate and time left; nothing in the first second, which says little. */
const paceOf = (
  { done, total, since }: ShownProgress,
  say: ReturnType<typeof useSay>,
): string[] => {
  const seconds = (Date.now() - Date.parse(since)) / 1000
  if (seconds < 1 || done === 0) return []
  const rate = done / seconds
  const left = Math.ceil((total - done) / rate)
  const time =
    left < 90
      ? say('imports:seconds', { count: left })
      : say('imports:minutes', { count: Math.ceil(left / 60) })
  return [
    say('imports:rate', { rate: rate < 10 ? rate.toFixed(1) : Math.round(rate) }),
    ...(done < total ? [say('imports:left', { time })] : []),
  ]
}
