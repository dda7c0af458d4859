import type { Payload, SanitizedConfig } from 'payload'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countSections } from '../../src/terms/countSections'
import { INDEXED_AT_ONCE } from '../../src/terms/mergeTerms'
import { changeFeedOf, type Change } from '../../src/changes/feed'
import { CALLERS, createNewsroom, type Newsroom } from '../harness/newsroom'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { callRest, type Credentials } from '../harness/rest'

/** Moving and merging categories, tags and authors. */

let installation: TestPayload
let payload: Payload
let config: SanitizedConfig
let newsroom: Newsroom
let count = 0

beforeAll(async () => {
  // Read once by the process.
  process.env.ARTICLE_URL = '/{category}/{slug}'
  process.env.CATEGORY_URL = '/section/{path}/'
  process.env.TAG_URL = '/tag/{slug}/'
  installation = await openTestPayload()
  ;({ payload, config } = installation)
  newsroom = await createNewsroom(payload, config)
})

afterAll(() => installation.close())

type Collection = 'categories' | 'tags' | 'authors'

const make = async (collection: Collection, name: string, more = {}): Promise<string> => {
  const kind = collection === 'authors' ? { kind: 'person' as const } : {}
  return (await payload.create({ collection, data: { name, ...kind, ...more } })).id
}

const write = async (more: object): Promise<string> => {
  count += 1
  const { id } = await payload.create({
    collection: 'articles',
    data: {
      title: `Article ${count}`,
      locale: 'en',
      stage: 'draft',
      _status: 'published',
      publishedAt: '2024-01-01T00:00:00.000Z',
      ...more,
    },
  })
  return id
}

const merge = (
  collection: Collection,
  from: string,
  into: unknown,
  caller: Credentials = newsroom.editor.credentials,
) =>
  callRest(config, {
    method: 'POST',
    path: `/${collection}/${from}/merge`,
    body: { into },
    ...caller,
  })

const stored = (id: string) => payload.findByID({ collection: 'articles', id, depth: 0 })
const newest = (id: string) =>
  payload.findByID({ collection: 'articles', id, depth: 0, draft: true })

const exists = async (collection: Collection, id: string) =>
  (await payload.count({ collection, where: { id: { equals: id } } })).totalDocs === 1

const redirectFrom = async (from: string) =>
  (await payload.find({ collection: 'redirects', where: { from: { equals: from } }, depth: 0 }))
    .docs[0]?.to

/** Articles that the newsroom finds by words. */
const found = async (words: string): Promise<string[]> => {
  const where = { fullText: { like: words } }
  const { docs } = await payload.find({ collection: 'articles', where, draft: true, depth: 0 })
  return docs.map(({ id }) => id)
}

const numberFound = async (words: string): Promise<number> =>
  (await payload.count({ collection: 'articles', where: { fullText: { like: words } } })).totalDocs

describe('a merge', () => {
  test('moves articles, drafts and what else they have stays; twice is once', async () => {
    const [from, into, other] = [
      await make('tags', 'harbor'),
      await make('tags', 'harbour'),
      await make('tags', 'sea'),
    ]
    const author = await make('authors', 'Sailor')
    const plain = await write({ tags: [other, from], authors: [author], aliases: ['/old/'] })
    const both = await write({ tags: [from, into] })
    const draft = await write({ tags: [other] })
    await payload.update({
      collection: 'articles',
      id: draft,
      data: { tags: [from, other], title: 'Being written' },
      draft: true,
    })
    const untouched = await write({ tags: [other] })
    const told: Change[] = []
    changeFeedOf(payload).listen((changes) => told.push(...changes))

    const preview = await callRest(config, {
      path: `/tags/${from}/merge?into=${into}`,
      ...newsroom.editor.credentials,
    })
    expect(preview.body).toEqual({ articles: 3, children: 0 })
    expect((await merge('tags', from, into)).body).toEqual({ articles: 3, children: 0 })

    expect(await stored(plain)).toMatchObject({
      tags: [other, into],
      authors: [author],
      aliases: ['/old/'],
    })
    expect((await stored(both)).tags).toEqual([into])
    expect((await stored(draft)).tags).toEqual([other])
    expect(await newest(draft)).toMatchObject({ tags: [into, other], title: 'Being written' })
    expect(await exists('tags', from)).toBe(false)
    expect(await redirectFrom('/tag/harbor/')).toMatchObject({ url: '/tag/harbour/' })
    const ids = told.find(({ collection }) => collection === 'articles')?.ids
    expect(ids).toEqual(expect.arrayContaining([plain, both, draft]))
    expect(ids).not.toContain(untouched)
    expect(await found('harbour')).toEqual(expect.arrayContaining([plain, both, draft]))
    expect(await found('harbor ')).toEqual([])
    expect((await merge('tags', from, into)).status).toBe(400)
  })

  test('of more articles than are indexed at once leaves the search to a job', async () => {
    const [from, into] = [await make('tags', 'multitude'), await make('tags', 'throng')]
    for (let at = 0; at <= INDEXED_AT_ONCE; at += 1) {
      await payload.db.create({
        collection: 'articles',
        data: {
          ...{ title: `Many ${at}`, slug: `many-${at}`, locale: 'en', stage: 'draft' },
          ...{ _status: 'published', publishedAt: '2024-01-01T00:00:00.000Z', tags: [from] },
        },
        returning: false,
        req: {},
      })
    }
    const many = INDEXED_AT_ONCE + 1
    expect((await merge('tags', from, into)).body).toEqual({ articles: many, children: 0 })
    expect(await numberFound('throng')).toBe(0)
    await payload.jobs.run({ silent: true })
    expect(await numberFound('throng')).toBe(many)
  })

  test('goes on where it was stopped', async () => {
    const [from, into] = [await make('tags', 'gone'), await make('tags', 'kept')]
    const article = await write({ tags: [from] })
    const { termStore } = await import('../../src/terms/replaceTerm')
    // As if the process had ended after its first statements.
    await termStore(payload, 'tags').replace(from, into)
    expect((await merge('tags', from, into)).status).toBe(200)
    expect((await stored(article)).tags).toEqual([into])
    expect(await exists('tags', from)).toBe(false)
    expect(await found('kept')).toEqual([article])
  })

  test('of categories takes what is below along, and namesakes become one', async () => {
    const news = await make('categories', 'News')
    const local = await make('categories', 'Local', { parent: news })
    const street = await make('categories', 'Street', { parent: local })
    const city = await make('categories', 'City')
    const cityLocal = await make('categories', 'Local', { parent: city })
    const article = await write({ categories: [local], slug: 'fire' })

    expect((await merge('categories', news, city)).body).toMatchObject({ children: 1 })

    expect(await exists('categories', news)).toBe(false)
    expect(await exists('categories', local)).toBe(false)
    expect(
      await payload.findByID({ collection: 'categories', id: street, depth: 0 }),
    ).toMatchObject({ path: 'city/local/street', parent: cityLocal })
    expect((await stored(article)).categories).toEqual([cityLocal])
    expect(await redirectFrom('/section/news/')).toMatchObject({ url: '/section/city/' })
    expect(await redirectFrom('/section/news/local/')).toMatchObject({
      url: '/section/city/local/',
    })
    expect(await redirectFrom('/news/local/fire')).toMatchObject({ article })
  })

  test('of authors keeps the link to a user', async () => {
    const from = await make('authors', 'J. Carter', { user: newsroom.author.id })
    const into = await make('authors', 'Jane Carter')
    await merge('authors', from, into)
    expect(await payload.findByID({ collection: 'authors', id: into, depth: 0 })).toMatchObject({
      user: newsroom.author.id,
    })
  })

  test('is recorded', async () => {
    const { docs } = await payload.find({
      collection: 'activity',
      where: { action: { equals: 'merge' } },
    })
    expect(docs.map(({ title, detail }) => [detail, title])).toContainEqual(['harbor', 'harbour'])
  })

  test('into itself, into nothing, or into what stands below is refused', async () => {
    const top = await make('categories', 'Top')
    const below = await make('categories', 'Below', { parent: top })
    const codeOf = async (into: unknown) => {
      const { body, status } = await merge('categories', top, into)
      expect(status).toBe(400)
      return JSON.stringify(body)
    }
    expect(await codeOf(top)).toContain('itself')
    expect(await codeOf(undefined)).toContain('gone')
    expect(await codeOf('00000000-0000-4000-8000-000000000000')).toContain('gone')
    expect(await codeOf(below)).toContain('below')
    expect(await exists('categories', top)).toBe(true)
  })

  test.each(CALLERS)('by %s: editors and admins alone', async (caller) => {
    const credentials = caller === 'public' ? {} : newsroom[caller].credentials
    for (const collection of ['categories', 'tags', 'authors'] as const) {
      const from = await make(collection, `From ${caller}`)
      const into = await make(collection, `Into ${caller}`)
      const isAllowed = ['admin', 'editor'].includes(caller)
      const preview = await callRest(config, {
        path: `/${collection}/${from}/merge?into=${into}`,
        ...credentials,
      })
      expect(preview.status).toBe(isAllowed ? 200 : 403)
      expect((await merge(collection, from, into, credentials)).status).toBe(isAllowed ? 200 : 403)
      expect(await exists(collection, from)).toBe(!isAllowed)
    }
  })
})

describe('a category that is moved', () => {
  const moveBelow = (id: string, parent: string | null) =>
    callRest(config, {
      method: 'PATCH',
      path: `/categories/${id}`,
      body: { parent },
      ...newsroom.editor.credentials,
    })

  test('takes those below along; readers find it and its articles at the old addresses', async () => {
    const sport = await make('categories', 'Sport')
    const ball = await make('categories', 'Ball', { parent: sport })
    const games = await make('categories', 'Games')
    const article = await write({ categories: [ball], slug: 'final' })
    expect((await moveBelow(sport, games)).status).toBe(200)
    expect(await payload.findByID({ collection: 'categories', id: ball })).toMatchObject({
      path: 'games/sport/ball',
    })
    expect(await redirectFrom('/section/sport/ball/')).toMatchObject({
      url: '/section/games/sport/ball/',
    })
    expect(await redirectFrom('/sport/ball/final')).toMatchObject({ article })
    await moveBelow(sport, null)
    expect(await redirectFrom('/section/sport/ball/')).toBeUndefined()
    expect(await redirectFrom('/section/games/sport/ball/')).toMatchObject({
      url: '/section/sport/ball/',
    })
  })

  test('is counted with those below it, an article once', async () => {
    const top = await make('categories', 'Summit')
    const below = await make('categories', 'Slope', { parent: top })
    const bottom = await make('categories', 'Valley', { parent: below })
    await write({ categories: [top, bottom] })
    await write({ categories: [bottom] })
    await write({ categories: [below], deletedAt: '2024-01-01T00:00:00.000Z' })
    const counts = await countSections(payload)
    expect([top, below, bottom].map((id) => counts.get(id))).toEqual([2, 2, 2])
  })

  test('never stands below itself', async () => {
    const one = await make('categories', 'One')
    const two = await make('categories', 'Two', { parent: one })
    const three = await make('categories', 'Three', { parent: two })
    for (const parent of [one, two, three]) {
      const { body, status } = await moveBelow(one, parent)
      expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('below itself')])
    }
    expect((await moveBelow(three, one)).status).toBe(200)
  })
})
