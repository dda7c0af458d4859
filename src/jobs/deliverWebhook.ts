import { createHmac } from 'node:crypto'
import type { Payload, TaskConfig } from 'payload'
import { fetch, type Dispatcher } from 'undici'
import { isPrivateLiteral, openDispatcher } from '../network/publicHosts'
import type { Webhook, WebhookDelivery } from '../payload-types'
import { isRecord } from '../richtext/readNode'

const MAX_ATTEMPTS = 6
const TIMEOUT_MS = 15_000
/** A delivery that is being sent for longer was broken off by a stop of its server. */
const BROKEN_OFF_AFTER_MS = 2 * 60_000

type DeliverWebhook = { input: { delivery: string }; output: object }

/**
 * Sends one message to a webhook: signed, to a public host, once by whichever server claims it. What fails is tried again
 * after 30 seconds, then each time after twice as long; the delivery says how it went.
 */
export const deliverWebhook: TaskConfig<DeliverWebhook> = {
  slug: 'deliverWebhook',
  label: 'Webhook',
  inputSchema: [{ name: 'delivery', type: 'text', required: true }],
  retries: { attempts: MAX_ATTEMPTS, backoff: { type: 'exponential', delay: 30_000 } },
  handler: async ({ input, req: { payload } }) => {
    const delivery = await claim(payload, input.delivery)
    if (!delivery) return { output: {} }
    const attempts = (delivery.attempts ?? 0) + 1
    const webhook = await webhookOf(payload, delivery)
    if (!webhook?.active) {
      await note(payload, delivery.id, {
        state: 'failed',
        answer: 'The webhook is gone or not active.',
      })
      return { output: {} }
    }
    const { isTaken, answer } = await send(webhook, delivery)
    const state = isTaken ? 'delivered' : attempts >= MAX_ATTEMPTS ? 'failed' : 'retrying'
    await note(payload, delivery.id, { state, answer, attempts })
    if (state === 'retrying') throw new Error(`webhook-failed: ${webhook.url}: ${answer}`)
    return { output: {} }
  },
}

/** Compare-and-set: two servers that run the same job don't both send. */
const claim = async (payload: Payload, id: string): Promise<WebhookDelivery | undefined> => {
  const brokenOff = new Date(Date.now() - BROKEN_OFF_AFTER_MS).toISOString()
  const claimed: unknown = await payload.db.updateOne({
    collection: 'webhook-deliveries',
    where: {
      and: [
        { id: { equals: id } },
        {
          or: [
            { state: { in: ['queued', 'retrying'] } },
            { and: [{ state: { equals: 'sending' } }, { sentAt: { less_than: brokenOff } }] },
          ],
        },
      ],
    },
    data: { state: 'sending', sentAt: new Date().toISOString() },
    options: { atomic: true },
  })
  if (!claimed) return undefined
  return payload.findByID({ collection: 'webhook-deliveries', id, depth: 0 })
}

const webhookOf = async (
  payload: Payload,
  { webhook }: WebhookDelivery,
): Promise<Webhook | undefined> => {
  const id = typeof webhook === 'object' ? webhook?.id : webhook
  if (!id) return undefined
  const { docs } = await payload.find({
    collection: 'webhooks',
    where: { id: { equals: id } },
    limit: 1,
    depth: 0,
    pagination: false,
  })
  return docs[0]
}

const note = async (
  payload: Payload,
  id: string,
  data: Partial<Pick<WebhookDelivery, 'state' | 'answer' | 'attempts'>>,
): Promise<void> => {
  await payload.db.updateOne({ collection: 'webhook-deliveries', id, data })
}

const send = async (
  { url, secret }: Webhook,
  { id, event, body }: WebhookDelivery,
): Promise<{ isTaken: boolean; answer: string }> => {
  const allowsPrivate = process.env.WEBHOOKS_ALLOW_PRIVATE_HOSTS === 'true'
  const dispatcher: Dispatcher = openDispatcher(allowsPrivate, privateHost)
  const text = JSON.stringify({ id, ...(isRecord(body) && body) })
  const timestamp = String(Math.floor(Date.now() / 1000))
  try {
    const address = new URL(url)
    if (!allowsPrivate && isPrivateLiteral(address)) throw privateHost(address.hostname)
    const response = await fetch(url, {
      method: 'POST',
      body: text,
      // A redirect could lead where the address check has not looked.
      redirect: 'manual',
      dispatcher,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        'Content-Type': 'application/json',
        'User-Agent': 'Galley',
        'X-Galley-Event': event,
        'X-Galley-Delivery': id,
        'X-Galley-Timestamp': timestamp,
        'X-Galley-Signature': `sha256=${signatureOf(secret, timestamp, text)}`,
      },
    })
    await response.body?.cancel()
    return { isTaken: response.ok, answer: `${response.status} ${response.statusText}`.trim() }
  } catch (error) {
    return { isTaken: false, answer: reasonOf(error) }
  } finally {
    await dispatcher.close()
  }
}

/** HMAC-SHA256 over `<timestamp>.<body>`, in hex. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')

const privateHost = (hostname: string): Error =>
  new Error(
    `${hostname} is in a private network. Set WEBHOOKS_ALLOW_PRIVATE_HOSTS=true to send there.`,
  )

const reasonOf = (error: unknown): string => {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
