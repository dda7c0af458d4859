/** Takes a closer and an offset; returns where it stands next, or -1. */
export type CloserFinder = (closer: string, from: number) => number

/** Takes a text and returns a finder that remembers what the text no longer has, so that many unclosed openers stay cheap. */
export const createCloserFinder = (text: string): CloserFinder => {
  const absentFrom = new Map<string, number>()
  return (closer, from) => {
    if (from >= (absentFrom.get(closer) ?? Infinity)) return -1
    const at = text.indexOf(closer, from)
    if (at < 0) absentFrom.set(closer, from)
    return at
  }
}
