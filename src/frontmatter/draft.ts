import type { JsonObject } from './json'

/** A picture as front matter names it: `url` is an address or a path, as written. */
export type PictureDraft = { url: string; alt?: string; caption?: string; credit?: string }

export type AuthorLink = { label: string; url: string }

export type AuthorDraft = {
  name: string
  /** The key in the site's directory of authors, when the text named the author by it. */
  handle?: string
  kind: 'person' | 'organisation'
  bio?: string
  /** Address or path of a picture. */
  avatar?: string
  links?: AuthorLink[]
  email?: string
}

/** What one file of an archive says about an article, in the terms of the collections. Plain JSON. */
export type ArticleDraft = {
  /** Exactly as written; else taken from the text or from the file name, see `titleFrom`. */
  title: string
  titleFrom: 'frontMatter' | 'heading' | 'fileName'
  /** Lower case, never empty, at most 200 bytes. Not yet unique. */
  slug: string
  /** The path at which the generator served the text, with a leading slash; absent when it had no page of its own. */
  address?: string
  /** Older paths or addresses, with a leading slash unless they are on another host. */
  aliases: string[]
  kind: 'post' | 'page'
  status: 'published' | 'draft'
  /** Published, but left out of the generator's lists (`hidden`, `unlisted`). */
  isHidden: boolean
  /** UTC, ISO 8601. In the future: scheduled. */
  publishedAt?: string
  dateFrom?: 'frontMatter' | 'path'
  expiresAt?: string
  updatedAt?: string
  excerpt?: string
  cover?: PictureDraft
  thumbnail?: PictureDraft
  authors: AuthorDraft[]
  /** Each a path of names, from the top: `[['Media', 'Guancha', 'Home']]`. */
  categories: string[][]
  tags: string[]
  /** `en`, `zh`, `zh-TW`, `pt-BR`; absent when neither file nor site says. */
  locale?: string
  commentsEnabled: boolean
  meta: { title?: string; description?: string; image?: string }
  /** Everything that has no field above, as plain JSON, in the spelling of the source. */
  rest: JsonObject
}
