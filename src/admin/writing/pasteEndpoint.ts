import { APIError, Forbidden, type Endpoint } from 'payload'
import { z } from 'zod'
import { isStaff } from '../../../collections/access/roles'
import { documentOfPaste } from '../../richtext/paste'
import { sayIn } from '../../strings'

const LONGEST = 2_000_000

const pasted = z.object({
  html: z.string().max(LONGEST).optional(),
  text: z.string().max(LONGEST).optional(),
})

/** `POST /api/editor/paste` with `{ html?, text? }`: what was pasted as nodes of the editor, or `{ document: null }`. */
export const pasteEndpoint: Endpoint = {
  path: '/editor/paste',
  method: 'post',
  handler: async (req) => {
    if (!isStaff({ req })) throw new Forbidden(req.t)
    const body = pasted.safeParse(await req.json?.().catch(() => undefined))
    if (!body.success) {
      const message = sayIn(req.i18n.language)('writing:pasteTooLong')
      throw new APIError(message, 400, { code: 'paste-invalid' }, true)
    }
    const made = documentOfPaste(body.data)
    return Response.json(made ?? { document: null, picturesLeftOut: 0 })
  },
}
