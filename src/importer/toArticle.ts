import type { RequiredDataFromCollectionSlug } from 'payload'
import type { ArticleDraft, JsonObject, PictureDraft } from '../frontmatter'
import { openArticlePictures, sourcePageOf } from './articlePictures'
import type { LinkIndex } from './links'
import type { MediaStore } from './mediaStore'
import type { ImportOptions } from './options'
import type { PlannedFile } from './plan'
import type { FileProblem } from './report'
import { resolveReferences } from './resolveReferences'
import type { SealedText } from './sealedText'
import type { Terms } from './terms'

/** What `payload.create` takes for an article, but for its text. */
export type ArticleData = Omit<RequiredDataFromCollectionSlug<'articles'>, 'content'>

/** Everything outside the file that an article refers to. */
export type Surroundings = {
  archiveName: string
  /** Id of the run in `imports`, noted on each article that it writes. */
  run?: string
  links: LinkIndex
  media: MediaStore
  terms: Terms
  options: ImportOptions
}

/** Resolves what an article refers to (links, pictures, terms) and gives the data to store. */
export const toArticle = async ({
  planned,
  draft,
  text,
  excerpt,
  surroundings,
  problems,
}: {
  planned: PlannedFile
  draft: ArticleDraft
  text: SealedText
  /** Of the text, for an article that has none of its own. */
  excerpt?: string
  surroundings: Surroundings
  problems: FileProblem[]
}): Promise<{ data: ArticleData; text: SealedText }> => {
  const { surveyed, id, slug, locale } = planned
  const { file, sha256, archive } = surveyed
  const { archiveName, run, options, terms, media, links } = surroundings
  const pictures = openArticlePictures({
    media,
    from: surveyed,
    page: sourcePageOf(draft),
    problems,
  })
  const cover = await coverOf(draft.cover ?? draft.thumbnail)
  const metaImage = await coverOf(draft.meta.image ? { url: draft.meta.image } : undefined)
  const resolved = await resolveReferences({
    text,
    from: surveyed,
    links,
    pictures,
    problems,
  })
  const missing = pictures.missing()
  const now = new Date().toISOString()
  const status = options.status === 'keep' ? draft.status : options.status
  const data: ArticleData = {
    id,
    title: draft.title,
    slug,
    locale,
    _status: status,
    stage: status === 'published' ? 'approved' : 'draft',
    publishedAt: draft.publishedAt ?? null,
    expiresAt: draft.expiresAt ?? null,
    excerpt: draft.excerpt ?? excerpt ?? null,
    cover: cover.media ?? null,
    coverUrl: cover.url ?? null,
    authors: idsOf(draft.authors, terms.author),
    categories: idsOf(draft.categories, terms.category),
    tags: idsOf(draft.tags, terms.tag),
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
      run: run ?? null,
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
  return { data, text: resolved }

  async function coverOf(
    picture: PictureDraft | undefined,
  ): Promise<{ media?: string; url?: string }> {
    if (!picture) return {}
    const file = await pictures.store(picture)
    return file ? { media: file.id } : { url: picture.url }
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

const idsOf = <Value>(
  values: readonly Value[],
  find: (value: Value) => string | undefined,
): string[] => {
  const ids = new Set<string>()
  for (const value of values) {
    const id = find(value)
    if (id) ids.add(id)
  }
  return [...ids]
}
