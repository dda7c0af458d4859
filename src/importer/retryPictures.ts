import type { Payload } from 'payload'
import type { Article } from '../payload-types'
import { isDocument, isRecord } from '../richtext/readNode'
import { openArticlePictures, type MissingPicture } from './articlePictures'
import type { StoredFile } from './mediaLibrary'
import type { MediaStore } from './mediaStore'
import type { PlannedFile } from './plan'
import { putFiles } from './putFiles'
import type { FileProblem } from './report'

/** Articles whose pictures are tried together; the store bounds how many are fetched at once, and how many from a host. */
const ARTICLES_AT_ONCE = 50

/**
 * Tries the pictures again that an earlier run could not have, and them alone: of an unchanged file, the stored article
 * gets the file in place of the linked picture. An article that an editor has changed is left alone.
 */
export const retryPictures = async ({
  payload,
  files,
  media,
  problems,
  run,
}: {
  payload: Payload
  files: readonly PlannedFile[]
  media: MediaStore
  problems: FileProblem[]
  run?: string
}): Promise<void> => {
  const wanting = files.filter(({ outcome, missing }) => outcome === 'same' && missing.length > 0)
  for (let start = 0; start < wanting.length; start += ARTICLES_AT_ONCE) {
    const found = await Promise.all(wanting.slice(start, start + ARTICLES_AT_ONCE).map(tryAgain))
    // One by one, each only if it is as it was read: an editor may be at work.
    for (const { id, stored } of found)
      if (stored.size > 0) await putInPlace({ payload, id, stored, run })
  }

  async function tryAgain({ id, surveyed, missing }: PlannedFile) {
    const pictures = openArticlePictures({ media, from: surveyed, problems })
    const stored = new Map<string, StoredFile>()
    await Promise.all(
      missing.map(async ({ url, code }) => {
        const file = await pictures.store({
          url,
          use: code === 'file-missing' ? 'file' : 'picture',
        })
        if (file) stored.set(url, file)
      }),
    )
    return { id, stored }
  }
}

const putInPlace = async ({
  payload,
  id,
  stored,
  run,
}: {
  payload: Payload
  id: string
  stored: ReadonlyMap<string, StoredFile>
  run?: string
}): Promise<void> => {
  const article = await payload.findByID({ collection: 'articles', id, draft: true, depth: 0 })
  if (article.source?.editedAt) return
  await payload.update({
    collection: 'articles',
    // The article that was read, not one that an editor saved a moment ago.
    where: {
      and: [{ id: { equals: id } }, { updatedAt: { equals: article.updatedAt } }],
    },
    data: withPictures(article, stored, run),
    draft: article._status === 'draft',
    depth: 0,
    select: {},
    context: { isImport: true },
  })
}

const withPictures = (
  { content, coverUrl, meta, source, _status }: Article,
  stored: ReadonlyMap<string, StoredFile>,
  run: string | undefined,
) => {
  const cover = coverUrl ? stored.get(coverUrl) : undefined
  const frontMatter = isRecord(source?.frontMatter) ? source.frontMatter : {}
  const { metaImage, ...rest } = frontMatter
  const image = typeof metaImage === 'string' ? stored.get(metaImage) : undefined
  const missing = missingOf(source?.missingPictures).filter(({ url }) => !stored.has(url))
  return {
    _status,
    content: isDocument(content) ? (putFiles(content, stored) as Article['content']) : content,
    ...(cover && { cover: cover.id, coverUrl: null }),
    ...(image && { meta: { ...meta, image: image.id } }),
    source: {
      ...source,
      run: run ?? null,
      ...(image && { frontMatter: rest }),
      missingPictures: missing.length > 0 ? missing : null,
    },
  }
}

/** Reads the list that is stored on an article; anything else is none. */
export const missingOf = (value: unknown): MissingPicture[] =>
  Array.isArray(value) ? value.filter(isMissing) : []

const isMissing = (value: unknown): value is MissingPicture =>
  isRecord(value) && typeof value.url === 'string' && typeof value.code === 'string'
