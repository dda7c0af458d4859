import { addDataAndFileToRequest, APIError, type Endpoint } from 'payload'
import { sayIn } from '../../src/strings'
import { isStage } from '../workflow/moves'

/**
 * `POST /api/articles/:id/move` with `{ to, note? }`: moves an article through the workflow and answers its new stage. It
 * is an update like any other, so the same rules hold.
 */
export const moveArticle: Endpoint = {
  path: '/:id/move',
  method: 'post',
  handler: async (req) => {
    await addDataAndFileToRequest(req)
    const { to, note } = req.data ?? {}
    const id = req.routeParams?.id
    if (!isStage(to) || typeof id !== 'string') {
      const say = sayIn(req.i18n.language)
      const message = say('workflow:unknownMove', { from: '?', to: String(to) })
      throw new APIError(message, 400, { code: 'move-unknown' }, true)
    }
    const doc = await req.payload.update({
      collection: 'articles',
      id,
      data: { stage: to, stageNote: typeof note === 'string' ? note : null },
      draft: true,
      depth: 0,
      overrideAccess: false,
      req,
    })
    return Response.json({ doc: { id: doc.id, stage: doc.stage, stageNote: doc.stageNote } })
  },
}
