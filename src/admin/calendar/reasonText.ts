import type { Say } from '../../strings'
import type { ScheduleEntry } from '../dashboard/readSchedule'

/** Why an entry has not happened, as a sentence. */
export const reasonText = (
  { reason, error }: Pick<ScheduleEntry, 'reason' | 'error'>,
  say: Say,
): string => {
  if (reason === 'failed') return say('desk:reasonFailed', { reason: error ?? '' })
  return say(reason === 'running' ? 'desk:reasonRunning' : 'desk:reasonNotRun')
}
