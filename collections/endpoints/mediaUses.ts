import { APIError, Forbidden, type Endpoint } from 'payload'
import { readUses } from '../../src/media/readUses'
import { sayIn } from '../../src/strings'
import { isStaff } from '../access/roles'

/** `GET /api/media/:id/uses`: which articles and authors use a file, and as what. */
export const mediaUses: Endpoint = {
  path: '/:id/uses',
  method: 'get',
  handler: async (req) => {
    if (!isStaff({ req })) throw new Forbidden(req.t)
    const id = req.routeParams?.id
    if (typeof id !== 'string') {
      throw new APIError(sayIn(req.i18n.language)('media:unknown'), 400, undefined, true)
    }
    return Response.json(await readUses(id, req))
  },
}
