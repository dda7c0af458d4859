import type { RelationshipField } from 'payload'
import { staffField, systemField } from '../access/policy'
import { personOf } from '../access/roles'

/** The user who made the document: decides what contributors and authors may change. Set once, by the server. */
export const createdByField: RelationshipField = {
  name: 'createdBy',
  type: 'relationship',
  relationTo: 'users',
  label: { en: 'Created by', zh: '创建者' },
  index: true,
  maxDepth: 0,
  access: { read: staffField, create: systemField, update: systemField },
  admin: { position: 'sidebar', readOnly: true },
  hooks: {
    beforeChange: [
      ({ operation, req, value }) =>
        operation === 'create' ? (value ?? personOf(req)?.id) : value,
    ],
  },
}
