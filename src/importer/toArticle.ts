import type { RequiredDataFromCollectionSlug } from 'payload'
import { collectReferences, mapReferences } from '../richtext/references'
import type { ArticleDraft, JsonObject, PictureDraft } from '../frontmatter'
import type { CompiledBody } from './compile'
import { resolveLink, type LinkIndex } from './links'
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
  const { archiveName, options, terms } = surroundings
  const cover = await coverOf(draft.cover ?? draft.thumbnail)
  const metaImage = await coverOf(draft.meta.image ? { url: draft.meta.image } : undefined)
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
    content: await contentOf(),
    cover: cover.media ?? null,
    coverUrl: cover.url ?? null,
    authors: await each(draft.authors, (author) =>
      terms.author(author, (url) => store({ url, alt: author.name })),
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
      importedAt: now,
      updatedAt: draft.updatedAt ?? null,
      editedAt: null,
    },
  }

  async function contentOf() {
    const { pictures } = collectReferences(compiled.document)
    const stored = new Map<string, string | undefined>()
    for (const { url, alt } of pictures) {
      if (!stored.has(url)) stored.set(url, await store({ url, alt }))
    }
    const document = mapReferences(compiled.document, {
      link: (url) => resolveLink({ url, from: surveyed, index: surroundings.links, problems }),
      picture: ({ url }) => {
        const media = stored.get(url)
        return media === undefined ? undefined : { media }
      },
    })
    return document as ArticleData['content']
  }

  async function coverOf(
    picture: PictureDraft | undefined,
  ): Promise<{ media?: string; url?: string }> {
    if (!picture) return {}
    const media = await store(picture)
    return media ? { media } : { url: picture.url }
  }

  function store({ url, alt }: { url: string; alt?: string }): Promise<string | undefined> {
    return surroundings.media.store({ url, alt, from: surveyed, problems })
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
