import { sql } from '@payloadcms/db-sqlite/drizzle'
import type { Payload } from 'payload'
import { isMongodb, isSqlite } from '../databaseKind'

/**
 * How many articles, the trash aside, each category has together with those below it; an article in two of them counts once.
 * @throws Error `database-unknown`
 */
export const countSections = async ({ db }: Payload): Promise<Map<string, number>> => {
  if (isSqlite(db)) {
    const rows: unknown = await db.drizzle.all(sql`
      SELECT b.doc_id AS section, count(DISTINCT r.parent_id) AS count FROM articles_rels r
        JOIN articles a ON a.id = r.parent_id
        JOIN categories_breadcrumbs b ON b._parent_id = r.categories_id
        WHERE r.path = 'categories' AND a.deleted_at IS NULL GROUP BY b.doc_id`)
    return new Map(
      (Array.isArray(rows) ? rows : []).map(({ section, count }) => [
        String(section),
        Number(count),
      ]),
    )
  }
  if (!isMongodb(db)) throw new Error(`database-unknown: sections can't be counted in ${db.name}.`)
  // Servers that only speak MongoDB's protocol don't group.
  const [categories, articles] = await Promise.all([
    db.collections.categories?.find({}, { 'breadcrumbs.doc': 1 }).lean(),
    db.collections.articles?.find({ deletedAt: null }, { categories: 1 }).lean(),
  ])
  const above = new Map(
    (categories ?? []).map(({ _id, breadcrumbs }) => [String(_id), docsOf(breadcrumbs)]),
  )
  const counts = new Map<string, number>()
  for (const { categories: own } of articles ?? []) {
    const sections = new Set(
      [own ?? []].flat().flatMap((id: unknown) => above.get(String(id)) ?? []),
    )
    for (const section of sections) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  return counts
}

const docsOf = (breadcrumbs: unknown): string[] =>
  (Array.isArray(breadcrumbs) ? breadcrumbs : []).map(({ doc }) => String(doc))
