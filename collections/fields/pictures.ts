import type { RelationshipField } from 'payload'
import { staffField, systemField } from '../access/policy'

/** The files that an article's text uses; `hooks/notePictures.ts` notes them. Not on the form, but a filter of the list. */
export const picturesField: RelationshipField = {
  name: 'pictures',
  type: 'relationship',
  relationTo: 'media',
  hasMany: true,
  index: true,
  maxDepth: 0,
  label: { en: 'Files in the text', zh: '正文中的文件' },
  access: { read: staffField, create: systemField, update: systemField },
  admin: { condition: () => false, disableBulkEdit: true, disableListColumn: true },
}
