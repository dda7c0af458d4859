import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { removeOldActivity } from '../../src/jobs/purgeActivity'
import { restApi } from '../harness/contentApi'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, isObject } from '../harness/rest'

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
})

afterAll(() => installation.close())

const FROM = { 'x-galley-client-address': '203.0.113.7', 'user-agent': 'Test browser' }

const entries = async (where: object) => {
  const { docs } = await payload.find({
    collection: 'activity',
    where: JSON.parse(JSON.stringify(where)),
    sort: 'createdAt',
    limit: 0,
    depth: 0,
  })
  return docs
}

const newArticle = async (title: string): Promise<string> => {
  const api = restApi(config, newsroom.editor.credentials)
  const { doc } = await api.create('articles', { title, locale: 'en' }, { draft: true })
  return String(doc?.id)
}

test('tells who did what to an article, in its order, with the move and its note', async () => {
  const id = await newArticle('Followed')
  const api = restApi(config, newsroom.editor.credentials)
  await api.update('articles', id, { title: 'Renamed' }, { draft: true })
  await api.update('articles', id, { stage: 'in-review' })
  await api.update('articles', id, { stage: 'changes-requested', stageNote: 'Shorter.' })
  await api.update('articles', id, { _status: 'published' })
  await api.update('articles', id, { title: 'Draft on top' }, { draft: true })
  await api.update('articles', id, { _status: 'draft' }, { draft: false })
  await api.remove('articles', id)
  const found = await entries({ documentId: { equals: id } })
  expect(found.map(({ action, detail }) => [action, detail ?? null])).toEqual([
    ['create', null],
    ['update', null],
    ['move', 'draft → in-review'],
    ['move', 'in-review → changes-requested: Shorter.'],
    ['publish', null],
    ['update', null],
    ['update', null],
    ['delete', null],
  ])
  expect(found[0]).toMatchObject({ user: newsroom.editor.id, userName: 'editor' })
})

test('records of a row of autosaves the first', async () => {
  const id = await newArticle('Typed')
  await payload.db.deleteMany({ collection: 'activity', where: { documentId: { equals: id } } })
  for (const title of ['T', 'Ty', 'Typ']) {
    await callRest(config, {
      method: 'PATCH',
      path: `/articles/${id}?autosave=true&draft=true`,
      body: { title },
      ...newsroom.editor.credentials,
    })
  }
  expect(await entries({ documentId: { equals: id } })).toMatchObject([{ action: 'update' }])
})

test('tells of logins, refused logins and logouts, and where they came from', async () => {
  const { email } = newsroom.author
  const logIn = (password: string) =>
    callRest(config, {
      method: 'POST',
      path: '/users/login',
      body: { email, password },
      headers: FROM,
    })
  await logIn('not the password')
  const { body } = await logIn('a-long-password-1')
  await callRest(config, { method: 'POST', path: '/users/logout', token: String(body.token) })
  const found = await entries({ userAgent: { equals: 'Test browser' } })
  expect(found).toMatchObject([
    { action: 'login-failed', title: email, address: '203.0.113.7' },
    { action: 'login', user: newsroom.author.id, address: '203.0.113.7' },
  ])
  const [logout] = await entries({ action: { equals: 'logout' } })
  expect(logout).toMatchObject({ user: newsroom.author.id })
})

test('does not grow without end when passwords are guessed', async () => {
  const headers = { 'x-galley-client-address': '203.0.113.99' }
  for (let index = 0; index < 25; index += 1) {
    const body = { email: `nobody-${index}@newsroom.test`, password: 'guess' }
    await callRest(config, { method: 'POST', path: '/users/login', body, headers })
  }
  expect(await entries({ address: { equals: '203.0.113.99' } })).toHaveLength(20)
})

test('is exported as CSV by admins alone, with the filter, every page of it, and no formulas', async () => {
  for (let index = 0; index < 1100; index += 1) {
    await payload.db.create({
      collection: 'activity',
      data: {
        action: 'update',
        documentType: 'tags',
        title: index === 0 ? '=HYPERLINK("x"),2' : `标签 ${index}`,
        createdAt: new Date(Date.UTC(2020, 0, 1, 0, 0, Math.floor(index / 7))).toISOString(),
      },
      returning: false,
    })
  }
  const path = '/activity/export?where[documentType][equals]=tags'
  const { body, headers } = await callRest(config, { path, ...newsroom.admin.credentials })
  const lines = String(body.text).trim().split('\r\n')
  expect(headers.get('content-type')).toContain('text/csv')
  expect(lines).toHaveLength(1101)
  expect(new Set(lines).size).toBe(1101)
  expect(lines.join('\n')).toContain(`"'=HYPERLINK(""x""),2"`)
  expect(lines[1]).toContain('标签')
  for (const who of ['editor', 'contributor', 'frontend'] as const) {
    expect((await callRest(config, { path, ...newsroom[who].credentials })).status).toBe(403)
  }
  const broken = '/activity/export?where[nothing][equals]=1'
  const answer = await callRest(config, { path: broken, ...newsroom.admin.credentials })
  expect([answer.status, isObject(answer.body)]).toEqual([400, true])
})

test('is kept as long as configured', async () => {
  const days = (number: number) => Date.now() + number * 86_400_000
  const before = (await payload.count({ collection: 'activity' })).totalDocs
  process.env.ACTIVITY_DAYS = '0'
  await removeOldActivity(payload, days(5000))
  expect((await payload.count({ collection: 'activity' })).totalDocs).toBe(before)
  process.env.ACTIVITY_DAYS = '30'
  await removeOldActivity(payload)
  expect(await entries({ createdAt: { less_than: '2021-01-01' } })).toEqual([])
  expect((await payload.count({ collection: 'activity' })).totalDocs).toBeGreaterThan(0)
  await removeOldActivity(payload, days(31))
  expect((await payload.count({ collection: 'activity' })).totalDocs).toBe(0)
})
