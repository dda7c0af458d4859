// The code of a worker thread: `survey` and `compile` by name. Plain JavaScript, because a thread doesn't inherit the
// loader of TypeScript that its process was started with.
import { workerData } from 'piscina'
import { register } from 'tsx/esm/api'

register()
const { openJobs } = await import('./jobs.ts')

export const { survey, compile } = openJobs(workerData)
