import type { MongooseAdapter } from '@payloadcms/db-mongodb'
import type { StoredArticle, StoredState } from './types'

/** Documents that one command brings. */
const PAGE = 10_000

const IDENTITY = { slug: 1, locale: 1 } as const

const NOTED = {
  parent: 1,
  updatedAt: 1,
  'version.slug': 1,
  'version.locale': 1,
  'version.aliases': 1,
  'version.deletedAt': 1,
  'version.publishedAt': 1,
  'version.source.path': 1,
  'version.source.archive': 1,
  'version.source.sha256': 1,
  'version.source.address': 1,
  'version.source.editedAt': 1,
  'version.source.missingPictures': 1,
} as const

/**
 * Reads what the plan needs of all articles, without their bodies.
 * @returns with it the articles of which more than one version calls itself the latest; the newest one is
 */
export const readMongoState = async (
  { connection, collections, versions: models }: MongooseAdapter,
  archive: string,
): Promise<StoredState & { outdated: string[] }> => {
  const native = (model: MongooseAdapter['collections'][string] | undefined) => {
    if (!model) throw new Error('the database has no collection of articles')
    return connection.collection(model.collection.collectionName)
  }
  const articles = native(collections.articles)
  const versions = native(models.articles)
  const slugs: StoredState['slugs'] = []
  for await (const { _id, slug, locale } of articles.find(
    {},
    { projection: IDENTITY, batchSize: PAGE },
  )) {
    if (typeof slug === 'string') slugs.push({ id: String(_id), slug, locale: String(locale) })
  }
  const latest: StoredArticle[] = []
  const seen = new Set<string>()
  const outdated = new Set<string>()
  const cursor = versions.find(
    { latest: true },
    { projection: NOTED, batchSize: PAGE, sort: { updatedAt: -1 } },
  )
  for await (const { parent, version } of cursor) {
    const id = String(parent)
    if (seen.has(id)) {
      outdated.add(id)
      continue
    }
    seen.add(id)
    if (typeof version?.slug === 'string') {
      slugs.push({ id, slug: version.slug, locale: String(version.locale) })
    }
    if (version?.source?.archive !== archive || typeof version.source.path !== 'string') continue
    latest.push(storedArticle(id, version))
  }
  return { slugs, articles: latest, outdated: [...outdated] }
}

type VersionOfArticle = {
  slug?: unknown
  locale?: unknown
  aliases?: unknown
  deletedAt?: unknown
  publishedAt?: unknown
  source: {
    path: string
    sha256?: unknown
    address?: unknown
    editedAt?: unknown
    missingPictures?: unknown
  }
}

const storedArticle = (
  id: string,
  { slug, locale, aliases, deletedAt, publishedAt, source }: VersionOfArticle,
): StoredArticle => ({
  id,
  slug: String(slug ?? ''),
  locale: String(locale),
  path: source.path,
  ...(typeof source.sha256 === 'string' && { sha256: source.sha256 }),
  ...(typeof source.address === 'string' && { address: source.address }),
  ...(publishedAt instanceof Date && { publishedAt: publishedAt.toISOString() }),
  aliases: Array.isArray(aliases) ? aliases.map(String) : [],
  isEdited: Boolean(source.editedAt),
  isTrashed: Boolean(deletedAt),
  missingPictures: source.missingPictures,
})
