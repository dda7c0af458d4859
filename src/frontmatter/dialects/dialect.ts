import type { JsonObject } from '../json'
import type { Site } from '../site'

/** What an address is made of. */
export type AddressParts = {
  /** Path of the file below the site, with what lies above the folder given. */
  path: string
  /** Front matter, whole, with the configuration's defaults behind it. */
  data: JsonObject
  title: string
  /** `slug` of the front matter, as written. */
  slug?: string
  /** Local date of publication in the site's zone. */
  date?: { year: string; month: string; day: string; hour: string; minute: string; second: string }
  /** Seconds since 1970. */
  epoch?: number
  categories: string[][]
  locale?: string
  site: Site
}

export type LayoutHint = { pattern: RegExp; weight: number; reason: string }

/** Everything in which one generator differs from the others. */
export type DialectRules = {
  /** Configuration files that give the generator away. */
  configFiles: RegExp
  layout: readonly LayoutHint[]
  /** Keys that this generator (or its themes) alone uses. */
  keys: readonly string[]
  /** Paths that the generator does not read as content. */
  ignored: RegExp
  /** Folders that hold its content; what stands before and in them is no part of an address. */
  roots: readonly string[]
  /** Folders whose files are posts. */
  posts: RegExp
  /** Hexo's rule: a flat list of categories is one path. */
  isCategoryPath?: boolean
  /** Jekyll's rule: terms in one string are separated by blanks. */
  isSpaceSeparated?: boolean
  /** Generators in JavaScript read 3/4/2020 as the 4th of March. */
  isMonthFirst?: boolean
  /** Categories that a file has by its folders. */
  pathCategories?: (path: string, site: Site) => string[]
  address: (parts: AddressParts) => string | undefined
}
