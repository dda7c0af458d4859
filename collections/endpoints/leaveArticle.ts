import type { Endpoint, PayloadRequest } from 'payload'
import { personOf } from '../access/roles'
import { lockOf } from '../hooks/keepLock'
import { isBlankArticle } from '../workflow/blankArticle'

/**
 * `POST /api/articles/:id/leave`: the panel says that its user has left the article. Removes the lock that this user holds,
 * and with `?blank=true` the article itself when this user has made it and nobody has written into it. Answers
 * `{ isRemoved }`.
 */
export const leaveArticle: Endpoint = {
  path: '/:id/leave',
  method: 'post',
  handler: async (req) => {
    const id = req.routeParams?.id
    const person = personOf(req)
    if (!person || typeof id !== 'string') {
      return Response.json({ errors: [{ message: req.t('error:unauthorized') }] }, { status: 401 })
    }
    await req.payload.db.deleteMany({
      collection: 'payload-locked-documents',
      where: { and: [lockOf(id), { 'user.value': { equals: person.id } }] },
    })
    const isRemoved =
      req.searchParams.get('blank') === 'true' && (await removeBlank({ req, id, user: person.id }))
    return Response.json({ isRemoved })
  },
}

/** Removes an own article without a word. Whoever opened it may, also a contributor, who may delete nothing else. */
const removeBlank = async ({
  req,
  id,
  user,
}: {
  req: PayloadRequest
  id: string
  user: string
}): Promise<boolean> => {
  const { payload } = req
  const { docs } = await payload.find({
    collection: 'articles',
    where: { and: [{ id: { equals: id } }, { createdBy: { equals: user } }] },
    draft: true,
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const [article] = docs
  if (!article || !isBlankArticle(article) || (await isOpenElsewhere(req, id))) return false
  await payload.delete({ collection: 'articles', id, depth: 0, context: { isNothing: true }, req })
  return true
}

const isOpenElsewhere = async ({ payload }: PayloadRequest, id: string): Promise<boolean> => {
  const { totalDocs } = await payload.db.count({
    collection: 'payload-locked-documents',
    where: lockOf(id),
  })
  return totalDocs > 0
}
