import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchIndexOf } from '../../src/search/searchIndex'
import { search } from '../harness/contentApi'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Credentials } from '../harness/rest'

/** How the newsroom finds articles in the list: by words and by a category with what is below it. */

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom
let news = ''
let local = ''

const paragraph = (text: string) => ({
  root: {
    type: 'root',
    format: '' as const,
    indent: 0,
    version: 1,
    direction: null,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text }] }],
  },
})

const write = async (title: string, text: string, more = {}) => {
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title,
      locale: 'en',
      stage: 'draft',
      content: paragraph(text),
      _status: 'draft',
      ...more,
    },
  })
  return id
}

beforeAll(async () => {
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
  const category = async (name: string, parent?: string) =>
    (await payload.create({ collection: 'categories', data: { name, parent } })).id
  news = await category('News')
  local = await category('Local', news)
  const street = await category('Street', local)
  const sport = await category('Sport')
  const author = await payload.create({
    collection: 'authors',
    data: { name: '林河', kind: 'person' },
  })
  await write('The harbour', 'A lighthouse keeper retires.', {
    categories: [news],
    _status: 'published',
    publishedAt: '2024-01-01T00:00:00.000Z',
  })
  await write('河边的老书店', '店主守着一间旧书店。', { categories: [street], locale: 'zh' })
  await write('A cup final', 'Nobody kept the score.', {
    categories: [sport],
    authors: [author.id],
    createdBy: newsroom.contributor.id,
  })
})

afterAll(() => installation.close())

const titles = async (where: object, caller: Credentials = newsroom.editor.credentials) => {
  const path = `/articles${search({ where, draft: true, depth: 0, sort: 'title' })}`
  const { body, status } = await callRest(config, { path, ...caller })
  const docs = Array.isArray(body.docs) ? body.docs : []
  return status === 200 ? docs.map(({ title }: { title: string }) => title) : status
}

describe('a search in the list', () => {
  test.each([
    ['lighthouse', ['The harbour']],
    ['旧书店', ['河边的老书店']],
    ['林河', ['A cup final']],
    ['Sport', ['A cup final']],
    ['nowhere', []],
    ['', []],
  ])('for %j finds by text, names of authors and categories', async (words, found) => {
    expect(await titles({ fullText: { like: words } })).toEqual(found)
  })

  test('keeps the other conditions, and can be turned round', async () => {
    const both = { and: [{ fullText: { contains: '书店' } }, { locale: { equals: 'en' } }] }
    expect(await titles(both)).toEqual([])
    expect(await titles({ fullText: { not_like: '书店' } })).toEqual(['A cup final', 'The harbour'])
    const either = {
      or: [{ fullText: { equals: 'harbour' } }, { and: [{ locale: { equals: 'zh' } }] }],
    }
    expect(await titles(either)).toEqual(['The harbour', '河边的老书店'])
  })

  test('shows a contributor public articles and own ones', async () => {
    const caller = newsroom.contributor.credentials
    expect(await titles({ fullText: { in: 'harbour,书店,score' } }, caller)).toEqual([
      'A cup final',
      'The harbour',
    ])
  })

  test('is refused to the public and for an operator without a meaning', async () => {
    expect(await titles({ fullText: { like: '书店' } }, {})).toBe(400)
    expect(await titles({ fullText: { like: '书店' } }, newsroom.frontend.credentials)).toBe(400)
    expect(await titles({ fullText: { greater_than: 'a' } })).toBe(400)
  })
})

describe('a category', () => {
  test('finds what is in the categories below it too', async () => {
    expect(await titles({ section: { equals: news } })).toEqual(['The harbour', '河边的老书店'])
    expect(await titles({ section: { in: local } })).toEqual(['河边的老书店'])
    expect(await titles({ section: { not_in: [news] } })).toEqual(['A cup final'])
    expect(await titles({ categories: { equals: news } })).toEqual(['The harbour'])
  })

  test('is refused to the public as a filter', async () => {
    expect(await titles({ section: { equals: news } }, {})).toBe(400)
  })
})

test('a change in bulk reaches what the list has found', async () => {
  const where = { and: [{ section: { equals: news } }, { fullText: { like: '书店' } }] }
  const { body } = await callRest(config, {
    method: 'PATCH',
    path: `/articles${search({ where, draft: true, depth: 0 })}`,
    body: { excerpt: 'Found.' },
    ...newsroom.editor.credentials,
  })
  expect(body).toMatchObject({ docs: [{ title: '河边的老书店', excerpt: 'Found.' }], errors: [] })
})

describe('a saved view', () => {
  const save = (caller: Credentials) =>
    callRest(config, {
      method: 'POST',
      path: '/payload-query-presets',
      body: {
        title: 'Waiting for review',
        relatedCollection: 'articles',
        where: { and: [{ stage: { equals: 'in-review' } }] },
        access: { read: { constraint: 'everyone' } },
      },
      ...caller,
    })

  test("is the newsroom's, and no frontend sees it", async () => {
    expect((await save(newsroom.editor.credentials)).status).toBe(201)
    const seenBy = async (caller: Credentials) =>
      (await callRest(config, { path: '/payload-query-presets', ...caller })).body.totalDocs
    expect(await seenBy(newsroom.contributor.credentials)).toBe(1)
    expect(await seenBy(newsroom.frontend.credentials)).toBeUndefined()
    expect(await seenBy({})).toBeUndefined()
    expect((await save(newsroom.frontend.credentials)).status).toBe(403)
  })

  test('is changed by its owner alone, unless shared for that', async () => {
    const { body } = await callRest(config, {
      path: '/payload-query-presets',
      ...newsroom.editor.credentials,
    })
    const [{ id }] = Array.isArray(body.docs) ? body.docs : []
    const rename = (caller: Credentials) =>
      callRest(config, {
        method: 'PATCH',
        path: `/payload-query-presets/${id}`,
        body: { title: 'Mine' },
        ...caller,
      })
    expect((await rename(newsroom.author.credentials)).status).toBe(403)
    expect((await rename(newsroom.editor.credentials)).status).toBe(200)
  })
})

describe('the palette', () => {
  const found = async (q: string, caller: Credentials = newsroom.editor.credentials) => {
    const path = `/palette?q=${encodeURIComponent(q)}`
    const { body, status } = await callRest(config, { path, ...caller })
    const docs = Array.isArray(body.docs) ? body.docs : []
    return status === 200
      ? docs.map(({ collection, title }: Record<string, string>) => `${collection}: ${title}`)
      : status
  }

  test('finds documents of each kind by a few words', async () => {
    expect(await found('旧书店')).toEqual(['articles: 河边的老书店'])
    expect(await found('林河')).toEqual(['articles: A cup final', 'authors: 林河'])
    expect(await found('local')).toEqual(['categories: Local', 'categories: Street'])
    expect(await found('contributor')).toEqual(['users: contributor'])
  })

  test('offers the articles that were changed last, without words', async () => {
    expect(await found(' ')).toHaveLength(3)
  })

  test('shows nobody what that user may not read', async () => {
    expect(await found('书店', newsroom.contributor.credentials)).toEqual([])
    expect(await found('score', newsroom.contributor.credentials)).toEqual([
      'articles: A cup final',
    ])
    expect(await found('书店', newsroom.frontend.credentials)).toBe(403)
    expect(await found('书店', {})).toBe(403)
  })
})

test('a word that thousands of articles have leaves none out', async () => {
  const { docs } = await payload.find({ collection: 'articles', draft: true, depth: 0 })
  const real = docs.map(({ id }) => id)
  const others = Array.from({ length: 12_000 }, (_, number) => `elsewhere-${number}`)
  for (const articles of [real, ...inParts(others, 1000)]) {
    await searchIndexOf(payload).replace(
      articles,
      articles.map((article) => ({
        article,
        scope: 'both',
        stamp: 'x',
        title: 'Common',
        names: '',
        excerpt: '',
        body: '',
        facets: [],
        publishedAt: undefined,
        expiresAt: undefined,
        createdBy: undefined,
      })),
    )
  }
  const all = ['A cup final', 'The harbour', '河边的老书店']
  expect(await titles({ fullText: { like: 'common' } })).toEqual(all)
  expect(await titles({ fullText: { not_like: 'common' } })).toEqual([])
})

const inParts = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, part) =>
    items.slice(part * size, (part + 1) * size),
  )
