import { createServer, type Server } from 'node:http'
import type { Payload } from 'payload'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { deliverWebhook, signatureOf } from '../../../src/jobs/deliverWebhook'
import { createNewsroom, type Newsroom } from '../../harness/newsroom'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { callRest, isObject, type Json } from '../../harness/rest'
import { portOf } from '../server/openTestServer'
import { storeArticle } from '../site/publication'

type Received = { headers: Record<string, unknown>; text: string; body: Json }

let installation: TestPayload
let payload: Payload
let newsroom: Newsroom
let receiver: Server
let url: string
let received: Received[] = []
let answers: number[] = []

const SECRET = 'a-secret-of-the-webhook'

beforeAll(async () => {
  process.env.WEBHOOKS_ALLOW_PRIVATE_HOSTS = 'true'
  installation = await openTestPayload()
  payload = installation.payload
  newsroom = await createNewsroom(payload, installation.config)
  receiver = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk: Buffer) => (text += chunk.toString()))
    request.on('end', () => {
      const body: unknown = JSON.parse(text)
      received.push({ headers: request.headers, text, body: isObject(body) ? body : {} })
      response.writeHead(answers.shift() ?? 200).end()
    })
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${portOf(receiver)}/hook`
})

afterAll(async () => {
  receiver.close()
  await installation.close()
})

beforeEach(async () => {
  for (const collection of ['webhook-deliveries', 'webhooks'] as const) {
    await payload.delete({ collection, where: {} })
  }
  await payload.db.deleteMany({ collection: 'payload-jobs', where: {} })
  received = []
  answers = []
  process.env.WEBHOOKS_ALLOW_PRIVATE_HOSTS = 'true'
})

const addWebhook = (data: object = {}) =>
  payload.create({
    collection: 'webhooks',
    data: {
      name: 'Site',
      url,
      secret: SECRET,
      active: true,
      events: ['publish', 'update', 'unpublish', 'delete'],
      ...data,
    },
  })

const runJobs = async () => {
  await payload.jobs.run({ silent: true })
  return received.splice(0).map(({ body }) => body.event)
}

const deliveries = async () =>
  (await payload.find({ collection: 'webhook-deliveries', sort: 'createdAt', depth: 0 })).docs

describe('a webhook is told', () => {
  test('of publication, change, withdrawal and deletion, and of nothing else', async () => {
    await addWebhook()
    const { id } = await storeArticle(installation, { title: 'News', _status: 'draft' })
    const save = (data: object, draft = false) =>
      payload.update({ collection: 'articles', id, data, draft })
    expect(await runJobs()).toEqual([])
    await save({ _status: 'published' })
    expect(await runJobs()).toEqual(['publish'])
    await save({ title: 'Better news', _status: 'published' })
    expect(await runJobs()).toEqual(['update'])
    await save({ title: 'Draft', _status: 'draft' }, true)
    expect(await runJobs()).toEqual([])
    await save({ _status: 'draft' })
    expect(await runJobs()).toEqual(['unpublish'])
    await save({ _status: 'published' })
    await payload.update({
      collection: 'articles',
      id,
      data: { deletedAt: new Date().toISOString() },
    })
    expect((await runJobs()).sort()).toEqual(['publish', 'unpublish'])
    await payload.delete({ collection: 'articles', id, trash: true })
    expect(await runJobs()).toEqual([])
    const other = await storeArticle(installation, { title: 'Other' })
    await payload.delete({ collection: 'articles', id: other.id })
    expect((await runJobs()).sort()).toEqual(['delete', 'publish'])
  })

  test('by a signed message that names the article', async () => {
    await addWebhook()
    const { id } = await storeArticle(installation, { title: 'Signed', slug: 'signed' })
    await payload.jobs.run({ silent: true })
    const [message] = received
    expect(message?.body).toMatchObject({
      event: 'publish',
      article: { id, title: 'Signed', slug: 'signed', locale: 'en', url: '/en/signed' },
    })
    const timestamp = String(message?.headers['x-galley-timestamp'])
    expect(Math.abs(Number(timestamp) - Date.now() / 1000)).toBeLessThan(60)
    expect(message?.headers['x-galley-signature']).toBe(
      `sha256=${signatureOf(SECRET, timestamp, message?.text ?? '')}`,
    )
    expect(await deliveries()).toMatchObject([
      { state: 'delivered', attempts: 1, answer: '200 OK', title: 'Signed' },
    ])
  })

  test('only of what it wants to know, and only while it is active', async () => {
    await addWebhook({ events: ['delete'] })
    await addWebhook({ active: false })
    const { id } = await storeArticle(installation, { title: 'Quiet' })
    expect(await runJobs()).toEqual([])
    await payload.delete({ collection: 'articles', id })
    expect(await runJobs()).toEqual(['delete'])
  })

  test('of a scheduled article at its time', async () => {
    await addWebhook()
    await storeArticle(installation, {
      title: 'Later',
      publishedAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    expect(await runJobs()).toEqual([])
    expect(await deliveries()).toMatchObject([{ event: 'publish', state: 'queued' }])
  })
})

describe('a message that is not taken', () => {
  test('is tried again, and the log says why', async () => {
    await addWebhook()
    answers = [503]
    await storeArticle(installation, { title: 'Again' })
    await payload.jobs.run({ silent: true })
    expect(await deliveries()).toMatchObject([
      { state: 'retrying', attempts: 1, answer: '503 Service Unavailable' },
    ])
    const { docs } = await payload.find({ collection: 'payload-jobs', overrideAccess: true })
    expect(Date.parse(docs[0]?.waitUntil ?? '')).toBeGreaterThan(Date.now())
    const [delivery] = await deliveries()
    await handle(delivery?.id ?? '')
    expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  test('is given up after six times', async () => {
    await addWebhook()
    await storeArticle(installation, { title: 'Never' })
    answers = Array.from({ length: 7 }, () => 500)
    const [delivery] = await deliveries()
    for (let time = 0; time < 7; time += 1) await handle(delivery?.id ?? '').catch(() => undefined)
    expect(received).toHaveLength(6)
    expect(await deliveries()).toMatchObject([{ state: 'failed', attempts: 6 }])
  })

  test('is never sent to a private host unless that is allowed', async () => {
    process.env.WEBHOOKS_ALLOW_PRIVATE_HOSTS = ''
    await addWebhook()
    await addWebhook({ url: url.replace('127.0.0.1', 'localhost') })
    await storeArticle(installation, { title: 'Private' })
    await payload.jobs.run({ silent: true })
    expect(received).toEqual([])
    for (const { state, answer } of await deliveries()) {
      expect([state, answer]).toEqual(['retrying', expect.stringContaining('private network')])
    }
  })
})

test('two servers that run the same job send once', async () => {
  await addWebhook()
  await storeArticle(installation, { title: 'Once' })
  const [delivery] = await deliveries()
  await Promise.all(Array.from({ length: 8 }, () => handle(delivery?.id ?? '')))
  expect(received).toHaveLength(1)
})

test('an admin sends a delivery again, and nobody else', async () => {
  await addWebhook()
  await storeArticle(installation, { title: 'Resent' })
  await payload.jobs.run({ silent: true })
  const [delivery] = await deliveries()
  const resend = (credentials: object) =>
    callRest(installation.config, {
      method: 'POST',
      path: `/webhook-deliveries/${delivery?.id}/resend`,
      ...credentials,
    })
  expect((await resend({})).status).toBe(403)
  expect((await resend(newsroom.editor.credentials)).status).toBe(403)
  expect((await resend(newsroom.admin.credentials)).status).toBe(202)
  expect(await runJobs()).toEqual(['publish', 'publish'])
})

const handle = async (delivery: string): Promise<void> => {
  const { handler } = deliverWebhook
  if (typeof handler !== 'function') throw new Error('The task has no handler.')
  const { createLocalReq } = await import('payload')
  const req = await createLocalReq({}, payload)
  await Reflect.apply(handler, undefined, [{ input: { delivery }, req }])
}
