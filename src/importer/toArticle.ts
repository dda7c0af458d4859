import type { RequiredDataFromCollectionSlug } from 'payload'
import type { ArticleDraft, JsonObject, PictureDraft } from '../frontmatter'
import { openArticlePictures, resolveReferences } from './articlePictures'
import type { CompiledBody } from './compile'
import type { LinkIndex } from './links'
import type { MediaStore } from './mediaStore'
import type { ImportOptions } from './options'
import type { PlannedFile } from './plan'
import type { FileProblem } from './report'
import type { Terms } from './terms'

/** What `payload.create` takes for an article. */
export type ArticleData = RequiredDataFromCollectionSlug<'articles'>

/** Everything outside the file that an article refers to. */
export type Surroundings = {
  archiveName: string
  links: LinkIndex
  media: MediaStore
  terms: Terms
  options: ImportOptions
}

/** Resolves what an article refers to (links, pictures, terms) and gives the data to store. */
export const toArticle = async ({
  planned,
  compiled,
  surroundings,
  problems,
}: {
  planned: PlannedFile
  compiled: CompiledBody
  surroundings: Surroundings
  problems: FileProblem[]
}): Promise<ArticleData> => {
  const { surveyed, id, slug, locale } = planned
  const { draft, file, sha256, archive } = surveyed
  const { archiveName, options, terms, media, links } = surroundings
  const pictures = openArticlePictures({ media, from: surveyed, problems })
  const cover = await coverOf(draft.cover ?? draft.thumbnail)
  const metaImage = await coverOf(draft.meta.image ? { url: draft.meta.image } : undefined)
  const content = await resolveReferences({
    document: compiled.document,
    from: surveyed,
    links,
    pictures,
    problems,
  })
  const missing = pictures.missing()
  const now = new Date().toISOString()
  const status = options.status === 'keep' ? draft.status : options.status
  return {
    id,
    title: draft.title,
    slug,
    locale,
    _status: status,
    stage: status === 'published' ? 'approved' : 'draft',
    publishedAt: draft.publishedAt ?? null,
    expiresAt: draft.expiresAt ?? null,
    excerpt: draft.excerpt ?? compiled.excerpt ?? null,
    content: content,
    cover: cover.media ?? null,
    coverUrl: cover.url ?? null,
    authors: await each(draft.authors, (author) =>
      terms.author(author, (url) => storeAvatar({ url, alt: author.name })),
    ),
    categories: await each(draft.categories, terms.category),
    tags: await each(draft.tags, terms.tag),
    commentsEnabled: draft.commentsEnabled,
    meta: {
      title: draft.meta.title ?? null,
      description: draft.meta.description ?? null,
      image: metaImage.media ?? null,
    },
    aliases: draft.aliases,
    source: {
      path: file.path,
      archive: archiveName,
      sha256,
      dialect: archive.dialect,
      address: draft.address ?? null,
      frontMatter: withoutField(draft, metaImage.url),
      missingPictures: missing.length > 0 ? missing : null,
      importedAt: now,
      updatedAt: draft.updatedAt ?? null,
      editedAt: null,
    },
  }

  async function coverOf(
    picture: PictureDraft | undefined,
  ): Promise<{ media?: string; url?: string }> {
    if (!picture) return {}
    const file = await pictures.store(picture)
    return file ? { media: file.id } : { url: picture.url }
  }

  /** The picture of an author belongs to the author, not to the articles that name them. */
  async function storeAvatar({ url, alt }: { url: string; alt: string }) {
    const outcome = await media.store({ url, alt, from: surveyed })
    if (outcome.kind === 'failed') problems.push(outcome.problem)
    return outcome.kind === 'stored' ? outcome.file.id : undefined
  }
}

/** What the draft says and no field of an article holds; beside what the dialect left over. */
const withoutField = (
  { rest, cover, thumbnail, isHidden }: ArticleDraft,
  metaImageUrl: string | undefined,
): JsonObject => ({
  ...rest,
  ...(thumbnail && { thumbnail: { ...thumbnail } }),
  ...(cover && Object.keys(cover).length > 1 && { cover: { ...cover } }),
  ...(metaImageUrl !== undefined && { metaImage: metaImageUrl }),
  ...(isHidden && { isHidden }),
})

const each = async <Value>(
  values: readonly Value[],
  find: (value: Value) => Promise<string | undefined>,
): Promise<string[]> => {
  const ids = new Set<string>()
  for (const value of values) {
    const id = await find(value)
    if (id) ids.add(id)
  }
  return [...ids]
}
