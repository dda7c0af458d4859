/** A feed before it has a format. */
export type Feed = {
  title: string
  description: string
  siteUrl: string
  /** The address of this very document, and of the subscription document. */
  selfUrl: string
  feedUrl: string
  id: string
  updated: string
  locale: string
  isArchive: boolean
  /** Links of RFC 5005, by relation: `next`, `previous`, `first`, `last`, `prev-archive`, `next-archive`, `current`. */
  links: Record<string, string>
  entries: FeedEntry[]
}

export type FeedEntry = {
  id: string
  url: string
  title: string
  summary: string
  /** Undefined in feeds of excerpts. */
  html: string | undefined
  published: string
  updated: string
  locale: string
  authors: { name: string; url?: string }[]
  categories: string[]
  image: { url: string; type: string; bytes: number } | undefined
}

export type FeedFormat = 'rss' | 'atom' | 'json'
