import type { DefaultServerCellComponentProps } from 'payload'
import { namesOf } from './namesOf'

/** The names of the authors, categories or tags that a row points to. */
export const NamesCell = async ({ cellData, field, payload }: DefaultServerCellComponentProps) => {
  const collection = 'relationTo' in field ? field.relationTo : undefined
  if (typeof collection !== 'string' || !Array.isArray(cellData)) return null
  const names = await namesOf(payload, collection).loadMany(cellData.map(idOf))
  return names.filter((name) => typeof name === 'string').join(', ')
}

const idOf = (value: unknown): string =>
  typeof value === 'object' && value !== null && 'id' in value ? String(value.id) : String(value)
