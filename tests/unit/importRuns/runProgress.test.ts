import { describe, expect, it, vi } from 'vitest'
import { openProgress, type ShownProgress } from '../../../src/importRuns/runProgress'

const step = (done: number) => ({ stage: 'undo' as const, done, total: 2, problems: new Map() })

describe('the progress of a run', () => {
  it('has written its last step when it is closed, and keeps none after', async () => {
    const kept: number[] = []
    const keep = async ({ done }: ShownProgress): Promise<boolean> => {
      await new Promise((resolve) => setTimeout(resolve, 20))
      kept.push(done)
      return true
    }
    const progress = openProgress(keep, () => undefined)
    progress.show(step(1))
    progress.show(step(2))
    await progress.close()
    expect(kept).toEqual([1, 2])
    progress.show(step(2))
    await progress.close()
    expect(kept).toEqual([1, 2])
  })

  it('ends the work when the run is no longer this process’s', async () => {
    const stop = vi.fn()
    const progress = openProgress(() => Promise.resolve(false), stop)
    await progress.showNow(step(1))
    expect(stop).toHaveBeenCalledOnce()
  })

  it('leaves out a step that could not be written', async () => {
    const stop = vi.fn()
    const keep = vi.fn().mockRejectedValueOnce(new Error('locked')).mockResolvedValue(true)
    const progress = openProgress(keep, stop)
    progress.show(step(1))
    progress.show(step(2))
    await progress.close()
    expect(keep).toHaveBeenCalledTimes(2)
    expect(stop).not.toHaveBeenCalled()
  })
})
