import type { Payload } from 'payload'
import type { Parts } from './documents'
import { leanLoader } from './leanLoader'
import { createReaders } from './readers'
import { publicRequest, shapeOf, type LeanShape } from './shape'
import { sqliteOf } from './sqliteTables'

export type PartsMaker = {
  shape: (slug: string) => LeanShape | undefined
  /** What one answer is made with, by a request of nobody in particular. */
  make: (api: 'REST' | 'GraphQL') => Promise<Parts>
}

/** @returns undefined on a database without a lean path */
export const createPartsMaker = (payload: Payload): PartsMaker | undefined => {
  const adapter = sqliteOf(payload)
  if (!adapter) return undefined
  const shapes = new Map<string, LeanShape | undefined>()
  const shape = (slug: string): LeanShape | undefined => {
    if (!shapes.has(slug)) {
      const tables = { tables: adapter.tables, tableNames: adapter.tableNameMap }
      shapes.set(slug, shapeOf(payload, slug, tables))
    }
    return shapes.get(slug)
  }
  const readers = createReaders(adapter)
  return {
    shape,
    make: async (api) => {
      // Payload's loader keeps what it has loaded for as long as the request lives.
      const req = await publicRequest(payload, api)
      const parts = { payload, adapter, req, readers, shape }
      req.payloadDataLoader = leanLoader(parts)
      return parts
    },
  }
}
