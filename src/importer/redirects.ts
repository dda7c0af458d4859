import type { Payload } from 'payload'
import { articleAddress, needsCategories, type Addressable } from '../site/articleAddress'
import { siteSettings } from '../site/siteSettings'
import type { BulkDatabase } from './database'
import { decodeAddress } from './decodeAddress'
import { idsByKey } from './documents'
import type { PlannedFile } from './plan'
import type { FileIdentity } from './survey'

/** Where an old address leads; `id` is that of the redirect. */
export type WantedRedirect = { id: string; from: string; article: string }

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
export const openRedirects = ({
  payload,
  database,
  files,
}: {
  payload: Payload
  database: BulkDatabase
  files: readonly PlannedFile[]
}): Redirects => {
  let known: Set<string> | undefined
  const ids = idsByKey(payload, database, 'redirects')
  const settings = siteSettings()
  return {
    missing: async (articles) => {
      const taken = (known ??= addressesOfStored())
      for (const address of articles.flatMap(addressNow)) taken.add(address)
      const wanted = articles.flatMap(({ id, draft: { address, aliases } }) =>
        [address, ...aliases].filter(isOldPath).map((from) => ({ from, article: id })),
      )
      const unknown = wanted.filter(({ from }) => !taken.has(keyOf(from)))
      if (unknown.length === 0) return []
      const { docs } = await payload.find({
        collection: 'redirects',
        where: ids.whereKnown(
          'from',
          unknown.map(({ from }) => keyOf(from)),
          unknown.flatMap(spellingsOf),
        ),
        select: { from: true },
        depth: 0,
        limit: 0,
        pagination: false,
      })
      for (const { id, from } of docs) {
        ids.found(id)
        taken.add(keyOf(from))
      }
      return unknown.flatMap(({ from, article }) => {
        const key = keyOf(from)
        if (taken.has(key)) return []
        taken.add(key)
        return [{ id: ids.idOf(key), from, article }]
      })
    },
  }

  /** Of articles that this run leaves as they are; an earlier run, which was broken off, had them among its own. */
  function addressesOfStored(): Set<string> {
    return new Set(
      files.flatMap(({ id, outcome, slug, locale, publishedAt }) =>
        outcome === 'same' || outcome === 'conflict'
          ? addressNow({ id, article: { slug, locale, publishedAt } })
          : [],
      ),
    )
  }

  function addressNow({ id, article }: Pick<Moved, 'id' | 'article'>): string[] {
    // The address has the categories' paths in it, which are not known here.
    if (needsCategories(settings)) return []
    return [keyOf(articleAddress({ ...article, id }, settings))]
  }
}

/** One spelling for addresses that a server takes for one: decoded, without host and a slash at the end. */
const keyOf = (address: string): string =>
  decodeAddress(address.replace(/^https?:\/\/[^/]*/i, '')).replace(/(?!^)\/$/, '')

const spellingsOf = ({ from }: Pick<WantedRedirect, 'from'>): string[] => {
  const bare = from.replace(/(?!^)\/$/, '')
  return [bare, `${bare}/`]
}

const isOldPath = (from: string | undefined): from is string =>
  from?.startsWith('/') === true && from !== '/' && !from.startsWith('//')
