import { workerData } from 'piscina'
import { openJobs } from './jobs'

/** The code of a worker thread: `survey` and `compile` by name. */
export const { survey, compile } = openJobs(workerData)
