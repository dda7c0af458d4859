import { fillPattern } from '../site/addressPattern'
import type { SiteSettings } from '../site/siteSettings'
import type { TermCollection } from './termCollections'

/** What the address of a term's page is made of. */
export type AddressableTerm = { id: string; slug?: string | null; path?: string | null }

/** The address of a term's page on the site; undefined where the site has no such pages. */
export const termAddress = (
  collection: TermCollection,
  { id, slug, path }: AddressableTerm,
  { categoryUrl, tagUrl, authorUrl }: Pick<SiteSettings, 'categoryUrl' | 'tagUrl' | 'authorUrl'>,
): string | undefined => {
  const pattern = { categories: categoryUrl, tags: tagUrl, authors: authorUrl }[collection]
  return pattern && fillPattern(pattern, { slug: slug ?? '', id, path: path ?? slug ?? '' })
}
