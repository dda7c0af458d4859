import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Credentials } from '../harness/rest'

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

/** What the panel does when "Create new" is opened. */
const open = async (who: 'editor' | 'contributor'): Promise<string> => {
  const user = await payload.findByID({ collection: 'users', id: newsroom[who].id })
  const { id } = await payload.create({
    collection: 'articles',
    data: {},
    draft: true,
    user: { ...user, collection: 'users' },
    overrideAccess: false,
  })
  return id
}

const save = (
  id: string,
  data: { title: string },
  { credentials }: { credentials: Credentials },
  query = '',
) =>
  callRest(config, {
    method: 'PATCH',
    path: `/articles/${id}?draft=true${query}`,
    body: data,
    ...credentials,
  })

const autosave = (id: string, data: { title: string }, who: { credentials: Credentials }) =>
  save(id, data, who, '&autosave=true')

const leave = (id: string, { credentials }: { credentials: Credentials }, query = '') =>
  callRest(config, { method: 'POST', path: `/articles/${id}/leave${query}`, ...credentials })

const lock = (article: string, user: string) =>
  payload.create({
    collection: 'payload-locked-documents',
    data: {
      document: { relationTo: 'articles', value: article },
      user: { relationTo: 'users', value: user },
    },
  })

const holders = async (article: string): Promise<unknown[]> => {
  const { docs } = await payload.find({
    collection: 'payload-locked-documents',
    where: { 'document.value': { equals: article } },
    depth: 0,
  })
  return docs.map(({ user }) => user.value)
}

const actionsOn = async (id: string): Promise<string[]> => {
  const { docs } = await payload.find({
    collection: 'activity',
    where: { documentId: { equals: id } },
    sort: 'createdAt',
  })
  return docs.map(({ action }) => action)
}

const isThere = async (id: string): Promise<boolean> =>
  (await payload.count({ collection: 'articles', where: { id: { equals: id } } })).totalDocs > 0

test('keeps the lock at an autosave, gives it back at a save and when the article is left', async () => {
  const { editor } = newsroom
  const id = await open('editor')
  await lock(id, editor.id)
  await autosave(id, { title: 'One' }, editor)
  expect(await holders(id)).toEqual([editor.id])
  await save(id, { title: 'Two' }, editor)
  expect(await holders(id)).toEqual([])
  await autosave(id, { title: 'Three' }, editor)
  expect(await holders(id)).toEqual([editor.id])
  await leave(id, newsroom.author)
  expect(await holders(id)).toEqual([editor.id])
  await leave(id, editor)
  expect(await holders(id)).toEqual([])
})

test('refuses the autosaves and saves of who was taken over from', async () => {
  const { admin, editor } = newsroom
  const id = await open('editor')
  await autosave(id, { title: 'Mine' }, editor)
  const { docs } = await payload.find({
    collection: 'payload-locked-documents',
    where: { 'document.value': { equals: id } },
  })
  const taken = await callRest(config, {
    method: 'PATCH',
    path: `/payload-locked-documents/${docs[0]?.id}`,
    body: { user: { relationTo: 'users', value: admin.id } },
    ...admin.credentials,
  })
  expect(taken.status).toBe(200)
  await autosave(id, { title: 'Hers' }, admin)
  expect((await autosave(id, { title: 'Mine again' }, editor)).status).toBe(423)
  expect((await save(id, { title: 'Mine again' }, editor)).status).toBe(423)
  expect((await payload.findByID({ collection: 'articles', id, draft: true })).title).toBe('Hers')
  expect(await holders(id)).toEqual([admin.id])
})

test('removes an own article without a word when it is left, and every trace of it', async () => {
  const { contributor } = newsroom
  const id = await open('contributor')
  await lock(id, contributor.id)
  const answer = await leave(id, contributor, '?blank=true')
  expect(answer).toMatchObject({ status: 200, body: { isRemoved: true } })
  expect(await isThere(id)).toBe(false)
  expect(await actionsOn(id)).toEqual([])
  const versions = await payload.countVersions({
    collection: 'articles',
    where: { parent: { equals: id } },
  })
  expect(versions.totalDocs).toBe(0)
})

test('keeps an article with a word, of another, or open at another', async () => {
  const { contributor, editor } = newsroom
  const written = await open('contributor')
  await autosave(written, { title: 'A word' }, contributor)
  const others = await open('editor')
  const shared = await open('contributor')
  await lock(shared, editor.id)
  for (const id of [written, others, shared]) {
    expect((await leave(id, contributor, '?blank=true')).body).toEqual({ isRemoved: false })
    expect(await isThere(id)).toBe(true)
  }
  expect(await actionsOn(written)).toEqual(['create'])
})

test('answers nobody', async () => {
  const id = await open('editor')
  expect((await leave(id, { credentials: {} }, '?blank=true')).status).toBe(401)
})
