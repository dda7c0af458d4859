import type { Payload } from 'payload'

const KEY = 'galley-jobs-ran-at'

/** Notes that the runner of jobs is alive; it calls this each minute, before it looks for work. */
export const notePulse = async (payload: Payload): Promise<void> => {
  await payload.kv.set(KEY, new Date().toISOString())
}

/** When the runner of any instance was last alive. */
export const lastPulse = (payload: Payload): Promise<string | null> => payload.kv.get<string>(KEY)
