import { Forbidden, type Endpoint } from 'payload'
import { isStaff } from '../../../collections/access/roles'
import { findEverywhere } from './findEverywhere'

const MAX_QUERY_LENGTH = 200

/** `GET /api/palette?q=…`: what the user may open and has the words, for the panel's Ctrl-K. */
export const paletteEndpoint: Endpoint = {
  path: '/palette',
  method: 'get',
  handler: async (req) => {
    if (!req.user || !isStaff({ req })) throw new Forbidden(req.t)
    const { q } = req.query
    const words = typeof q === 'string' ? q.slice(0, MAX_QUERY_LENGTH) : ''
    return Response.json({ docs: await findEverywhere({ q: words, req, user: req.user }) })
  },
}
