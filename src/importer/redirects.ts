import type { Payload } from 'payload'
import { articleAddress, needsCategories, type Addressable } from '../site/articleAddress'
import { siteSettings } from '../site/siteSettings'
import { decodeAddress } from './decodeAddress'
import type { FileIdentity } from './survey'

/** Where an old address leads. */
export type WantedRedirect = { from: string; article: string }

/** An article with the addresses that it had. */
export type Moved = { id: string; draft: FileIdentity; article: Omit<Addressable, 'id'> }

/** The redirects of a run; each old address leads to the first article that had it. */
export type Redirects = {
  /** The redirects that a batch of articles needs and that are not there. */
  missing: (articles: readonly Moved[]) => Promise<WantedRedirect[]>
}

/**
 * Opens the redirects of one run. A redirect leads to a document, so that there are no chains; none is made from the address
 * that an article has now, which would be a loop or hide that article.
 */
export const openRedirects = (payload: Payload): Redirects => {
  const known = new Set<string>()
  const settings = siteSettings()
  return {
    missing: async (articles) => {
      const current = new Set(articles.flatMap(addressNow))
      for (const address of current) known.add(address)
      const wanted = articles.flatMap(({ id, draft: { address, aliases } }) =>
        [address, ...aliases].filter(isOldPath).map((from) => ({ from, article: id })),
      )
      const unknown = wanted.filter(({ from }) => !known.has(keyOf(from)))
      if (unknown.length === 0) return []
      const { docs } = await payload.find({
        collection: 'redirects',
        where: { from: { in: [...new Set(unknown.flatMap(spellingsOf))] } },
        select: { from: true },
        depth: 0,
        limit: 0,
        pagination: false,
      })
      for (const { from } of docs) known.add(keyOf(from))
      return unknown.filter(({ from }) => {
        const key = keyOf(from)
        if (known.has(key)) return false
        known.add(key)
        return true
      })
    },
  }

  function addressNow({ id, article }: Moved): string[] {
    // The address has the categories' paths in it, which are not known here.
    if (needsCategories(settings)) return []
    return [keyOf(articleAddress({ ...article, id }, settings))]
  }
}

/** One spelling for addresses that a server takes for one: decoded, without host and a slash at the end. */
const keyOf = (address: string): string =>
  decodeAddress(address.replace(/^https?:\/\/[^/]*/i, '')).replace(/(?!^)\/$/, '')

const spellingsOf = ({ from }: WantedRedirect): string[] => {
  const bare = from.replace(/(?!^)\/$/, '')
  return [bare, `${bare}/`]
}

const isOldPath = (from: string | undefined): from is string =>
  from?.startsWith('/') === true && from !== '/' && !from.startsWith('//')
