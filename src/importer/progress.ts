import { Presets, SingleBar } from 'cli-progress'
import type { Progress } from './run'

const LABELS: Record<Progress['stage'], string> = { read: 'Reading', write: 'Importing' }
const LINE_INTERVAL_MS = 5000

/** Codes that a live line has room for. */
const SHOWN_CODES = 3

/**
 * Shows progress on standard error, so that standard output stays a program's: on a terminal a live bar with rate, time
 * left and the most frequent problems, elsewhere a plain line now and then.
 */
export const openProgress = (
  stream: NodeJS.WriteStream = process.stderr,
): { show: (progress: Progress) => void; close: () => void } =>
  stream.isTTY ? barProgress(stream) : lineProgress(stream)

const barProgress = (stream: NodeJS.WriteStream) => {
  let stage: Progress['stage'] | undefined
  let bar: SingleBar | undefined
  let started = 0
  return {
    show: ({ stage: next, done, total, problems }: Progress) => {
      if (stage !== next) {
        bar?.stop()
        stage = next
        bar = new SingleBar(
          {
            stream,
            format: `${LABELS[next].padEnd(9)} {bar} {percentage} %  {value}/{total}  {rate}/s  {eta_formatted} left{problems}`,
            etaBuffer: 100,
          },
          Presets.shades_classic,
        )
        bar.start(total, 0, { rate: 0, problems: '' })
        started = performance.now()
      }
      bar?.update(done, { rate: rate(done, started), problems: problemsText(problems) })
    },
    close: () => bar?.stop(),
  }
}

const lineProgress = (stream: Pick<NodeJS.WriteStream, 'write'>) => {
  let stage: Progress['stage'] | undefined
  let last = 0
  let begun = 0
  return {
    show: ({ stage: next, done, total, problems }: Progress) => {
      const now = performance.now()
      if (stage !== next) {
        stage = next
        begun = now
        last = now
      }
      if (now - last < LINE_INTERVAL_MS && done < total) return
      last = now
      const speed = rate(done, begun)
      const left = Math.ceil((total - done) / Math.max(1, speed))
      stream.write(
        `${LABELS[next]} ${done}/${total} (${speed}/s, ${left} s left)${problemsText(problems)}\n`,
      )
    },
    close: () => undefined,
  }
}

const rate = (done: number, since: number): number =>
  Math.round(done / Math.max(0.001, (performance.now() - since) / 1000))

const problemsText = (problems: Progress['problems']): string => {
  const sorted = [...problems].sort((a, b) => b[1] - a[1])
  const shown = sorted.slice(0, SHOWN_CODES).map(([code, count]) => `${count} ${code}`)
  const others = sorted.length - shown.length
  if (shown.length === 0) return ''
  return `  ${shown.join(', ')}${others > 0 ? ` and ${others} more kinds` : ''}`
}
