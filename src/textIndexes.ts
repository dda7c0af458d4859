import type { SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'

/**
 * Lists of texts, such as the old addresses of articles, by what they belong to. Payload indexes them by their place in
 * the list alone, so that each article that is read looked through those of all.
 */
export const indexTexts: SQLiteSchemaHook = ({ extendTable, schema }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    if (!name.endsWith('_texts')) continue
    extendTable({
      table,
      extraConfig: (columns) => ({ parent: index(`${name}_parent`).on(columns.parent) }),
    })
  }
  return schema
}
