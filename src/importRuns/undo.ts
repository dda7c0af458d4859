import type { JsonObject, Payload, TypedUser } from 'payload'
import { openBulkDatabase, type LatestVersion } from '../importer/database'
import { recordUpdate, type RecordedChange } from '../importer/documents'
import { readLatestVersions } from '../importer/latestVersions'
import { storeRecorded } from '../importer/storeRecorded'
import { isRecord } from '../richtext/readNode'
import type { ShownProgress } from './runProgress'

/** What undoing a run came to. */
export type Undone = {
  /** Articles that the run had made: in the trash now. */
  trashed: number
  /** Articles that it had changed: as they were before. */
  restored: number
  /** Articles that were left, with the reason: changed by an editor, or refused by the database. */
  kept: { id: string; title: string; reason: 'edited' | 'refused' }[]
  keptCount: number
}

const ARTICLES_IN_A_BATCH = 100
const SHOWN_KEPT = 200

type Step = Pick<ShownProgress, 'stage' | 'done' | 'total'> & { problems: Map<string, number> }

/**
 * Takes back what a run has done to articles: those that it made go to the trash, those that it changed or put into the
 * trash go back to the version before. What an editor has changed since is left alone and told. Done twice, it changes
 * nothing the second time.
 */
export const undoRun = async ({
  payload,
  run,
  user,
  onProgress,
}: {
  payload: Payload
  run: string
  user?: TypedUser
  onProgress: (step: Step) => void
}): Promise<Undone> => {
  const database = openBulkDatabase(payload)
  const undone: Undone = { trashed: 0, restored: 0, kept: [], keptCount: 0 }
  const ids = await articlesOf(payload, run)
  for (let start = 0; start < ids.length; start += ARTICLES_IN_A_BATCH) {
    const batch = ids.slice(start, start + ARTICLES_IN_A_BATCH)
    const latest = await readLatestVersions(payload, batch)
    const before = await versionsBefore(payload, batch, run)
    const recorded: (RecordedChange & { isRestored: boolean; title: string })[] = []
    for (const id of batch) {
      const now = latest.get(id)
      const written = now && versionOf(now)
      if (!now || !written || written.source.run !== run) continue
      const isMade = !before.has(id)
      if (isMade && written.deletedAt && !written.source.editedAt) continue
      if (written.source.editedAt) {
        keep({ id, title: written.title, reason: 'edited' })
        continue
      }
      const document = database.record({ path: written.source.path, latest: now })
      const data = before.get(id) ?? { deletedAt: new Date().toISOString() }
      const target = { payload, user, document, collection: 'articles' as const, id, data }
      recorded.push({
        ...(await recordUpdate(target)),
        isRestored: before.has(id),
        title: written.title,
      })
    }
    const refused = await storeRecorded(payload, database, recorded)
    for (const { document, change, isRestored, title } of recorded) {
      if (refused.has(document)) keep({ id: change.doc.id, title, reason: 'refused' })
      else if (isRestored) undone.restored += 1
      else undone.trashed += 1
    }
    const done = Math.min(ids.length, start + ARTICLES_IN_A_BATCH)
    onProgress({ stage: 'undo', done, total: ids.length, problems: new Map() })
  }
  return undone

  function keep(one: Undone['kept'][number]): void {
    undone.keptCount += 1
    if (undone.kept.length < SHOWN_KEPT) undone.kept.push(one)
  }
}

/** Articles whose latest version the run has written, or an editor on top of it. */
const articlesOf = async (payload: Payload, run: string): Promise<string[]> => {
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: { and: [{ 'version.source.run': { equals: run } }, { latest: { equals: true } }] },
    select: { parent: true },
    limit: 0,
    pagination: false,
    req: {},
  })
  return docs.map(({ parent }) => String(parent)).sort()
}

/** By article, the newest version that was there before the run; nothing for an article that the run has made. */
const versionsBefore = async (
  payload: Payload,
  ids: readonly string[],
  run: string,
): Promise<Map<string, JsonObject>> => {
  const { docs } = await payload.db.findVersions({
    collection: 'articles',
    where: {
      and: [
        { parent: { in: [...ids] } },
        {
          or: [
            { 'version.source.run': { not_equals: run } },
            { 'version.source.run': { exists: false } },
          ],
        },
      ],
    },
    sort: 'updatedAt',
    limit: 0,
    pagination: false,
    req: {},
  })
  const before = new Map<string, JsonObject>()
  for (const { parent, version } of docs) before.set(String(parent), contentOf(version))
  return before
}

/** A version's data as an update takes it: what it leaves out is emptied. */
const contentOf = (version: object): JsonObject => {
  const {
    id: _id,
    createdAt: _created,
    updatedAt: _updated,
    ...content
  }: JsonObject = { ...version }
  return { ...content, deletedAt: content.deletedAt ?? null }
}

const versionOf = ({ version }: LatestVersion) => {
  const source = 'source' in version && isRecord(version.source) ? version.source : {}
  return {
    title: 'title' in version ? String(version.title) : '',
    deletedAt: 'deletedAt' in version ? version.deletedAt : undefined,
    source: { run: source.run, editedAt: source.editedAt, path: String(source.path ?? '') },
  }
}
