import { sql } from '@payloadcms/db-sqlite'
import type { Payload } from 'payload'
import { indexAll } from './indexAll'
import { makeTemplate } from './people'

type Rows = { rows: Record<string, unknown>[] }
type Runner = { run: (query: ReturnType<typeof sql.raw>) => Promise<Rows> }

/**
 * Copies the rows of a template in the database itself: 50,000 articles by Payload would take minutes. One in a hundred is in
 * review, one in fifty a draft, the others are published over twenty years.
 */
export const fillSqlite = async (payload: Payload, articles: number): Promise<void> => {
  const template = await makeTemplate(payload)
  const runner = runnerOf(payload)
  const run = (query: string): Promise<Rows> => runner.run(sql.raw(query))
  const series = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${articles})`
  const copy = async (
    table: string,
    replaced: Record<string, string>,
    where: string,
    isWithoutId = false,
  ) => {
    const { rows } = await run(`SELECT name FROM pragma_table_info('${table}')`)
    const columns = rows
      .map(({ name }) => String(name))
      .filter((name) => !(isWithoutId && name === 'id'))
    const values = columns.map((name) => replaced[name] ?? `t."${name}"`)
    await run(
      `${series} INSERT INTO "${table}" (${columns.map((name) => `"${name}"`).join()}) SELECT ${values.join()} FROM "${table}" t, n WHERE ${where}`,
    )
  }
  const id = "'article-' || i"
  const stage =
    "CASE WHEN i % 100 = 0 THEN 'in-review' WHEN i % 50 = 1 THEN 'draft' ELSE 'approved' END"
  const status = "CASE WHEN i % 100 = 0 OR i % 50 = 1 THEN 'draft' ELSE 'published' END"
  const date = "strftime('%Y-%m-%dT%H:%M:%fZ', '2005-01-01', '+' || (i * 3 % 175000) || ' hours')"
  const fields = {
    title: "'Article number ' || i",
    slug: "'article-number-' || i",
    stage,
    _status: status,
    published_at: date,
    updated_at: date,
    created_at: date,
  }
  const versionFields = Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [`version_${name}`, value]),
  )
  await copy('articles', { ...fields, id }, `t.id = '${template}'`)
  await copy(
    '_articles_v',
    { ...versionFields, id: "'version-' || i", parent_id: id, updated_at: date, created_at: date },
    `t.parent_id = '${template}'`,
  )
  await copy('articles_rels', { parent_id: id }, `t.parent_id = '${template}'`, true)
  const { rows } = await run(`SELECT id FROM _articles_v WHERE parent_id = '${template}'`)
  const version = String(rows[0]?.id)
  await copy(
    '_articles_v_rels',
    { parent_id: "'version-' || i" },
    `t.parent_id = '${version}'`,
    true,
  )
  await indexAll(
    payload,
    Array.from({ length: articles }, (_, i) => ({ id: `article-${i + 1}`, number: i + 1 })),
  )
}

const runnerOf = ({ db }: Payload): Runner => {
  if ('drizzle' in db && isRunner(db.drizzle)) return db.drizzle
  throw new Error('bench-database: this part needs SQLite.')
}

const isRunner = (value: unknown): value is Runner =>
  typeof value === 'object' && value !== null && 'run' in value
