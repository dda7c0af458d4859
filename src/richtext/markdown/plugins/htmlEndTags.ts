const TAG = /<(\/?)([a-zA-Z][\w-]*)(?=[\s>/])[^<>]*?(\/?)>/g

/**
 * Takes a text and returns where each start tag's element ends: the offset of its `<`, and the offset behind its end tag.
 * One that is never closed is left out, and does not keep later ones from being found. Linear.
 */
export const htmlEndTags = (text: string): Map<number, number> => {
  const ends = new Map<number, number>()
  const open = new Map<string, number[]>()
  for (const { 0: tag, 1: slash, 2: name = '', 3: isEmpty, index } of text.matchAll(TAG)) {
    if (isEmpty) continue
    const key = name.toLowerCase()
    const starts = open.get(key) ?? []
    open.set(key, starts)
    if (!slash) starts.push(index)
    else {
      const start = starts.pop()
      if (start !== undefined) ends.set(start, index + tag.length)
    }
  }
  return ends
}
