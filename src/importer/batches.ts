/** Cuts a list of files into batches of so many files and about so many bytes, in order. */
export const batchesOf = <Item extends { size: number }>(
  items: readonly Item[],
  maxItems: number,
  maxBytes: number,
): Item[][] => {
  const batches: Item[][] = []
  let batch: Item[] = []
  let bytes = 0
  for (const item of items) {
    if (batch.length > 0 && (batch.length >= maxItems || bytes + item.size > maxBytes)) {
      batches.push(batch)
      batch = []
      bytes = 0
    }
    batch.push(item)
    bytes += item.size
  }
  if (batch.length > 0) batches.push(batch)
  return batches
}
