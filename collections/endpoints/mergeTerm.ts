import { addDataAndFileToRequest, APIError, Forbidden, type Endpoint } from 'payload'
import { sayIn } from '../../src/strings'
import { mergeTerms, previewMerge } from '../../src/terms/mergeTerms'
import type { TermCollection } from '../../src/terms/termCollections'
import { canMerge } from '../access/policy'

/**
 * `POST /api/{categories,tags,authors}/:id/merge` with `{ into }`: puts this one into another, with its articles, and
 * deletes it. `GET` with `?into=` answers how much that would change. Both answer `{ articles, children }`.
 */
export const mergeEndpoints = (collection: TermCollection): Endpoint[] => [
  {
    path: '/:id/merge',
    method: 'get',
    handler: async (req) => {
      if (!canMerge({ req })) throw new Forbidden(req.t)
      const merge = { collection, from: req.routeParams?.id, into: req.query.into }
      if (!isMerge(merge)) throw unknown(req.i18n.language)
      return Response.json(await previewMerge({ ...merge, req }))
    },
  },
  {
    path: '/:id/merge',
    method: 'post',
    handler: async (req) => {
      if (!canMerge({ req })) throw new Forbidden(req.t)
      await addDataAndFileToRequest(req)
      const merge = { collection, from: req.routeParams?.id, into: req.data?.into }
      if (!isMerge(merge)) throw unknown(req.i18n.language)
      return Response.json(await mergeTerms({ ...merge, req }))
    },
  },
]

type Named = { collection: TermCollection; from: unknown; into: unknown }

const isMerge = (
  merge: Named,
): merge is { collection: TermCollection; from: string; into: string } =>
  typeof merge.from === 'string' && typeof merge.into === 'string'

const unknown = (language: string): APIError =>
  new APIError(sayIn(language)('terms:merge-unknown'), 400, { code: 'merge-unknown' }, true)
