import type { Payload, PayloadRequest } from 'payload'
import { isPublic } from '../../../collections/access/policy'
import type { Media } from '../../payload-types'
import type { ResolvedMedia } from '../../richtext/toHtml'
import { articleAddress, needsCategories } from '../articleAddress'
import type { SiteSettings } from '../siteSettings'
import type { StoredReferences } from './storedReferences'

/** What the references of some texts lead to, for the public. */
export type ResolvedReferences = {
  media: ReadonlyMap<string, ResolvedMedia>
  /** Addresses of public articles; one that is missing is not public. */
  articles: ReadonlyMap<string, string>
}

/** Reads the files and addresses that texts refer to: one query for each kind, however many texts. */
export const resolveReferences = async ({
  payload,
  req,
  references,
  settings,
}: {
  payload: Payload
  req?: PayloadRequest
  references: readonly StoredReferences[]
  settings: SiteSettings
}): Promise<ResolvedReferences> => {
  const mediaIds = [...new Set(references.flatMap(({ media }) => [...media]))]
  const articleIds = [...new Set(references.flatMap(({ articles }) => [...articles]))]
  const [media, articles] = await Promise.all([
    mediaIds.length > 0 ? readMedia() : [],
    articleIds.length > 0 ? readArticles() : [],
  ])
  return {
    media: new Map(media.map((file) => [file.id, resolvedMedia(file, settings.mediaBase)])),
    articles: new Map(articles.map((one) => [one.id, articleAddress(one, settings)])),
  }

  async function readMedia() {
    const { docs } = await payload.find({
      collection: 'media',
      where: { id: { in: mediaIds } },
      depth: 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    return docs
  }

  async function readArticles() {
    const { docs } = await payload.find({
      collection: 'articles',
      where: { and: [{ id: { in: articleIds } }, isPublic()] },
      select: {
        slug: true,
        locale: true,
        publishedAt: true,
        ...(needsCategories(settings) && { categories: true }),
      },
      depth: needsCategories(settings) ? 1 : 0,
      pagination: false,
      overrideAccess: true,
      req,
    })
    return docs
  }
}

/** A stored file with its smaller sizes as `srcset`. Sizes of another shape (cropped ones) are left out. */
export const resolvedMedia = (file: Media, mediaBase: string): ResolvedMedia => {
  const { width, height } = file
  const srcset = srcsetOf(file, mediaBase)
  return {
    url: absolute(file.url ?? '', mediaBase),
    ...(width && height && { width, height }),
    ...(file.alt && { alt: file.alt }),
    ...(file.caption && { caption: file.caption }),
    ...(file.credit && { credit: file.credit }),
    ...(srcset && { srcset, sizes: SIZES }),
  }
}

/** Text columns are rarely wider. */
const SIZES = '(min-width: 800px) 800px, 100vw'

const srcsetOf = ({ width, height, sizes }: Media, mediaBase: string): string => {
  if (!width || !height) return ''
  const candidates = new Map<number, string>()
  for (const size of Object.values(sizes ?? {})) {
    if (!size?.url || !size.width || !size.height) continue
    const isSameShape =
      Math.abs(size.width * height - size.height * width) <= Math.max(width, height)
    if (isSameShape) candidates.set(size.width, absolute(encodeSpaces(size.url), mediaBase))
  }
  return [...candidates]
    .sort(([one], [other]) => one - other)
    .map(([candidate, url]) => `${url} ${candidate}w`)
    .join(', ')
}

// A srcset is split at spaces and commas.
const encodeSpaces = (url: string): string => url.replaceAll(' ', '%20').replaceAll(',', '%2C')

const absolute = (url: string, base: string): string => (url.startsWith('/') ? base + url : url)
