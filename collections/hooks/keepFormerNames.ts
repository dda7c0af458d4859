import type { CollectionBeforeChangeHook } from 'payload'
import { fileNamesOf } from '../../src/media/fileNames'

/** Notes the names that the files of a document had before it got others, so that their addresses lead on. */
export const keepFormerNames: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  if (operation !== 'update' || !originalDoc) return data
  const now = fileNamesOf({ ...originalDoc, ...data })
  const gone = fileNamesOf(originalDoc).filter((name) => !now.includes(name))
  if (gone.length === 0) return data
  const known: unknown[] = Array.isArray(originalDoc.formerNames) ? originalDoc.formerNames : []
  const formerNames = [...new Set([...known, ...gone])].filter(
    (name) => !now.includes(String(name)),
  )
  return { ...data, formerNames }
}
