import type { Payload } from 'payload'
import type { FileIdentity } from './survey'

/** Where an old address leads. */
export type WantedRedirect = { from: string; article: string }

/** The redirects of a run; each old address leads to the first article that had it. */
export type Redirects = {
  /** The redirects that a batch of articles needs and that are not there. */
  missing: (articles: readonly { id: string; draft: FileIdentity }[]) => Promise<WantedRedirect[]>
}

/** Opens the redirects of one run. */
export const openRedirects = (payload: Payload): Redirects => {
  const known = new Set<string>()
  return {
    missing: async (articles) => {
      const wanted = articles.flatMap(({ id, draft: { address, aliases } }) =>
        [address, ...aliases].filter(isOldPath).map((from) => ({ from, article: id })),
      )
      const unknown = [...new Set(wanted.map(({ from }) => from))].filter(
        (from) => !known.has(from),
      )
      if (unknown.length === 0) return []
      const { docs } = await payload.find({
        collection: 'redirects',
        where: { from: { in: unknown } },
        select: { from: true },
        depth: 0,
        limit: 0,
        pagination: false,
      })
      for (const { from } of docs) known.add(from)
      return wanted.filter(({ from }) => {
        if (known.has(from)) return false
        known.add(from)
        return true
      })
    },
  }
}

const isOldPath = (from: string | undefined): from is string =>
  from?.startsWith('/') === true && from !== '/'
