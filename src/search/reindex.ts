import type { Payload } from 'payload'
import { indexArticles } from './indexArticles'
import { readStamps } from './readEntries'
import { searchIndexOf } from './searchIndex'

const ARTICLES_PER_STEP = 500

export type ReindexProgress = { looked: number; indexed: number; removed: number }

/**
 * Brings the whole index up to date: articles that have changed since, or all. Stopped and started again it does what is
 * left; done again it changes nothing.
 */
export const reindex = async (
  payload: Payload,
  {
    isForced = false,
    onProgress = () => undefined,
  }: { isForced?: boolean; onProgress?: (progress: ReindexProgress) => void } = {},
): Promise<ReindexProgress> => {
  const progress: ReindexProgress = { looked: 0, indexed: 0, removed: 0 }
  if (isForced) await searchIndexOf(payload).clear()
  progress.removed = await removeGone(payload)
  for await (const ids of idsInSteps(payload)) {
    const [wanted, known] = await Promise.all([readStamps(payload, ids), knownStamps(payload, ids)])
    const outdated = ids.filter((id) => wanted.get(id) !== known.get(id))
    await indexArticles(payload, outdated)
    progress.looked += ids.length
    progress.indexed += outdated.length
    onProgress({ ...progress })
  }
  return progress
}

async function* idsInSteps(payload: Payload): AsyncGenerator<string[]> {
  let after = ''
  for (;;) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection: 'articles',
      where: after ? { id: { greater_than: after } } : {},
      select: { title: true },
      sort: 'id',
      limit: ARTICLES_PER_STEP,
      pagination: false,
    })
    const last = docs.at(-1)
    if (!last) return
    yield docs.map(({ id }) => id)
    after = last.id
  }
}

const knownStamps = async (
  payload: Payload,
  ids: readonly string[],
): Promise<Map<string, string>> => {
  const [first = '', last = ''] = [ids[0], ids.at(-1)]
  const known = new Map<string, string>()
  let after = before(first)
  while (after < last) {
    const step = await searchIndexOf(payload).stamps({ after, limit: ARTICLES_PER_STEP })
    if (step.size === 0) break
    for (const [id, stamp] of step) {
      known.set(id, stamp)
      after = id
    }
  }
  return known
}

/** A text that stands before another in order, and after all that stand before it. */
const before = (text: string): string => text.slice(0, -1)

const removeGone = async (payload: Payload): Promise<number> => {
  let removed = 0
  let after = ''
  for (;;) {
    const step = await searchIndexOf(payload).stamps({ after, limit: ARTICLES_PER_STEP })
    if (step.size === 0) return removed
    const ids = [...step.keys()]
    const stored = await readStamps(payload, ids)
    const gone = ids.filter((id) => !stored.has(id))
    if (gone.length > 0) await searchIndexOf(payload).replace(gone, [])
    removed += gone.length
    after = ids.at(-1) ?? after
  }
}
