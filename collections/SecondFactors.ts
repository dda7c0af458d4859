import type { CollectionConfig } from 'payload'
import { policy } from './access/policy'

/**
 * The second factor of those who have set one up: its secret encrypted, recovery codes as digests. A collection of its own,
 * since a login writes the whole user back and would undo what is counted meanwhile. Nobody reads it through the API.
 */
export const SecondFactors: CollectionConfig = {
  slug: 'second-factors',
  labels: {
    singular: { en: 'Second factor', zh: '两步验证' },
    plural: { en: 'Second factors', zh: '两步验证' },
  },
  access: policy.secondFactors,
  admin: { hidden: true },
  graphQL: false,
  lockDocuments: false,
  versions: false,
  fields: [
    { name: 'user', type: 'text', required: true, unique: true },
    { name: 'secret', type: 'text', required: true },
    /** Unset until the first code was given: only then is it asked for. */
    { name: 'confirmedAt', type: 'date' },
    /** The time step of the last code that was taken: no code is taken twice. */
    { name: 'lastStep', type: 'number', required: true, defaultValue: 0 },
    { name: 'recoveryCodes', type: 'json' },
    { name: 'failures', type: 'number', required: true, defaultValue: 0 },
    { name: 'lockedUntil', type: 'date' },
    /** Each change raises it: of two that read the same, one alone may write. */
    { name: 'revision', type: 'number', required: true, defaultValue: 0 },
  ],
}
