import type { Payload, TaskConfig } from 'payload'
import { wholeNumberFrom } from '../environment'

const DAY_MS = 86_400_000
const DEFAULT_DAYS = 365

/** Removes, each night, activity that is older than `ACTIVITY_DAYS`. */
export const purgeActivity: TaskConfig<{ input: object; output: object }> = {
  slug: 'purgeActivity',
  label: 'Old activity',
  inputSchema: [],
  schedule: [{ cron: '41 3 * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await removeOldActivity(payload)
    return { output: {} }
  },
}

/** @throws Error `setting-invalid` when ACTIVITY_DAYS is no number of days */
export const removeOldActivity = async (payload: Payload, now = Date.now()): Promise<void> => {
  const days = wholeNumberFrom(process.env, 'ACTIVITY_DAYS', {
    fallback: DEFAULT_DAYS,
    maximum: 100_000,
  })
  if (days === 0) return
  const before = new Date(now - days * DAY_MS).toISOString()
  await payload.db.deleteMany({
    collection: 'activity',
    where: { createdAt: { less_than: before } },
  })
}
