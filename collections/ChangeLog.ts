import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'

/**
 * What was written lately, by which process: how the read caches of other processes learn of it (`src/changes`).
 * Entries are removed after some minutes. Nobody reads it through the API.
 */
export const ChangeLog: CollectionConfig = {
  slug: 'change-log',
  labels: {
    singular: { en: 'Change', zh: '变更' },
    plural: { en: 'Changes', zh: '变更' },
  },
  access: policy.changeLog,
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  timestamps: false,
  versions: false,
  fields: [
    /** Milliseconds since 1970, by the clock of the process that wrote. */
    { name: 'at', type: 'number', required: true, index: true },
    { name: 'process', type: 'text', required: true },
    { name: 'changes', type: 'json', required: true },
  ],
}
