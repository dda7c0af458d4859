import type { Content } from './content'

/** How many there were, how many were kept, how many were invented. */
export type Count = { total: number; kept: number; invented: number }

export type Comparison = Record<keyof Content, Count> & {
  /** Share of the words that stand in the same order on both sides. */
  inOrder: number
  lostWords: string[]
  inventedWords: string[]
}

/** Takes what a reader should get and what the document gives, and returns how they differ. About linear. */
export const compareContent = (expected: Content, actual: Content): Comparison => {
  const words = difference(expected.words, actual.words)
  const countOf = (key: keyof Content): Count => difference(expected[key], actual[key]).count
  return {
    words: words.count,
    links: countOf('links'),
    pictures: countOf('pictures'),
    codeLines: countOf('codeLines'),
    headings: countOf('headings'),
    cells: countOf('cells'),
    inOrder: shareInOrder(expected.words, actual.words),
    lostWords: words.lost,
    inventedWords: words.invented,
  }
}

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
  const count = {
    total: expected.length,
    kept: expected.length - lost.length,
    invented: invented.length,
  }
  return { count, lost, invented }
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
