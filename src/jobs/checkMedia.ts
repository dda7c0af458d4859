import type { Payload, TaskConfig } from 'payload'
import { openMediaFiles } from '../mediaFiles'

const KEY = 'galley-media-missing'
const PAGE = 500
/** At most this many ids are kept, for the link to the list. */
const KEPT = 100

export type MissingMedia = { count: number; ids: string[]; checkedAt: string }

/** Looks each night which files of the media library are not where they are kept, for the first page to say so. */
export const checkMedia: TaskConfig<{ input: object; output: object }> = {
  slug: 'checkMedia',
  label: 'Media check',
  inputSchema: [],
  schedule: [{ cron: '17 3 * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await lookForMissingMedia(payload)
    return { output: {} }
  },
}

/** Looks soon, in an installation where nobody has looked yet. */
export const queueFirstCheck = async (payload: Payload): Promise<void> => {
  if (!(await missingMedia(payload))) await payload.jobs.queue({ task: 'checkMedia', input: {} })
}

/** What the last look has found, if there was one. */
export const missingMedia = (payload: Payload): Promise<MissingMedia | null> =>
  payload.kv.get<MissingMedia>(KEY)

/** Looks now and keeps the result. */
export const lookForMissingMedia = async (payload: Payload): Promise<MissingMedia> => {
  const isStored = await openMediaFiles().lookUp()
  const ids: string[] = []
  let count = 0
  for (let page = 1; ; page += 1) {
    const { docs, hasNextPage } = await payload.db.find<{ id: string; filename?: string | null }>({
      collection: 'media',
      where: {},
      sort: 'id',
      limit: PAGE,
      page,
      select: { filename: true },
    })
    for (const { id, filename } of docs) {
      if (!filename || (await isStored(filename))) continue
      count += 1
      if (ids.length < KEPT) ids.push(id)
    }
    if (!hasNextPage) break
  }
  const found = { count, ids, checkedAt: new Date().toISOString() }
  await payload.kv.set(KEY, found)
  return found
}
