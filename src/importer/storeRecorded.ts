import type { CollectionSlug, Payload } from 'payload'
import { announceChanges } from '../changes/feed'
import { entriesOfWritten } from '../search/readEntries'
import { batchFormOf } from '../../collections/hooks/batchForm'
import type { BulkDatabase, RecordedWrites } from './database'
import type { RecordedChange } from './documents'

/**
 * Stores a batch of recorded changes, tells whoever keeps something made from what was there before, and runs what `afterChange`
 * hooks do: their batch form, or the hook itself for each document.
 * @returns why documents were refused; the others are stored
 */
export const storeRecorded = async (
  payload: Payload,
  database: BulkDatabase,
  recorded: readonly RecordedChange[],
): Promise<Map<RecordedWrites, string>> => {
  await index(payload, recorded)
  const refused = new Map<RecordedWrites, string>()
  try {
    const refusals = await database.store(recorded.map(({ document }) => document))
    for (const { document, message } of refusals) refused.set(document, message)
  } finally {
    // Told also when it fails: what has become of it is not always known.
    announceChanges(
      payload,
      [...byCollection(recorded)].map(([collection, group]) => ({
        collection,
        ids: group.map(({ change }) => change.doc.id),
      })),
    )
  }
  const stored = recorded.filter(({ document }) => !refused.has(document))
  for (const [collection, group] of byCollection(stored)) await runHooks(payload, collection, group)
  return refused
}

/** Has the search find what is stored; its entries are stored together with the articles. */
const index = async (payload: Payload, recorded: readonly RecordedChange[]): Promise<void> => {
  const articles = recorded.filter(({ change }) => change.collection === 'articles')
  if (articles.length === 0) return
  const entries = await entriesOfWritten(
    payload,
    articles.map(({ document: { versionAt }, change: { doc }, text }) => ({
      article: doc,
      ...(versionAt && { versionAt }),
      ...(text && { text }),
    })),
  )
  for (const { document, change } of articles) {
    const { id } = change.doc
    document.indexed = { article: id, entries: entries.get(id) ?? [] }
  }
}

const runHooks = async (
  payload: Payload,
  collection: CollectionSlug,
  group: readonly RecordedChange[],
): Promise<void> => {
  const { config } = payload.collections[collection]
  const [first] = group
  for (const hook of first?.afterChange ?? []) {
    const form = batchFormOf(hook)
    if (form && first) {
      const changes = group.map(({ change }) => change)
      await form.afterStored?.(changes, first.req)
      continue
    }
    for (const { change, req } of group) {
      req.payload = payload
      const { doc, previousDoc, operation } = change
      const { context } = req
      await hook({ collection: config, context, data: doc, doc, operation, previousDoc, req })
    }
  }
}

const byCollection = (
  recorded: readonly RecordedChange[],
): Map<CollectionSlug, RecordedChange[]> => {
  const groups = new Map<CollectionSlug, RecordedChange[]>()
  for (const one of recorded) {
    const { collection } = one.change
    const known = groups.get(collection)
    if (known) known.push(one)
    else groups.set(collection, [one])
  }
  return groups
}
