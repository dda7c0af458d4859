import type { Endpoint } from 'payload'
import { hasRole } from '../access/roles'

/** Sends a delivery once more: `POST /api/webhook-deliveries/<id>/resend`, for admins. */
export const resendDelivery: Endpoint = {
  path: '/:id/resend',
  method: 'post',
  handler: async (req) => {
    const { payload, routeParams, user } = req
    if (!hasRole(user, ['admin'])) {
      return Response.json(
        { errors: [{ code: 'forbidden', message: 'Admins send webhooks again.' }] },
        { status: 403 },
      )
    }
    const id = String(routeParams?.id)
    const changed = await payload.db.updateOne({
      collection: 'webhook-deliveries',
      where: { id: { equals: id } },
      data: { state: 'queued', attempts: 0 },
    })
    if (!changed) {
      return Response.json(
        { errors: [{ code: 'document-not-found', message: 'There is no such delivery.' }] },
        { status: 404 },
      )
    }
    await payload.jobs.queue({ task: 'deliverWebhook', input: { delivery: id } })
    return Response.json({ message: 'Queued.' }, { status: 202 })
  },
}
