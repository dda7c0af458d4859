import { sql, type MigrateDownArgs, type MigrateUpArgs } from '@payloadcms/db-sqlite'

/**
 * Tables of the search index, beside those that are made from the collections: Payload knows nothing of virtual tables.
 * They run as Payload's own migrations do, after them.
 */
export const searchMigrations = [
  {
    name: 'search_index_1',
    up: async ({ db }: MigrateUpArgs): Promise<void> => {
      await db.run(sql`CREATE TABLE IF NOT EXISTS search_entries (
        id INTEGER PRIMARY KEY, article TEXT NOT NULL, scope TEXT NOT NULL, stamp TEXT NOT NULL,
        published_at TEXT, expires_at TEXT, created_by TEXT)`)
      // Apart, so that the rows that a search goes through stay small.
      await db.run(sql`CREATE TABLE IF NOT EXISTS search_texts (
        id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT NOT NULL)`)
      await db.run(
        sql`CREATE INDEX IF NOT EXISTS search_entries_article ON search_entries (article)`,
      )
      // Terms come ready made (tokens.ts): the tokenizer only splits them at spaces, and `ascii` does it soonest, because all
      // that is not ASCII is a part of a term to it. The text is not stored twice.
      await db.run(sql`CREATE VIRTUAL TABLE IF NOT EXISTS search_terms USING fts5(
        title, names, excerpt, body, facets, content='', contentless_delete=1,
        tokenize='ascii')`)
    },
    down: async ({ db }: MigrateDownArgs): Promise<void> => {
      await db.run(sql`DROP TABLE IF EXISTS search_terms`)
      await db.run(sql`DROP TABLE IF EXISTS search_texts`)
      await db.run(sql`DROP TABLE IF EXISTS search_entries`)
    },
  },
]
