import type { CollectionBeforeChangeHook } from 'payload'

/**
 * Notes on an imported article that someone changed it since, so that a later import reports a conflict and doesn't
 * overwrite it. The importer's own saves carry `context.isImport`.
 */
export const markEdited: CollectionBeforeChangeHook = ({
  context,
  data,
  operation,
  originalDoc,
}) => {
  if (operation !== 'update' || context.isImport || !originalDoc?.source?.path) return data
  return {
    ...data,
    source: { ...originalDoc.source, ...data.source, editedAt: new Date().toISOString() },
  }
}
