import { afterAll, beforeAll, expect, test } from 'vitest'
import { trackReads } from '../../../src/changes/readTracker'
import type { LeanReads } from '../../../src/server/lean/leanReads'
import { contentOf, contentWith } from '../../harness/articleContent'
import { openTestPayload, type TestPayload } from '../../harness/openTestPayload'
import { pngOf } from '../../harness/pictures'

let installation: TestPayload
let lean: LeanReads
const ids: Record<string, string> = {}

const payloadAnswer = async (address: string): Promise<{ status: number; body: string }> => {
  const { answerRest } = await import('../../../src/server/api')
  const request = new Request(new URL(address, 'http://localhost'))
  const answer = await answerRest(installation.payload, request)
  return { status: answer.status, body: await answer.text() }
}

beforeAll(async () => {
  installation = await openTestPayload()
  const { payload } = installation
  const { createLeanReads } = await import('../../../src/server/lean/leanReads')
  lean = createLeanReads(payload)
  const data = await pngOf({ width: 8, height: 8 })
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'A lighthouse' },
    file: { data, name: 'a.png', mimetype: 'image/png', size: data.length },
  })
  const author = await payload.create({
    collection: 'authors',
    data: {
      name: 'Ann "Quill" O’Hara',
      kind: 'person',
      avatar: picture.id,
      links: [
        { label: 'Site', url: 'https://ann.example' },
        { label: null, url: 'https://two.example' },
      ],
    },
  })
  const gone = await payload.create({ collection: 'authors', data: { name: 'G', kind: 'person' } })
  const parent = await payload.create({ collection: 'categories', data: { name: '新闻' } })
  const child = await payload.create({
    collection: 'categories',
    data: { name: 'Local', parent: parent.id },
  })
  const tag = await payload.create({ collection: 'tags', data: { name: 'Sea' } })
  Object.assign(ids, { tag: tag.id, picture: picture.id, path: String(child.path) })
  const related = {
    authors: [author.id, gone.id],
    categories: [child.id, parent.id],
    tags: [tag.id],
  }
  const article = async (title: string, data: object): Promise<void> => {
    const common = {
      title,
      locale: 'en',
      stage: 'approved' as const,
      _status: 'published' as const,
    }
    const doc = await payload.create({ collection: 'articles', data: { ...common, ...data } })
    ids[title] = doc.id
  }
  await article('plain', { content: contentOf('<p>Only “text” \u2028 &amp; 文字</p>'), ...related })
  await article('bare', {})
  await article('linked', {
    ...related,
    content: contentOf('<p>See <a href="https://e.example">there</a></p><pre><code>x</code></pre>'),
    aliases: ['/2019/old/', '/b"c/'],
    source: { path: 'a.md', dialect: 'hexo', address: '/old', frontMatter: { secret: 'kept' } },
    meta: { title: 'M', image: picture.id },
    cover: picture.id,
    excerpt: 'Own',
    commentsEnabled: false,
    expiresAt: '2999-01-01T00:00:00.000Z',
  })
  await article('pictured', {
    content: contentWith({
      html: '<p>Text</p>',
      media: picture.id,
      links: [{ id: ids.plain ?? '', text: 'in' }],
    }),
  })
  await article('relating', { related: [ids.linked, ids.plain], ...related })
  await article('scheduled', { publishedAt: '2999-01-01T00:00:00.000Z' })
  await article('draft', { _status: 'draft' })
  await article('expired', { expiresAt: '2020-01-01T00:00:00.000Z' })
  await article('trashed', { deletedAt: new Date().toISOString() })
  await payload.delete({ collection: 'authors', id: gone.id })
})

afterAll(() => installation.close())

const QUESTIONS = [
  '/api/articles',
  '/api/articles?depth=0&limit=2&page=2&sort=title',
  '/api/articles?depth=1&limit=3&sort=-title,createdAt',
  '/api/articles?limit=0&depth=1',
  '/api/articles?pagination=false&limit=2',
  '/api/articles?limit=2&page=9&depth=0',
  '/api/articles?depth=0&select[title]=true&select[excerpt]=true',
  '/api/articles?depth=1&select[title]=true&select[authors]=true&select[content]=true&select[meta]=true',
  '/api/articles?select[content]=false&select[excerpt]=false',
  '/api/articles?where[slug][equals]=linked&limit=1&depth=1',
  '/api/articles?where[or][0][title][equals]=plain&where[or][1][expiresAt][exists]=true',
  '/api/articles?where[publishedAt][less_than]=2100-01-01&where[commentsEnabled][equals]=false',
  '/api/articles?where[title][equals]=nothing',
  '/api/articles?where[aliases][equals]=nothing',
  '/api/articles/ARTICLE?depth=1',
  '/api/articles/ARTICLE?depth=0&select[slug]=true',
  '/api/categories?depth=1&sort=path',
  '/api/categories?depth=0&where[name][like]=Loc',
  '/api/tags?limit=5',
  '/api/authors?depth=1',
  '/api/articles?depth=2&sort=title',
  '/api/articles?depth=3&limit=2',
  '/api/articles?depth=9&limit=2&select[title]=true&select[cover]=true&select[authors]=true',
  '/api/articles/ARTICLE?depth=2',
  '/api/articles/PICTURED?depth=0',
  '/api/articles/PICTURED?depth=2',
  '/api/articles?where[tags][equals]=TAG&depth=1',
  '/api/articles?where[tags][in]=TAG,nothing&depth=0&sort=title',
  '/api/articles?where[tags][not_in]=TAG&depth=0&sort=title',
  '/api/articles?where[tags][exists]=false&depth=0&sort=title',
  '/api/articles?where[categories.path][equals]=PATH&sort=-title',
  '/api/articles?where[authors.slug][like]=ann&where[tags.slug][equals]=sea&limit=1',
  '/api/articles?where[or][0][tags.slug][equals]=sea&where[or][1][categories.name][equals]=Local&limit=1&page=2',
  '/api/articles?where[tags.slug][equals]=nothing',
  '/api/articles?where[tags.slug][equals]=nothing&limit=0',
  '/api/articles?where[tags.slug][equals]=sea&page=9',
  '/api/articles?where[tags.slug][equals]=sea&pagination=false',
  '/api/articles?where[aliases][equals]=/2019/old/',
  '/api/articles?where[meta.title][equals]=M&depth=1',
  '/api/articles?where[cover.alt][equals]=A lighthouse&depth=1&select[title]=true',
  '/api/articles?where[tags__slug][equals]=sea&depth=0&select[title]=true',
  '/api/articles?populate[authors][name]=true&populate[authors][avatar]=true&depth=2',
  '/api/articles?populate[media][alt]=true&populate[tags][slug]=true&depth=1&select[tags]=true&select[cover]=true',
  '/api/categories?where[parent.slug][exists]=true&depth=2',
  '/api/categories?depth=2&sort=path',
  '/api/authors?depth=2',
  '/api/media',
  '/api/media?depth=0&select[alt]=true&select[url]=true',
  '/api/media?where[alt][like]=light&sort=filename',
  '/api/media/PICTURE',
  '/api/redirects?depth=1',
  '/api/articles?format=html&depth=0&sort=title',
  '/api/articles?format=html&depth=2&sort=title',
  '/api/articles?format=markdown&limit=2',
  '/api/articles?format=text&select[title]=true&select[content]=true',
  '/api/articles?format=text&select[title]=true',
  '/api/articles?format=html&select[excerpt]=false',
  '/api/articles/PICTURED?format=html',
  '/api/articles/ARTICLE?format=markdown&select[content]=true&select[contentHtml]=true',
  '/api/articles?select[title]=true&select[contentHtml]=true&select[toc]=true&select[readingTime]=true&sort=title',
  '/api/articles?select[contentText]=true&select[content]=true&select[excerpt]=true&sort=title',
  '/api/articles/PICTURED?select[contentMarkdown]=true&select[excerpt]=true',
]

const addressOf = (question: string): string =>
  question
    .replace('ARTICLE', ids.linked ?? '')
    .replace('PICTURED', ids.pictured ?? '')
    .replace('PICTURE', ids.picture ?? '')
    .replace('TAG', ids.tag ?? '')
    .replace('PATH', encodeURIComponent(ids.path ?? ''))

test.each(QUESTIONS)(
  '%s is answered with the bytes of Payload, from the same documents',
  async (question) => {
    const address = addressOf(question)
    const { result, reads } = await trackReads(() => payloadAnswer(address))
    expect(result.status).toBe(200)
    await lean.learn(address, result.body)
    const answer = await trackReads(() => lean.answer(address))
    expect(answer.result).toBe(result.body)
    expect(new Set(answer.reads.lists)).toEqual(reads.lists)
    for (const document of reads.documents) expect(answer.reads.documents).toContain(document)
  },
)

test('what others look like that are asked for in the same way is the same as well', async () => {
  const by = (title: string) => `/api/articles/${ids[title]}?depth=1`
  await lean.learn(by('bare'), (await payloadAnswer(by('bare'))).body)
  for (const title of ['plain', 'linked', 'pictured']) {
    expect(await lean.answer(by(title))).toBe((await payloadAnswer(by(title))).body)
  }
  for (const title of ['scheduled', 'draft', 'expired', 'trashed']) {
    expect(await lean.answer(by(title))).toBeUndefined()
    expect((await payloadAnswer(by(title))).status).toBe(404)
  }
})

test.each([
  '/api/articles?draft=true',
  '/api/articles?trash=true',
  '/api/articles?format=pdf',
  '/api/tags?format=html',
  '/api/articles?populate[authors][links][url]=true',
  '/api/articles?sort=authors.name',
  '/api/articles?select[meta][title]=true',
  '/api/articles?limit=ten',
  '/api/users',
  '/api/articles/versions',
])('%s is left to Payload', async (address) => {
  await lean.learn(address, (await payloadAnswer(address)).body)
  expect(await lean.answer(address)).toBeUndefined()
})

test('a question of which nothing is known, or whose answer was another one, is left to Payload', async () => {
  const address = '/api/tags?limit=77'
  expect(await lean.answer(address)).toBeDefined()
  const unknown = '/api/tags?limit=77&sort=-name'
  expect(await lean.answer(unknown)).toBeUndefined()
  await lean.learn(unknown, '{"docs":[]}')
  expect(await lean.answer(unknown)).toBeUndefined()
})

test('a value that Payload refuses is left to Payload', async () => {
  const by = (value: string) => `/api/articles?where[publishedAt][greater_than]=${value}&depth=0`
  await lean.learn(by('2000-01-01'), (await payloadAnswer(by('2000-01-01'))).body)
  const refused = by('no-date')
  expect((await payloadAnswer(refused)).status).toBe(500)
  expect(await lean.answer(refused)).toBeUndefined()
})

const QUERIES = [
  '{ Articles(limit: 3, sort: "title") { docs { id title slug publishedAt commentsEnabled } totalDocs hasNextPage } }',
  '{ Articles(sort: "-title") { docs { title excerpt authors { name avatar { url alt } links { url } } categories { name parent { name } breadcrumbs { label } } tags { slug } meta { title image { filename } } } } }',
  '{ Articles(sort: "title") { docs { title content related { title excerpt } cover { url sizes { card { url } } } } } }',
  '{ Articles(sort: "title") { docs { title contentHtml contentText readingTime aliases } } }',
  '{ Articles(where: { OR: [{ title: { equals: "plain" } }, { tags: { equals: "TAG" } }] }, limit: 2) { totalDocs totalPages docs { title } } }',
  '{ Article(id: "ARTICLE") { title authors { name } stage } }',
  '{ a: Articles(limit: 1, sort: "title") { docs { t: title ...more } } b: Articles(limit: 2, page: 2, sort: "title") { docs { ...more } page } } fragment more on Article { tags { name } slug }',
  '{ Categories(sort: "name") { docs { name path parent { name } } } countArticles(where: { locale: { equals: "en" } }) { totalDocs } }',
  '{ allMedia { docs { url width sizes { thumbnail { url } } } } Tags { docs { id } } }',
  '{ Articles(where: { title: { equals: "nothing" } }) { docs { title } totalDocs } }',
]

test.each(QUERIES)('the query %s is answered with the bytes of Payload', async (asked) => {
  const { createExecutor } = await import('../../../src/server/graphql/execute')
  const { readSettings } = await import('../../../src/server/settings')
  const { graphql, protection } = readSettings()
  const query = asked.replace('ARTICLE', ids.linked ?? '').replace('TAG', ids.tag ?? '')
  const prepared = createExecutor(installation.payload, { ...graphql, ...protection })({ query })
  if (prepared.refused) throw new Error(JSON.stringify(prepared.refused.body))
  const request = new Request('http://localhost/api/graphql')
  const { result, reads } = await trackReads(() => prepared.run(request))
  expect(result.body).not.toHaveProperty('errors')
  // The first is answered by Payload, and by the lean path beside it.
  expect((await prepared.runPublic(request)).body).toEqual(result.body)
  const watched = watchFinds()
  const answer = await trackReads(() => prepared.runPublic(request))
  watched.stop()
  expect(JSON.stringify(answer.result.body)).toBe(JSON.stringify(result.body))
  // What a text links to may be read by Payload.
  if (!query.includes('content')) expect(watched.lists()).toBe(0)
  for (const list of reads.lists) expect(answer.reads.lists).toContain(list)
  for (const document of reads.documents) expect(answer.reads.documents).toContain(document)
})

test('the address of a file is known where its name is not asked for', async () => {
  const { createExecutor } = await import('../../../src/server/graphql/execute')
  const { readSettings } = await import('../../../src/server/settings')
  const { graphql, protection } = readSettings()
  const query = '{ allMedia { docs { url sizes { card { url } } } } }'
  const prepared = createExecutor(installation.payload, { ...graphql, ...protection })({ query })
  if (prepared.refused) throw new Error(JSON.stringify(prepared.refused.body))
  const request = new Request('http://localhost/api/graphql')
  const file = {
    url: '/media/a.png',
    sizes: { card: { url: expect.stringMatching(/^\/media\/a.*webp$/) } },
  }
  for (const answer of [
    await prepared.run(request),
    await prepared.runPublic(request),
    await prepared.runPublic(request),
  ]) {
    expect(answer.body).toMatchObject({ data: { allMedia: { docs: [file] } } })
  }
})

/** Counts what Payload reads of articles; texts to excerpt are read past it. */
const watchFinds = () => {
  const { db } = installation.payload
  const { find } = db
  let lists = 0
  db.find = (args) => {
    if (args.collection === 'articles' && args.sort !== undefined) lists += 1
    return find(args)
  }
  return { lists: () => lists, stop: () => void (db.find = find) }
}
