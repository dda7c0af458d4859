import { isObject, type JsonObject, type JsonValue } from '../frontmatter/json'
import type { Article, Media } from '../payload-types'

/**
 * The front matter of an article read at depth 1, under keys that most generators and Galley's own import read.
 * `categories` is a list of paths from the root down; keys of the imported file without a field stand behind, those whose
 * name is taken in `original`. Pure.
 * @param mediaAddress the address of a stored picture as this file writes it
 */
export const toFrontMatter = (
  article: Article,
  mediaAddress: (media: Media) => string,
): JsonObject => {
  const { source, meta } = article
  const cover = recordOf(article.cover)
  const own = filled({
    title: article.title,
    slug: article.slug,
    date: article.publishedAt,
    updated: updatedOf(article),
    expires: article.expiresAt,
    draft: article._status === 'draft' || null,
    excerpt: article.excerpt,
    authors: records(article.authors).map(({ name }) => name),
    categories: records(article.categories).map(({ name, breadcrumbs }) =>
      breadcrumbs?.length ? breadcrumbs.map(({ label }) => label ?? '') : [name],
    ),
    tags: records(article.tags).map(({ name }) => name),
    lang: article.locale,
    comments: article.commentsEnabled === false ? false : null,
    cover: cover ? mediaAddress(cover) : article.coverUrl,
    cover_alt: cover?.alt,
    cover_caption: cover?.caption,
    cover_credit: cover?.credit,
    permalink: source?.address,
    aliases: article.aliases,
    description: meta?.description,
    seo: filled({ title: meta?.title, image: seoImageOf(article, mediaAddress) }),
  })
  return withRest(own, isJsonObject(source?.frontMatter) ? source.frontMatter : {})
}

/** When the text last changed: by an editor of Galley, else as the imported file said. */
const updatedOf = ({ source, updatedAt }: Article): string | null | undefined =>
  source?.editedAt ?? (source?.importedAt ? source.updatedAt : updatedAt)

const seoImageOf = ({ meta }: Article, mediaAddress: (media: Media) => string) => {
  const image = recordOf(meta?.image)
  return image && mediaAddress(image)
}

const withRest = (own: JsonObject, rest: JsonObject): JsonObject => {
  const taken = new Set(Object.keys(own).map(plainKey))
  const clashing = Object.entries(rest).filter(([key]) => taken.has(plainKey(key)))
  const free = Object.entries(rest).filter(([key]) => !taken.has(plainKey(key)))
  const all = { ...own, ...Object.fromEntries(free) }
  if (clashing.length === 0) return all
  const earlier = isObject(all.original) ? all.original : {}
  return { ...all, original: { ...earlier, ...Object.fromEntries(clashing) } }
}

/** The import reads `Publish_Date` and `publishDate` as one key. */
const plainKey = (key: string): string => key.toLowerCase().replace(/[-_ ]/g, '')

const filled = (values: Record<string, JsonValue | undefined>): JsonObject => {
  const kept: JsonObject = {}
  for (const [key, value] of Object.entries(values)) {
    if (value !== undefined && !isEmpty(value)) kept[key] = value
  }
  return kept
}

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** A record that is gone stays behind as its id. */
const recordOf = <Value extends object>(
  value: string | Value | null | undefined,
): Value | undefined => (typeof value === 'object' && value !== null ? value : undefined)

const records = <Value extends object>(
  values: readonly (string | Value)[] | null | undefined,
): Value[] => (values ?? []).map(recordOf).filter((value) => value !== undefined)

/** What Payload stored as JSON is JSON. */
const isJsonObject = (value: unknown): value is JsonObject => isObject(value)
