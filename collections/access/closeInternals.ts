import type { SanitizedConfig } from 'payload'
import { nameLockHolder } from './nameLockHolder'
import { policy } from './policy'

/**
 * Closes Payload's own collections to the API keys of frontends: by default every user may read and remove the locks
 * that editors hold. The configuration has no option for it, so it is done on the finished one.
 */
export const closeInternals = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (collection.slug === 'payload-locked-documents') {
      Object.assign(collection.access, policy.locks)
      collection.hooks.afterRead.push(nameLockHolder)
    }
  }
  return config
}
