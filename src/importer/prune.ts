import type { Payload, TypedUser } from 'payload'
import type { BulkDatabase } from './database'
import { recordUpdate, type RecordedChange } from './documents'
import { readLatestVersions } from './latestVersions'
import type { Plan } from './plan'
import { storeRecorded } from './storeRecorded'

const ARTICLES_IN_A_BATCH = 100

/** Moves the articles whose file is gone to the trash. */
export const trashGone = async ({
  payload,
  database,
  user,
  run,
  gone,
}: {
  payload: Payload
  database: BulkDatabase
  user?: TypedUser
  run?: string
  gone: Plan['gone']
}): Promise<void> => {
  for (let start = 0; start < gone.length; start += ARTICLES_IN_A_BATCH) {
    const batch = gone.slice(start, start + ARTICLES_IN_A_BATCH)
    const latest = await readLatestVersions(
      payload,
      batch.map(({ id }) => id),
    )
    const recorded: RecordedChange[] = []
    for (const { id, path } of batch) {
      const document = database.record({ path, latest: latest.get(id) })
      const data = { deletedAt: new Date().toISOString(), source: { run: run ?? null } }
      recorded.push(
        await recordUpdate({ payload, user, document, collection: 'articles', id, data }),
      )
    }
    await storeRecorded(payload, database, recorded)
  }
}
