import type { Field, FieldAccess } from 'payload'
import { systemField } from '../access/policy'

const secret: { read: FieldAccess; create: FieldAccess; update: FieldAccess } = {
  read: systemField,
  create: systemField,
  update: systemField,
}

/**
 * What the software keeps for logins and shows to nobody: the second factor (its secret encrypted, recovery codes as
 * digests) and where each session came from.
 */
export const securityFields: Field[] = [
  {
    name: 'twoFactor',
    type: 'group',
    admin: { hidden: true },
    access: secret,
    fields: [
      { name: 'secret', type: 'text', hidden: true, access: secret },
      { name: 'confirmedAt', type: 'date', hidden: true, access: secret },
      // The time step of the last code that was taken: no code is taken twice.
      { name: 'lastStep', type: 'number', hidden: true, access: secret },
      { name: 'recoveryCodes', type: 'json', hidden: true, access: secret },
      { name: 'failures', type: 'json', hidden: true, access: secret },
    ],
  },
  { name: 'sessionOrigins', type: 'json', hidden: true, access: secret, admin: { hidden: true } },
]
