import { createLocalReq, type Payload, type SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readDesk } from '../../src/admin/dashboard/readDesk'
import { runDueJobs, startJobRunner } from '../../src/jobs/runner'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest } from '../harness/rest'

const MINUTE = 60_000

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom
let count = 0

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
})

afterAll(() => installation.close())

const write = async (): Promise<string> => {
  const data = { title: `Scheduled ${(count += 1)}`, locale: 'en', stage: 'approved' as const }
  const { id } = await payload.create({
    collection: 'articles',
    data: { ...data, createdBy: newsroom.contributor.id, _status: 'draft' },
    draft: true,
  })
  return id
}

const minutesFromNow = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE)

/** As the panel queues it. */
const schedule = async (
  article: string,
  type: 'publish' | 'unpublish',
  waitUntil: Date,
  user = newsroom.editor.id,
): Promise<string> => {
  const { id } = await payload.jobs.queue({
    task: 'schedulePublish',
    input: {
      type,
      doc: { relationTo: 'articles', value: article },
      user: { relationTo: 'users', value: user },
    },
    waitUntil,
  })
  return String(id)
}

const statusOf = async (id: string) =>
  (await payload.findByID({ collection: 'articles', id, depth: 0 }))._status

const activityOf = async (id: string): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'activity',
    where: { documentId: { equals: id } },
    sort: 'createdAt',
  })
  return docs.map(({ action }) => action)
}

const deskOf = async (role: 'editor' | 'contributor', now = new Date()) => {
  const found = await payload.findByID({ collection: 'users', id: newsroom[role].id })
  const user = { ...found, collection: 'users' as const }
  return readDesk({ req: await createLocalReq({ user }, payload), user, now })
}

test('an article is published at its time, and not before', async () => {
  const id = await write()
  const job = await schedule(id, 'publish', minutesFromNow(1))
  await runDueJobs(payload)
  expect(await statusOf(id)).toBe('draft')
  expect((await deskOf('editor')).scheduled.next.map((one) => one.article)).toContain(id)
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id: job,
    data: { waitUntil: minutesFromNow(-1).toISOString() },
  })
  await runDueJobs(payload)
  expect(await statusOf(id)).toBe('published')
  expect((await deskOf('editor')).scheduled.next.map((one) => one.article)).not.toContain(id)
})

test('what was missed is done at the start, in the order of its time', async () => {
  const [first, second] = [await write(), await write()]
  await schedule(first, 'unpublish', minutesFromNow(-10))
  await schedule(first, 'publish', minutesFromNow(-20))
  await schedule(second, 'publish', minutesFromNow(-30))
  const runner = startJobRunner(payload)
  await runner.stop()
  // Stopping at once may leave the last ones for the next start.
  const again = startJobRunner(payload)
  const patience = { timeout: 30_000 }
  await expect.poll(() => statusOf(second), patience).toBe('published')
  await expect.poll(() => activityOf(first), patience).toEqual(['publish', 'unpublish'])
  await again.stop()
})

test('two servers at once do each job once', async () => {
  const ids = await Promise.all(Array.from({ length: 10 }, write))
  const jobs: string[] = []
  for (const id of ids) jobs.push(await schedule(id, 'publish', minutesFromNow(-1)))
  const runs = vi.spyOn(payload.jobs, 'runByID')
  await Promise.all([runDueJobs(payload), runDueJobs(payload), runDueJobs(payload)])
  // Jobs of the software's own plan, such as looking for missing files, may be due as well.
  const ran = runs.mock.calls.map(([{ id }]) => String(id)).filter((id) => jobs.includes(id))
  runs.mockRestore()
  expect(ran.sort()).toEqual(jobs.sort())
  for (const id of ids) expect(await activityOf(id)).toEqual(['publish'])
})

test('a job that a stop of its server has broken off is done by the next', async () => {
  const id = await write()
  const job = await schedule(id, 'publish', minutesFromNow(-60))
  await payload.db.updateOne({
    collection: 'payload-jobs',
    id: job,
    data: { processing: true, updatedAt: minutesFromNow(-30).toISOString() },
  })
  expect((await deskOf('editor')).scheduled.overdue).toMatchObject([
    { article: id, reason: 'running' },
  ])
  await runDueJobs(payload)
  expect(await statusOf(id)).toBe('published')
})

test('a schedule that fails says why, tells who made it, and can be tried again or given up', async () => {
  const id = await write()
  const job = await schedule(id, 'publish', minutesFromNow(-1), newsroom.contributor.id)
  await runDueJobs(payload)
  expect(await statusOf(id)).toBe('draft')
  const { overdue } = (await deskOf('editor')).scheduled
  expect(overdue).toMatchObject([
    { job, article: id, reason: 'failed', error: expect.stringMatching(/Editors publish/) },
  ])
  const { docs } = await payload.find({
    collection: 'notifications',
    where: { user: { equals: newsroom.contributor.id }, kind: { equals: 'schedule-failed' } },
  })
  expect(docs).toMatchObject([{ article: expect.anything(), text: overdue[0]?.error }])

  const call = (method: 'POST' | 'DELETE', path: string, who: 'editor' | 'contributor') =>
    callRest(config, { method, path, ...newsroom[who].credentials })
  expect((await call('POST', `/schedules/${job}/retry`, 'contributor')).status).toBe(403)
  expect((await call('POST', `/schedules/${job}/retry`, 'editor')).status).toBe(200)
  expect((await deskOf('editor')).scheduled.overdue).toEqual([])
  await runDueJobs(payload)
  expect((await deskOf('editor')).scheduled.overdue).toHaveLength(1)
  expect((await call('DELETE', `/schedules/${job}`, 'contributor')).status).toBe(403)
  expect((await call('DELETE', `/schedules/${job}`, 'editor')).status).toBe(200)
  expect((await call('DELETE', `/schedules/${job}`, 'editor')).status).toBe(404)
  expect((await deskOf('editor')).scheduled.overdue).toEqual([])
})

test('the calendar has what is planned and what is published, as far as the user may read it', async () => {
  const [own, other] = [await write(), await write()]
  await payload.update({
    collection: 'articles',
    id: other,
    data: { createdBy: newsroom.editor.id },
  })
  for (const id of [own, other]) await schedule(id, 'publish', minutesFromNow(60 * 24))
  const from = minutesFromNow(-60 * 24).toISOString()
  const to = minutesFromNow(60 * 24 * 3).toISOString()
  const planned = async (who: 'editor' | 'contributor' | 'frontend') => {
    const path = `/calendar?from=${from}&to=${to}`
    const { body, status } = await callRest(config, { path, ...newsroom[who].credentials })
    if (status !== 200) return status
    const entries: { article: string; kind: string }[] = JSON.parse(JSON.stringify(body.entries))
    expect(entries.some(({ kind }) => kind === 'published')).toBe(true)
    return entries.flatMap(({ article, kind }) => (kind === 'publish' ? article : []))
  }
  expect(await planned('editor')).toEqual(expect.arrayContaining([own, other]))
  expect(await planned('contributor')).toEqual([own])
  expect(await planned('frontend')).toBe(403)
  const tooLong = await callRest(config, {
    path: '/calendar?from=2020-01-01&to=2026-01-01',
    ...newsroom.editor.credentials,
  })
  expect(tooLong.status).toBe(400)
})

test('the first page shows each role what waits for it', async () => {
  const id = await write()
  await payload.update({ collection: 'articles', id, data: { stage: 'in-review' }, draft: true })
  const editor = await deskOf('editor')
  expect(editor.waiting.rows.map((row) => row.id)).toContain(id)
  expect(editor.health).toMatchObject({ jobs: 'good', hasMail: false })
  const contributor = await deskOf('contributor')
  expect(contributor.waiting.count).toBe(0)
  expect(contributor.inReview.rows.map((row) => row.id)).toContain(id)
  expect([contributor.health, contributor.imports]).toEqual([undefined, undefined])
  expect((await deskOf('editor', minutesFromNow(10))).health?.jobs).toBe('stopped')
})
