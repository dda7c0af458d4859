import type { CollectionAfterReadHook } from 'payload'

/**
 * Says who holds a lock by the name: Payload's dialogs show the address of that user, which colleagues don't get with a
 * user, and else the id.
 */
export const nameLockHolder: CollectionAfterReadHook = ({ doc }) => {
  const user: unknown = doc?.user?.value
  if (!isNamed(user)) return doc
  return { ...doc, user: { ...doc.user, value: { ...user, email: user.name } } }
}

const isNamed = (user: unknown): user is { name: string } =>
  typeof user === 'object' &&
  user !== null &&
  'name' in user &&
  typeof user.name === 'string' &&
  user.name !== ''
