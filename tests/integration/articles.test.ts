import type { Payload } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let installation: TestPayload
let payload: Payload

beforeAll(async () => {
  installation = await openTestPayload()
  payload = installation.payload
})

afterAll(() => installation.close())

type Data = { title: string; locale?: string; slug?: string; publishedAt?: string }

const publish = (data: Data) =>
  payload.create({
    collection: 'articles',
    data: { locale: 'en', stage: 'draft', ...data, _status: 'published' },
  })

const draft = (data: Data) =>
  payload.create({
    collection: 'articles',
    data: { locale: 'en', stage: 'draft', ...data, _status: 'draft' },
    draft: true,
  })

describe('the slug', () => {
  test('keeps the letters of every script', async () => {
    expect((await publish({ title: '你好，World：第一篇' })).slug).toBe('你好-world-第一篇')
  })

  test('is numbered when another article of the language has it', async () => {
    const slugs = []
    for (let index = 0; index < 3; index += 1) slugs.push((await publish({ title: 'Same' })).slug)
    expect(slugs).toEqual(['same', 'same-2', 'same-3'])
  })

  test('may be the same in another language', async () => {
    await publish({ title: 'Both', locale: 'en' })
    expect((await publish({ title: 'Both', locale: 'zh' })).slug).toBe('both')
  })

  test('stays when the title changes', async () => {
    const { id } = await publish({ title: 'First title' })
    const changed = await payload.update({ collection: 'articles', id, data: { title: 'Second' } })
    expect(changed.slug).toBe('first-title')
  })

  test('with characters that mean something to a database is still unique', async () => {
    const slugs = [
      (await publish({ title: 'One', slug: 'a_b' })).slug,
      (await publish({ title: 'a b' })).slug,
      (await publish({ title: 'Two', slug: 'a_b' })).slug,
    ]
    expect(slugs).toEqual(['a_b', 'a-b', 'a_b-2'])
  })

  test('is what an author gave, but for what no address can hold', async () => {
    expect((await publish({ title: 'Release', slug: 'v1.2 Notes' })).slug).toBe('v1.2-notes')
  })

  test('is given once when two articles are saved at the same moment', async () => {
    const outcomes = await Promise.allSettled([
      publish({ title: 'At once' }),
      publish({ title: 'At once' }),
    ])
    const slugs = outcomes.flatMap((outcome) =>
      outcome.status === 'fulfilled' ? [outcome.value.slug] : [],
    )
    expect(slugs.length).toBeGreaterThan(0)
    expect(new Set(slugs).size).toBe(slugs.length)
  })
})

describe('publication', () => {
  test('without a date happens now', async () => {
    const before = Date.now()
    const { publishedAt } = await publish({ title: 'Now' })
    expect(Date.parse(publishedAt ?? '')).toBeGreaterThanOrEqual(before - 1000)
  })

  test('keeps a date that is given', async () => {
    const publishedAt = '2012-03-04T05:06:07.000Z'
    expect((await publish({ title: 'Then', publishedAt })).publishedAt).toBe(publishedAt)
  })

  test('of a draft leaves the date open until then', async () => {
    const { id, publishedAt } = await draft({ title: 'Later' })
    expect(publishedAt ?? null).toBeNull()
    const now = await payload.update({ collection: 'articles', id, data: { _status: 'published' } })
    expect(now.publishedAt).toEqual(expect.any(String))
  })

  test('by schedule happens when the job runs and not before', async () => {
    const { id } = await draft({ title: 'Scheduled' })
    const input = { type: 'publish' as const, doc: { relationTo: 'articles' as const, value: id } }
    const queue = (waitUntil: Date) =>
      payload.jobs.queue({ task: 'schedulePublish', input, waitUntil })
    const statusAfterRun = async () => {
      await payload.jobs.run({ silent: true })
      return (await payload.findByID({ collection: 'articles', id }))._status
    }
    await queue(new Date(Date.now() + 3_600_000))
    expect(await statusAfterRun()).toBe('draft')
    await queue(new Date(Date.now() - 1000))
    expect(await statusAfterRun()).toBe('published')
  })
})

describe('drafts and versions', () => {
  test('a change on a published article is not read until it is published', async () => {
    const { id } = await publish({ title: 'Public' })
    const change = { title: 'Changed', _status: 'draft' as const }
    await payload.update({ collection: 'articles', id, data: change, draft: true })
    expect((await payload.findByID({ collection: 'articles', id })).title).toBe('Public')
    expect((await payload.findByID({ collection: 'articles', id, draft: true })).title).toBe(
      'Changed',
    )
  })

  test('an earlier version can be restored', async () => {
    const { id } = await publish({ title: 'One' })
    await payload.update({ collection: 'articles', id, data: { title: 'Two' } })
    const { docs } = await payload.findVersions({
      collection: 'articles',
      where: { and: [{ parent: { equals: id } }, { 'version.title': { equals: 'One' } }] },
    })
    await payload.restoreVersion({ collection: 'articles', id: docs[0]?.id ?? '' })
    expect((await payload.findByID({ collection: 'articles', id })).title).toBe('One')
  })

  test('an article in the trash is found only there, and comes back', async () => {
    const { id } = await publish({ title: 'Trashed' })
    const found = async (trash: boolean) =>
      (await payload.find({ collection: 'articles', where: { id: { equals: id } }, trash }))
        .totalDocs
    const deletedAt = new Date().toISOString()
    await payload.update({ collection: 'articles', id, data: { deletedAt } })
    expect([await found(false), await found(true)]).toEqual([0, 1])
    await payload.update({ collection: 'articles', id, data: { deletedAt: null }, trash: true })
    expect(await found(false)).toBe(1)
  })
})

describe('categories', () => {
  const create = (name: string, parent?: string) =>
    payload.create({ collection: 'categories', data: { name, parent } })
  const read = (id: string) => payload.findByID({ collection: 'categories', id, depth: 0 })

  test('know their path and the way to it', async () => {
    const root = await create('技术')
    const leaf = await create('Node', root.id)
    const { path, breadcrumbs } = await read(leaf.id)
    expect(path).toBe('技术/node')
    expect(breadcrumbs?.map(({ label, url }) => [label, url])).toEqual([
      ['技术', '/技术'],
      ['Node', '/技术/node'],
    ])
  })

  test('follow when a parent far above gets another name and address', async () => {
    const root = await create('Top')
    const middle = await create('Middle', root.id)
    const leaf = await create('Leaf', middle.id)
    await payload.update({
      collection: 'categories',
      id: root.id,
      data: { name: 'Renamed', slug: 'renamed' },
    })
    expect([(await read(middle.id)).path, (await read(leaf.id)).path]).toEqual([
      'renamed/middle',
      'renamed/middle/leaf',
    ])
    expect((await read(leaf.id)).breadcrumbs?.[0]?.label).toBe('Renamed')
  })

  test('of the same name may stand under different parents, once under each', async () => {
    const [one, two] = [await create('P1'), await create('P2')]
    await create('News', one.id)
    await create('News', two.id)
    await expect(create('News', one.id)).rejects.toThrow()
  })
})

test('ids are strings in every collection', async () => {
  const ids = [
    (await publish({ title: 'Id' })).id,
    (await payload.create({ collection: 'tags', data: { name: 'Id' } })).id,
    (await payload.create({ collection: 'authors', data: { name: 'Id', kind: 'person' } })).id,
  ]
  expect(ids.map((id) => typeof id)).toEqual(['string', 'string', 'string'])
})
