import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from './run'

const LABELS: Record<Progress['stage'], string> = { read: 'Reading', write: 'Importing' }
const LINE_INTERVAL_MS = 5000

/** Shows progress on standard error: a bar with rate and time left on a terminal, a line now and then elsewhere. */
export const openProgress = (
  stream: NodeJS.WriteStream = process.stderr,
): { show: (progress: Progress) => void; close: () => void } =>
  stream.isTTY ? barProgress(stream) : lineProgress(stream)

const barProgress = (stream: NodeJS.WriteStream) => {
  let stage: Progress['stage'] | undefined
  let bar: SingleBar | undefined
  let started = 0
  return {
    show: ({ stage: next, done, total }: Progress) => {
      if (stage !== next) {
        bar?.stop()
        stage = next
        bar = new SingleBar(
          {
            stream,
            format: `${LABELS[next].padEnd(9)} {bar} {percentage} %  {value}/{total}  {rate}/s  {eta_formatted} left`,
            etaBuffer: 100,
          },
          Presets.shades_classic,
        )
        bar.start(total, 0, { rate: 0 })
        started = performance.now()
      }
      bar?.update(done, { rate: rate(done, started) })
    },
    close: () => bar?.stop(),
  }
}

const lineProgress = (stream: NodeJS.WriteStream) => {
  let stage: Progress['stage'] | undefined
  let last = 0
  let begun = 0
  return {
    show: ({ stage: next, done, total }: Progress) => {
      const now = performance.now()
      if (stage !== next) {
        stage = next
        begun = now
        last = now
      }
      if (now - last < LINE_INTERVAL_MS && done < total) return
      last = now
      stream.write(`${LABELS[next]} ${done}/${total} (${rate(done, begun)}/s)\n`)
    },
    close: () => undefined,
  }
}

const rate = (done: number, since: number): number =>
  Math.round(done / Math.max(0.001, (performance.now() - since) / 1000))
