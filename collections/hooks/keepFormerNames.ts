import type { CollectionBeforeChangeHook } from 'payload'
import { isRecord, stringOf } from '../../src/richtext/readNode'

/** Notes the names that the files of a document had before it got others, so that their addresses lead on. */
export const keepFormerNames: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  if (operation !== 'update' || !originalDoc) return data
  const now = namesOf({ ...originalDoc, ...data })
  const gone = namesOf(originalDoc).filter((name) => !now.includes(name))
  if (gone.length === 0) return data
  const known: unknown[] = Array.isArray(originalDoc.formerNames) ? originalDoc.formerNames : []
  const formerNames = [...new Set([...known, ...gone])].filter(
    (name) => !now.includes(String(name)),
  )
  return { ...data, formerNames }
}

const namesOf = ({ filename, sizes }: Record<string, unknown>): string[] =>
  [filename, ...Object.values(isRecord(sizes) ? sizes : {}).map(nameOf)]
    .map(stringOf)
    .filter(Boolean)

const nameOf = (size: unknown): unknown => (isRecord(size) ? size.filename : undefined)
