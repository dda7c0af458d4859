import { KINDS, NOTHING, wordsOf, type Content, type Kind } from './content'

/** What one kind of things lost and gained on the way. */
export type Difference = { total: number; lost: string[]; invented: string[] }

export type Comparison = {
  kinds: Record<Kind, Difference>
  /** Share of the words that stand in the same order on both sides. */
  inOrder: number
}

/**
 * Takes what a reader should get and what the document gives, and returns how they differ. About linear.
 *
 * @param unjudged source whose meaning only its generator knows: what comes from there is neither asked for nor invented
 */
export const compareContent = (
  expected: Content,
  actual: Content,
  unjudged: string,
): Comparison => {
  const differenceOf = (kind: Kind): Difference => {
    const total = expected[kind].length
    const { lost, invented } = withPartsUnknown(difference(expected[kind], actual[kind]))
    return { total, lost, invented: judged(kind, invented, unjudged) }
  }
  const kinds = Object.fromEntries(KINDS.map((kind) => [kind, differenceOf(kind)]))
  return {
    kinds: kinds as Comparison['kinds'],
    inOrder: shareInOrder(expected.words, actual.words),
  }
}

/** Whether everything arrived and nothing was added. */
export const isLossless = ({ kinds }: Comparison): boolean =>
  KINDS.every((kind) => kinds[kind].lost.length === 0 && kinds[kind].invented.length === 0)

const difference = (expected: string[], actual: string[]) => {
  const left = new Map<string, number>()
  for (const item of expected) left.set(item, (left.get(item) ?? 0) + 1)
  const invented: string[] = []
  for (const item of actual) {
    const count = left.get(item) ?? 0
    if (count > 0) left.set(item, count - 1)
    else invented.push(item)
  }
  const lost = [...left].flatMap(([item, count]) => Array.from({ length: count }, () => item))
  return { lost, invented }
}

/** An address that holds a generator's value (`{{ site.url }}/a.png`) is only known in part. */
const withPartsUnknown = ({ lost, invented }: { lost: string[]; invented: string[] }) => {
  const rest = [...invented]
  // What is known best chooses first: of `{{ page.url }}` alone any address would do.
  const bestKnown = [...lost].sort((a, b) => knownLength(b) - knownLength(a))
  const missing = bestKnown.filter((item) => {
    const parts = item.split(NOTHING)
    if (parts.length === 1) return true
    const at = rest.findIndex((found) => parts.every((part) => found.includes(part)))
    if (at >= 0) rest.splice(at, 1)
    return at < 0 && parts.some((part) => part !== '' && !part.startsWith('#'))
  })
  return { lost: missing, invented: rest }
}

const knownLength = (item: string): number => item.replaceAll(NOTHING, '').length

const judged = (kind: Kind, invented: string[], unjudged: string): string[] => {
  if (unjudged === '' || invented.length === 0) return invented
  if (kind === 'words') return difference(wordsOf(unjudged), invented).invented
  const words = new Set(wordsOf(unjudged))
  return invented.filter(
    (item) => !item.startsWith('galley-ref:') && !wordsOf(item).every((word) => words.has(word)),
  )
}

/**
 * Words that occur once on both sides are landmarks; the longest rising run of their places, over their number, says how
 * much kept its order.
 */
const shareInOrder = (expected: string[], actual: string[]): number => {
  const placeOf = uniquePlaces(actual)
  const places = [...uniquePlaces(expected)].flatMap(([word]) => placeOf.get(word) ?? [])
  if (places.length === 0) return 1
  const tails: number[] = []
  for (const place of places) {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tails[middle] ?? 0) < place) low = middle + 1
      else high = middle
    }
    tails[low] = place
  }
  return tails.length / places.length
}

const uniquePlaces = (words: string[]): Map<string, number> => {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  words.forEach((word, index) => (places.has(word) ? repeated.add(word) : places.set(word, index)))
  for (const word of repeated) places.delete(word)
  return places
}
