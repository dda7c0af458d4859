import type { TaskConfig } from 'payload'
import { removeOldArchives } from '../importRuns/purge'

/** Removes, each night, the files of archives that were dropped in the panel a week ago. */
export const purgeImports: TaskConfig<{ input: object; output: object }> = {
  slug: 'purgeImports',
  label: 'Old archives',
  inputSchema: [],
  schedule: [{ cron: '17 3 * * *', queue: 'default' }],
  handler: async ({ req: { payload } }) => {
    await removeOldArchives(payload)
    return { output: {} }
  },
}
