import { handleEndpoints, type Payload } from 'payload'
import { RequestError } from '../../errors'
import { findPublic } from '../publicArticles'
import {
  contextOf,
  jsonAnswer,
  notFound,
  requiredParameter,
  type SiteAnswer,
  type SiteRequest,
  type SiteRoute,
} from '../siteRoute'
import { findByCurrentAddress, findByOldAddress } from './findByAddress'

/** `/api/articles/by-slug/<slug>` and `/api/articles/by-slug/<locale>/<slug>`, with the parameters of `/api/articles/<id>`. */
export const bySlugRoute: SiteRoute = {
  path: '/api/articles/by-slug{/:locale}/:slug',
  compute: async (request, { payload }) => {
    const { slug = '', locale } = request.params
    const [article] = await findPublic(payload, {
      where: {
        and: [{ slug: { equals: slug } }, ...(locale ? [{ locale: { equals: locale } }] : [])],
      },
      select: { slug: true },
      limit: 1,
    })
    if (!article) return notFound(`No public article has the slug "${slug}".`)
    return publicDocument(payload, article.id, request)
  },
}

/** `/api/articles/by-address?path=/2019/05/old-title/`: by the address it has on the site, or had before. */
export const byAddressRoute: SiteRoute = {
  path: '/api/articles/by-address',
  compute: async (request, { payload }) => {
    const { settings } = contextOf(payload, request)
    const path = requiredParameter(request.query, 'path')
    const article =
      (await findByCurrentAddress({ payload, settings }, path)) ??
      (await findByOldAddress({ payload, settings }, path))
    if (!article) return notFound(`No public article has or had the address "${path}".`)
    return publicDocument(payload, article.id, request)
  },
}

/** The document as the REST API gives it to everybody. */
const publicDocument = async (
  payload: Payload,
  id: string,
  { query, origin }: SiteRequest,
): Promise<SiteAnswer> => {
  const address = new URL(`/api/articles/${encodeURIComponent(id)}`, origin)
  for (const [name, value] of query) {
    if (name !== 'path' && name !== 'draft') address.searchParams.append(name, value)
  }
  const answer = await handleEndpoints({ config: payload.config, request: new Request(address) })
  const body: unknown = await answer.json()
  if (answer.ok) return jsonAnswer(body)
  throw answer.status === 404
    ? new RequestError('document-not-found')
    : new RequestError('query-refused', messageOf(body))
}

const messageOf = (body: unknown): string | undefined => {
  if (typeof body !== 'object' || body === null || !('errors' in body)) return undefined
  const [error]: unknown[] = Array.isArray(body.errors) ? body.errors : []
  return typeof error === 'object' && error !== null && 'message' in error
    ? String(error.message)
    : undefined
}
