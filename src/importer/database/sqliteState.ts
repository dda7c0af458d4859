import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { and, eq } from '@payloadcms/db-sqlite/drizzle'
import { tableNamed } from './sqliteTable'
import type { StoredArticle, StoredState } from './types'

/** Reads what the plan needs of all articles in three queries, without their bodies. */
export const readSqliteState = async (
  adapter: Pick<SQLiteAdapter, 'drizzle' | 'tables'>,
  archive: string,
): Promise<StoredState> => {
  const { drizzle } = adapter
  const articles = tableNamed(adapter, 'articles')
  const versions = tableNamed(adapter, '_articles_v')
  const texts = tableNamed(adapter, '_articles_v_texts')
  const ofArchive = and(eq(versions.latest, true), eq(versions.version_source_archive, archive))

  const published = await drizzle
    .select({ id: articles.id, locale: articles.locale, slug: articles.slug })
    .from(articles)
  const latest = await drizzle
    .select({ id: versions.parent, locale: versions.version_locale, slug: versions.version_slug })
    .from(versions)
    .where(eq(versions.latest, true))
  const rows = await drizzle
    .select({
      version: versions.id,
      id: versions.parent,
      slug: versions.version_slug,
      locale: versions.version_locale,
      path: versions.version_source_path,
      sha256: versions.version_source_sha256,
      address: versions.version_source_address,
      editedAt: versions.version_source_editedAt,
      deletedAt: versions.version_deletedAt,
      publishedAt: versions.version_publishedAt,
      missingPictures: versions.version_source_missingPictures,
    })
    .from(versions)
    .where(ofArchive)
  const aliasRows = await drizzle
    .select({ version: texts.parent, text: texts.text })
    .from(texts)
    .innerJoin(versions, eq(texts.parent, versions.id))
    .where(and(ofArchive, eq(texts.path, 'version.aliases')))
    .orderBy(texts.order)
  const aliases = new Map<string, string[]>()
  for (const { version, text } of aliasRows) {
    const known = aliases.get(version)
    if (known) known.push(text)
    else aliases.set(version, [text])
  }
  return {
    slugs: [...published, ...latest].filter(({ slug }) => typeof slug === 'string'),
    articles: rows.map(
      ({ version, sha256, address, editedAt, deletedAt, publishedAt, ...row }): StoredArticle => ({
        ...row,
        ...(sha256 && { sha256 }),
        ...(address && { address }),
        ...(publishedAt && { publishedAt }),
        aliases: aliases.get(version) ?? [],
        isEdited: Boolean(editedAt),
        isTrashed: Boolean(deletedAt),
      }),
    ),
  }
}
