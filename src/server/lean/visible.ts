import { combineQueries, type Where } from 'payload'
import type { Parts } from './documents'
import type { LeanShape } from './shape'

/**
 * A condition with what the public may read of the collection.
 * @returns undefined where the public reads nothing of it
 */
export const visible = async (
  { req }: Pick<Parts, 'req'>,
  { config }: LeanShape,
  asked: Where | undefined,
): Promise<Where | undefined> => {
  const access = await config.access.read({ req })
  if (access === false) return undefined
  const combined = combineQueries(asked ?? {}, access)
  return config.trash ? { and: [combined, { deletedAt: { exists: false } }] } : combined
}
