import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const GROWTH_BYTES = 64 * 1024 * 1024

/**
 * Keeps the heap of a long run small. On a machine with much memory V8 lets it grow to several times what is in use before it
 * looks for garbage, and nearly all of a batch is garbage when it is stored.
 * @returns to be called between two batches
 */
export const openBoundedHeap = (): (() => void) => {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  let inUse = getHeapStatistics().used_heap_size
  return () => {
    if (getHeapStatistics().used_heap_size < inUse + GROWTH_BYTES) return
    if (typeof collect === 'function') collect()
    inUse = getHeapStatistics().used_heap_size
  }
}
