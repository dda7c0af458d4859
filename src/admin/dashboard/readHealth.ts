import type { PayloadRequest } from 'payload'
import { hasMail } from '../../../collections/workflow/notify'
import { missingMedia, type MissingMedia } from '../../jobs/checkMedia'
import { lastPulse } from '../../jobs/pulse'

/** The runner looks for work each minute; this is two looks missed. */
const SILENT_MS = 3 * 60_000

export type Health = {
  jobs: 'good' | 'never' | 'stopped'
  jobsRanAt: string | null
  media: MissingMedia | null
  hasMail: boolean
}

/** What an editor should know about the machine. */
export const readHealth = async ({
  req: { payload },
  now,
}: {
  req: PayloadRequest
  now: Date
}): Promise<Health> => {
  const [jobsRanAt, media] = await Promise.all([lastPulse(payload), missingMedia(payload)])
  return { jobs: jobsState(jobsRanAt, now), jobsRanAt, media, hasMail: hasMail() }
}

const jobsState = (ranAt: string | null, now: Date): Health['jobs'] => {
  if (!ranAt) return 'never'
  return now.getTime() - Date.parse(ranAt) > SILENT_MS ? 'stopped' : 'good'
}
