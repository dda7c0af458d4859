import { isLossless } from './compare'
import { KINDS, type Kind } from './content'
import type { Measured } from './measure'

type Count = { total: number; kept: number; invented: number }

/** What was measured of one corpus. Shares are between 0 and 1. */
export type Summary = {
  files: number
  lossless: number
  losslessShare: number
  kinds: Record<Kind, Count>
  inOrder: number
  millisecondsPerFile: number
}

/** Takes the measured files of one corpus and adds them up. */
export const summaryOf = (measured: Measured[]): Summary => {
  const files = Math.max(1, measured.length)
  const lossless = measured.filter(({ comparison }) => isLossless(comparison)).length
  const countOf = (kind: Kind): Count => {
    const count = { total: 0, kept: 0, invented: 0 }
    for (const { comparison } of measured) {
      const { total, lost, invented } = comparison.kinds[kind]
      count.total += total
      count.kept += total - lost.length
      count.invented += invented.length
    }
    return count
  }
  return {
    files: measured.length,
    lossless,
    losslessShare: lossless / files,
    kinds: Object.fromEntries(KINDS.map((kind) => [kind, countOf(kind)])) as Summary['kinds'],
    inOrder: measured.reduce((sum, { comparison }) => sum + comparison.inOrder, 0) / files,
    millisecondsPerFile: measured.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / files,
  }
}

/** A line of the printed table. */
export const rowOf = (name: string, summary: Summary) => ({
  corpus: name,
  files: summary.files,
  'lossless %': percent(summary.losslessShare, 1),
  ...Object.fromEntries(KINDS.map((kind) => [`${NAMES[kind]} %`, keptOf(summary.kinds[kind])])),
  'words + %': percent(summary.kinds.words.invented / Math.max(1, summary.kinds.words.total), 3),
  'order %': percent(summary.inOrder, 2),
  'ms CPU': summary.millisecondsPerFile.toFixed(2),
})

const NAMES: Record<Kind, string> = {
  words: 'words',
  links: 'links',
  pictures: 'pictures',
  codeLines: 'code',
  headings: 'headings',
  cells: 'cells',
}

const keptOf = ({ total, kept }: Count): string => (total === 0 ? '-' : percent(kept / total, 3))

/** Cut, not rounded: 100 means all of it. */
const percent = (share: number, digits: number): string => {
  const scale = 10 ** (digits + 2)
  return (Math.floor(share * scale) / 10 ** digits).toFixed(digits)
}

const SHOWN = 10

/** Lines about the files that lost or gained most, with samples of what. */
export const worstOf = (measured: Measured[], most: number): string[] =>
  measured
    .map((file) => ({ file, badness: badnessOf(file) }))
    .filter(({ badness }) => badness > 0)
    .sort((a, b) => b.badness - a.badness)
    .slice(0, most)
    .flatMap(({ file }) => [file.path, ...differencesOf(file)])

const badnessOf = ({ comparison: { kinds } }: Measured): number =>
  KINDS.reduce((sum, kind) => sum + kinds[kind].lost.length + kinds[kind].invented.length, 0)

const differencesOf = ({ comparison: { kinds } }: Measured): string[] =>
  KINDS.flatMap((kind) =>
    (['lost', 'invented'] as const).flatMap((way) => {
      const items = kinds[kind][way]
      if (items.length === 0) return []
      const samples = items.slice(0, SHOWN).map((item) => item.slice(0, 80))
      return [
        `   ${NAMES[kind]} ${way} ${items.length}: ${samples.join(kind === 'words' ? ' ' : ' | ')}`,
      ]
    }),
  )
