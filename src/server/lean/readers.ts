import { LRUCache } from 'lru-cache'
import type { FlatSelect } from './flatSelect'
import { readerOf, type Reader } from './reader'
import type { LeanShape } from './shape'
import type { Adapter } from './sqliteTables'

export type Readers = ReturnType<typeof createReaders>

const MAX_READERS = 2000

/** Readers by collection and selection, each compiled once. */
export const createReaders = (adapter: Adapter) => {
  const known = new LRUCache<string, Reader>({ max: MAX_READERS })
  return (shape: LeanShape, select: FlatSelect | undefined): Reader => {
    const key = JSON.stringify([shape.slug, select])
    const reader = known.get(key) ?? readerOf(adapter, shape, namedBy(shape, select))
    known.set(key, reader)
    return reader
  }
}

const namedBy = (
  { fillsExcerpts, isReadByPayload }: LeanShape,
  select: FlatSelect | undefined,
): ((name: string) => boolean) => {
  if (!select) return () => true
  const isInclusive = Object.values(select)[0] === true
  if (!isInclusive) return (name) => select[name] === undefined
  // `readForRendering` selects what an excerpt is known by.
  const more = fillsExcerpts && select.excerpt ? ['updatedAt'] : []
  // So does `selectFileName`.
  if (isReadByPayload && select.url) more.push('filename')
  return (name) => select[name] === true || more.includes(name)
}
