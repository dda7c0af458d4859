import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexArticles } from '../../../src/search/indexArticles'
import { reindex } from '../../../src/search/reindex'
import { searchArticles, type ArticleSearch } from '../../../src/search/searchArticles'
import { searchIndexOf } from '../../../src/search/searchIndex'
import { contentOf } from '../../harness/articleContent'
import { isObject } from '../../harness/rest'
import { openPublication, SECRET, storeArticle, type Publication } from '../site/publication'

let site: Publication

beforeAll(async () => {
  site = await openPublication()
})

afterAll(() => site.close())

const found = async (
  q: string,
  options: Partial<ArticleSearch> = {},
): Promise<(string | undefined)[]> => {
  const { hits } = await searchArticles(site.payload, { q, scope: { kind: 'public' }, ...options })
  return hits.map(({ title }) => title.replaceAll(/<\/?mark>/g, ''))
}

const publicly = async (query: string): Promise<Record<string, unknown>> => {
  const { status, json } = await site.get(`/api/search?${query}`)
  expect([query, status]).toEqual([query, 200])
  return isObject(json) ? json : {}
}

const titlesOf = ({ docs }: Record<string, unknown>): unknown[] =>
  Array.isArray(docs) ? docs.map((doc: unknown) => (isObject(doc) ? doc.title : doc)) : []

describe('search finds', () => {
  test('words without regard to case and accents, and beginnings of the last one', async () => {
    const { id } = await storeArticle(site, {
      title: 'Crème brûlée',
      content: contentOf('<p>Sugar</p>'),
    })
    expect(await found('CREME')).toEqual(['Crème brûlée'])
    expect(await found('brul')).toEqual(['Crème brûlée'])
    expect(await found('creme sugar')).toEqual(['Crème brûlée'])
    expect(await found('cre sugar')).toEqual([])
    await site.payload.delete({ collection: 'articles', id })
    expect(await found('creme')).toEqual([])
  })

  test('Chinese by parts of a sentence and by single characters', async () => {
    expect(await found('洪水')).toEqual(['洪水'])
    expect(await found('上涨')).toEqual(['洪水'])
    expect(await found('河')).toEqual(['洪水'])
    expect(await found('水河')).toEqual([])
  })

  test('names of authors, categories, tags, and follows a new name', async () => {
    expect((await found('reed')).sort()).toEqual(['Mills', expect.stringContaining('The flood')])
    await site.payload.update({
      collection: 'authors',
      id: site.ids.author ?? '',
      data: { name: 'Ada Marsh' },
    })
    expect(await found('reed')).toEqual([])
    expect(await found('marsh')).toHaveLength(2)
  })

  test.each(['authors', 'categories', 'tags'] as const)(
    'nothing by the name of one of the %s that is deleted or has another name',
    async (collection) => {
      const create = (name: string) =>
        site.payload.create({
          collection,
          data: { name, ...(collection === 'authors' && { kind: 'person' as const }) },
        })
      const [gone, renamed] = [await create('Quagga'), await create('Thylacine')]
      const data = { title: `Of ${collection}`, [collection]: [gone.id, renamed.id] }
      const article = await storeArticle(site, data)
      expect([await found('quagga'), await found('thylacine')]).toEqual([
        [data.title],
        [data.title],
      ])
      await site.payload.delete({ collection, where: { id: { equals: gone.id } } })
      await site.payload.update({ collection, id: renamed.id, data: { name: 'Tiger' } })
      expect([await found('quagga'), await found('thylacine')]).toEqual([[], []])
      expect(await found('tiger')).toEqual([data.title])
      await site.payload.delete({ collection, id: renamed.id })
      expect(await found('tiger')).toEqual([])
      expect(await found(data.title)).toEqual([data.title])
      await site.payload.delete({ collection: 'articles', id: article.id })
    },
  )

  test('titles before bodies', async () => {
    const data = { publishedAt: '2024-01-01T00:00:00.000Z' }
    const one = await storeArticle(site, {
      ...data,
      title: 'Other',
      content: contentOf(`<p>${'zebra '.repeat(3)}</p>`),
    })
    const two = await storeArticle(site, { ...data, title: 'Zebra' })
    expect(await found('zebra')).toEqual(['Zebra', 'Other'])
    for (const { id } of [one, two]) await site.payload.delete({ collection: 'articles', id })
  })

  test('nothing for signs that mean something to databases', async () => {
    for (const q of [
      '"',
      '*',
      'a OR b NOT',
      '^x',
      '{title}: flood"',
      '$regex',
      "'; DROP TABLE articles",
    ]) {
      expect([q, await found(q)]).toEqual([q, []])
    }
  })
})

describe('the public', () => {
  test('gets summaries with highlights, paged', async () => {
    const answer = await publicly('q=flood&locale=en')
    expect(answer).toMatchObject({ totalDocs: 1, totalPages: 1, page: 1 })
    expect(answer.docs).toMatchObject([
      {
        id: site.ids.first,
        url: '/en/flood/',
        highlight: { title: expect.stringContaining('<mark>flood</mark>') },
      },
    ])
    const first = await publicly('q=river&limit=1')
    const second = await publicly('q=river&limit=1&page=2')
    expect([first.totalPages, titlesOf(first).length, titlesOf(second).length]).toEqual([2, 1, 1])
    expect(titlesOf(first)).not.toEqual(titlesOf(second))
  })

  test('narrows by category with what is below, tag, author, time', async () => {
    expect(titlesOf(await publicly('q=river&category=news'))).toHaveLength(2)
    expect(titlesOf(await publicly('q=river&category=news/local'))).toHaveLength(1)
    expect(titlesOf(await publicly('q=river&tag=flood'))).toHaveLength(1)
    expect(titlesOf(await publicly('q=river&author=ada-reed'))).toHaveLength(1)
    expect(titlesOf(await publicly('q=river&before=2024-05-01'))).toEqual(['Bridges'])
    expect(titlesOf(await publicly('q=river&from=2024-05-01'))).toHaveLength(1)
    expect((await site.get('/api/search?q=river&tag=none')).status).toBe(404)
    expect((await site.get('/api/search')).status).toBe(400)
  })

  test('finds no word of what is not public', async () => {
    expect(await publicly(`q=${SECRET}`)).toMatchObject({ docs: [], totalDocs: 0 })
  })

  test('finds what is published, and no more what is withdrawn or trashed', async () => {
    const { payload } = site
    const { id } = await storeArticle(site, { title: 'Heron', _status: 'draft' })
    const change = (data: object) =>
      payload.update({ collection: 'articles', id, data, trash: true })
    const seen = async () => titlesOf(await publicly('q=heron'))
    expect(await seen()).toEqual([])
    await change({ _status: 'published', publishedAt: '2024-01-01T00:00:00.000Z' })
    expect(await seen()).toEqual(['Heron'])
    await change({ deletedAt: new Date().toISOString() })
    expect(await seen()).toEqual([])
    await change({ deletedAt: null })
    expect(await seen()).toEqual(['Heron'])
    await change({ _status: 'draft' })
    expect(await seen()).toEqual([])
    await payload.delete({ collection: 'articles', id })
  })
})

describe('the newsroom', () => {
  const newsroom = { scope: { kind: 'newsroom' } } as const

  test('finds drafts and newest versions, but not the trash', async () => {
    expect((await found(SECRET, newsroom)).sort()).toEqual([
      `${SECRET} change`,
      `${SECRET} draft`,
      `${SECRET} expired`,
      `${SECRET} future`,
    ])
    // The title that the public still sees is not the newest.
    expect(await found('bridges', { scope: { kind: 'newsroom' } })).toHaveLength(1)
  })

  test('shows a contributor own articles and public ones', async () => {
    const user = await site.payload.create({
      collection: 'users',
      data: {
        name: 'C',
        email: 'c@newsroom.test',
        password: 'a-long-password-1',
        role: 'contributor',
      },
    })
    const { id } = await site.payload.create({
      collection: 'articles',
      data: {
        title: `${SECRET} own`,
        locale: 'en',
        stage: 'draft',
        _status: 'draft',
        createdBy: user.id,
      },
      draft: true,
    })
    const own = { scope: { kind: 'newsroom', ownedBy: user.id } } as const
    expect(await found(SECRET, own)).toEqual([`${SECRET} own`])
    expect(await found('mills', own)).toEqual(['Mills'])
    await site.payload.delete({ collection: 'articles', id })
  })
})

describe('a new index', () => {
  test('is the same as the old one, and the second run changes nothing', async () => {
    const { payload } = site
    const before = [await found('river'), await found(SECRET, { scope: { kind: 'newsroom' } })]
    const all = await reindex(payload, { isForced: true })
    expect(all.indexed).toBe(all.looked - 1)
    expect([await found('river'), await found(SECRET, { scope: { kind: 'newsroom' } })]).toEqual(
      before,
    )
    expect(await reindex(payload)).toMatchObject({ indexed: 0, removed: 0 })
  })

  test('takes up what was written past the hooks, and drops what is gone', async () => {
    const { payload, ids } = site
    await payload.db.updateOne({
      collection: 'articles',
      id: ids.third ?? '',
      data: { title: 'Watermills', updatedAt: new Date().toISOString() },
    })
    const gone = await storeArticle(site, { title: 'Gone' })
    await payload.delete({ collection: 'articles', id: gone.id })
    await searchIndexOf(payload).replace(
      [],
      [
        {
          article: gone.id,
          scope: 'both',
          stamp: 'x',
          title: 'Ghost',
          names: '',
          excerpt: '',
          body: '',
          facets: [],
          publishedAt: '2020-01-01T00:00:00.000Z',
          expiresAt: undefined,
          createdBy: undefined,
        },
      ],
    )
    expect(await found('ghost')).toEqual(['Ghost'])
    expect(await reindex(payload)).toMatchObject({ indexed: 1, removed: 1 })
    expect(await found('watermills')).toEqual(['Watermills'])
    expect(await found('ghost')).toEqual([])
    await indexArticles(payload, [gone.id])
  })
})
