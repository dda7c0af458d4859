import type { Payload } from 'payload'
import type { Redirect } from '../../../payload-types'
import { articleAddress } from '../../../site/articleAddress'
import { findPublic, ADDRESS_FIELDS } from '../publicArticles'
import {
  contextOf,
  jsonAnswer,
  notFound,
  refuse,
  requiredParameter,
  type SiteRoute,
} from '../siteRoute'
import { addressCandidates, addressKey } from './addressCandidates'
import { findByCurrentAddress, findByOldAddress } from './findByAddress'

const MAX_HOPS = 10

/**
 * `/api/redirects/lookup?path=/2019/old/`: where an address leads now. `{ type: 301, to, article }`; 410 has no `to`;
 * an address that is current, or leads nowhere, is 404. Redirects go before the old addresses of articles.
 */
export const redirectRoute: SiteRoute = {
  path: '/api/redirects/lookup',
  compute: async (request, { payload }) => {
    const { settings } = contextOf(payload, request)
    const asked = requiredParameter(request.query, 'path')
    const seen = new Set<string>()
    let path = asked
    let isTemporary = false
    let result: { to: string; article?: object } | undefined
    for (let hop = 0; ; hop += 1) {
      const key = addressKey(path)
      if (seen.has(key) || hop > MAX_HOPS) refuse(`The redirects of "${asked}" go in a circle.`)
      seen.add(key)
      const redirect = await findRedirect(payload, path)
      if (redirect?.type === '410') return jsonAnswer({ path: asked, type: 410 })
      const step = (redirect && (await targetOf(redirect))) ?? (await oldAddress(path))
      if (!step || addressKey(step.to) === key) break
      isTemporary ||= redirect?.type === '302'
      result = step
      // Another site, or an article, is the end of the way.
      if ('article' in step || !step.to.startsWith('/')) break
      path = step.to
    }
    if (!result) return notFound(`"${asked}" leads nowhere else.`)
    return jsonAnswer({ path: asked, type: isTemporary ? 302 : 301, ...result })

    async function targetOf({ to }: Redirect) {
      const id = typeof to?.article === 'object' ? to.article?.id : to?.article
      if (!id) return to?.url ? { to: to.url } : undefined
      const [article] = await findPublic(payload, {
        where: { id: { equals: id } },
        select: { ...ADDRESS_FIELDS, categories: true },
        depth: 1,
        limit: 1,
      })
      return article && described(article)
    }

    async function oldAddress(address: string) {
      if (await findByCurrentAddress({ payload, settings }, address)) return undefined
      const article = await findByOldAddress({ payload, settings }, address)
      return article && described(article)
    }

    function described(article: Parameters<typeof articleAddress>[0]) {
      const { id, slug, locale } = article
      return { to: articleAddress(article, settings), article: { id, slug, locale } }
    }
  },
}

const findRedirect = async (payload: Payload, path: string): Promise<Redirect | undefined> => {
  const candidates = addressCandidates(path)
  const { docs } = await payload.find({
    collection: 'redirects',
    where: { from: { in: candidates } },
    limit: 20,
    depth: 0,
    pagination: false,
    overrideAccess: true,
  })
  return docs.sort((one, other) => candidates.indexOf(one.from) - candidates.indexOf(other.from))[0]
}
