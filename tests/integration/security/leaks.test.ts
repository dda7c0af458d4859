import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '../../../src/payload-types'
import { contentOf, contentWith } from '../../harness/articleContent'
import { search } from '../../harness/contentApi'
import { pngOf } from '../../harness/pictures'
import { createNewsroom, type Newsroom } from '../../harness/newsroom'
import { isObject } from '../../harness/rest'
import { openPublication, SECRET, storeArticle, type Publication } from '../site/publication'

/** Planted wherever only the newsroom may look; whatever comes out in any answer to an outsider is a leak. */
const NEEDLES = [SECRET, '@newsroom.test']

let site: Publication
let newsroom: Newsroom
/** Ids of what the public must not see. */
let hidden: string[]
let hiddenMedia: string[]
let carrier: Article

beforeAll(async () => {
  site = await openPublication({ GRAPHQL_INTROSPECTION: 'true' })
  const { payload } = site
  newsroom = await createNewsroom(payload, site.config)
  const article = site.ids.draft ?? ''
  // A published article that refers to the draft in every way, with all that is internal.
  carrier = await storeArticle(site, {
    title: 'Carrier',
    slug: 'carrier',
    related: [article],
    content: contentWith({ html: '<p>See</p>', links: [{ id: article, text: 'there' }] }),
    tags: [site.ids.river ?? ''],
    createdBy: newsroom.author.id,
    source: {
      path: 'carrier.md',
      sha256: SECRET,
      archive: SECRET,
      frontMatter: { note: SECRET },
      editedAt: '2020-01-01T00:00:00.000Z',
    },
  })
  await payload.db.updateOne({
    collection: 'articles',
    id: carrier.id,
    data: { stageNote: SECRET },
  })
  // Files that nothing public shows: of a draft, as its cover and in its text, and of nothing.
  const pictures = []
  for (const name of ['cover', 'text', 'unused']) {
    const data = await pngOf({ width: 8, height: 8, shade: 40 + pictures.length })
    const file = { data, name: `${SECRET}-${name}.png`, mimetype: 'image/png', size: data.length }
    pictures.push(
      await payload.create({ collection: 'media', data: { alt: `${SECRET} ${name}` }, file }),
    )
  }
  const [cover, shown] = pictures
  hiddenMedia = pictures.map(({ id }) => id)
  await storeArticle(site, {
    title: `${SECRET} pictured`,
    _status: 'draft',
    cover: cover?.id,
    content: contentOf(`<p><img src="/media/${shown?.filename}"></p>`),
  })
  // Withdrawn and renamed: its old versions and addresses hold what was public once.
  const withdrawn = await storeArticle(site, {
    title: `${SECRET} withdrawn`,
    slug: `${SECRET}-withdrawn`,
    content: contentOf(`<p>${SECRET}</p>`),
    aliases: [`/${SECRET}/alias`],
  })
  await payload.update({
    collection: 'articles',
    id: withdrawn.id,
    data: { _status: 'draft' },
  })
  for (const from of [`/${SECRET}-old`, '/old-of-draft']) {
    await payload.create({
      collection: 'redirects',
      data: { from, type: '301', to: { article } },
    })
  }
  const user = await payload.findByID({ collection: 'users', id: newsroom.author.id })
  const comment = { article: carrier.id, text: SECRET, kind: 'comment' as const, owner: user.id }
  await payload.create({ collection: 'comments', data: comment, user })
  await payload.create({
    collection: 'notifications',
    data: { user: user.id, kind: 'comment', title: SECRET, article: carrier.id },
  })
  await payload.create({
    collection: 'webhooks',
    data: {
      name: SECRET,
      url: 'https://hooks.example.org/x',
      secret: `${SECRET}-of-a-hook`,
      events: ['publish'],
      active: false,
    },
  })
  await payload.create({ collection: 'imports', data: { title: SECRET, status: 'finished' } })
  await payload.db.updateOne({
    collection: 'users',
    id: user.id,
    data: { resetPasswordToken: SECRET },
  })
  const { docs } = await payload.find({
    collection: 'articles',
    where: { or: [{ title: { contains: SECRET } }, { _status: { equals: 'draft' } }] },
    trash: true,
    pagination: false,
    depth: 0,
  })
  hidden = docs.map(({ id }) => id)
  expect(hidden.length).toBeGreaterThanOrEqual(5)
})

afterAll(() => site.close())

const OUTSIDERS = ['the public', 'a key of a frontend'] as const
type Outsider = (typeof OUTSIDERS)[number]
const headersOf = (who: Outsider): Record<string, string> =>
  who === 'the public' ? {} : { authorization: `users API-Key ${newsroom.frontend.apiKey}` }

/** What an answer must not have: the needles, unless the question itself brought them. */
const expectNoLeak = (asked: string, text: string): void => {
  const answer = echoesOf(asked)
    .reduce((rest, echo) => rest.replaceAll(echo, ''), text)
    .toLowerCase()
  for (const needle of NEEDLES) expect([asked, answer.includes(needle)]).toEqual([asked, false])
  expect(answer).not.toMatch(
    /"(?:hash|salt|resetpasswordtoken|apikey|digest|stagenote|frontmatter|sha256|archive|loginattempts)":(?!null)/,
  )
}

/** The question as an answer may repeat it, its parameters alone included. */
const echoesOf = (asked: string): string[] => {
  const { pathname, searchParams } = new URL(
    asked.startsWith('/') ? asked : '/',
    'http://localhost',
  )
  return [
    asked,
    encodeURIComponent(asked),
    encodeURI(asked),
    JSON.stringify(asked).slice(1, -1),
    ...searchParams.values(),
    ...pathname.split('/').map(decodeURIComponent),
  ].filter((echo) => echo.includes(SECRET))
}

/** Values for the parameters of a path: ids, slugs, addresses and months of what is hidden, and of what is public. */
const valuesOf = (name: string): string[] => {
  if (name === 'id') return [...hidden, ...hiddenMedia, carrier.id, newsroom.author.id]
  if (name === 'slug') return [`${SECRET}-draft`, 'carrier', `${SECRET}-withdrawn`, 'bridges']
  if (name === 'path' || name === 'address')
    return [`/${SECRET}-old`, '/old-of-draft', `/en/${SECRET}-draft/`, `/${SECRET}/alias`]
  if (name === 'url') return [`https://www.example.org/en/${SECRET}-draft/`]
  if (name === 'q') return [SECRET, 'there', 'carrier']
  if (name === 'from' || name === 'into') return hidden
  return []
}

describe.each(OUTSIDERS)('%s', (who) => {
  const get = (path: string) => site.get(path, headersOf(who))

  it('gets nothing hidden from any path of the API’s own description', async () => {
    const { json } = await get('/api/openapi.json')
    for (const needle of NEEDLES) expect(JSON.stringify(json)).not.toContain(needle)
    const paths = isObject(json) && isObject(json.paths) ? json.paths : {}
    const addresses = Object.entries(paths).flatMap(([path, item]) => addressesOf(path, item))
    expect(addresses.length).toBeGreaterThan(80)
    for (const address of addresses) expectNoLeak(address, (await get(address)).text)
  })

  it.each([
    ...['articles', 'authors', 'categories', 'tags', 'media', 'redirects'].flatMap((collection) => [
      `/api/${collection}?depth=4&limit=100`,
      `/api/${collection}?depth=4&limit=100&draft=true&trash=true`,
      `/api/${collection}?populate[articles][title]=true&populate[users][email]=true&depth=4&limit=100`,
      `/api/${collection}/count?draft=true&trash=true`,
      `/api/${collection}/versions?limit=100`,
      `/api/${collection}?joins[related][limit]=10&depth=3`,
    ]),
    ...['html', 'markdown', 'text'].map((format) => `/api/articles?format=${format}&limit=100`),
    '/api/articles?where[_status][equals]=draft&draft=true',
    '/api/articles?select[source]=true&select[stage]=true&select[stageNote]=true&select[createdBy]=true',
    ...['rss', 'atom', 'json'].flatMap((format) => [
      `/feeds/all.${format}`,
      `/feeds/tags/river.${format}`,
      `/feeds/categories/news/local.${format}`,
      `/feeds/authors/ada-reed.${format}`,
      `/feeds/all.${format}?page=2`,
    ]),
    '/sitemap.xml',
    '/sitemaps/articles-1.xml',
    '/sitemaps/news.xml',
    '/robots.txt',
    `/api/search?q=${SECRET}`,
    '/api/redirects/lookup?path=/old-of-draft',
    '/api/oembed?url=https://www.example.org/en/carrier/',
    ...['users', 'activity', 'comments', 'notifications', 'imports', 'webhooks'].flatMap((slug) => [
      `/api/${slug}?limit=100`,
      `/api/${slug}/count`,
    ]),
    '/api/webhook-deliveries?limit=100',
    '/api/api-keys?limit=100',
    '/api/second-factors',
    '/api/change-log',
    '/api/payload-jobs',
    '/api/payload-preferences/x',
    '/api/payload-locked-documents',
    '/api/payload-query-presets',
    '/api/payload-kv',
    '/api/users/me',
    '/api/access',
    `/api/palette?q=${SECRET}`,
    '/api/calendar?from=2024-01-01&to=2024-03-01',
    '/api/activity/export',
    '/preview/wrong',
    '/api/preview/wrong',
    '/healthz',
    '/readyz',
    '/media/',
  ])('gets nothing hidden from %s', async (path) => {
    expectNoLeak(path, (await get(path)).text)
  })

  it('finds no hidden article in any way to ask for one', async () => {
    for (const id of hidden) {
      if (id === site.ids.second) continue
      for (const path of [
        `/api/articles/${id}?draft=true&trash=true`,
        `/api/articles/${id}`,
        `/api/articles/${id}/neighbours`,
        `/api/articles/${id}/related`,
      ]) {
        expect([path, (await get(path)).status]).toEqual([path, 404])
      }
    }
  })

  it('finds no file that nothing public shows, and those that an article shows', async () => {
    for (const id of hiddenMedia) {
      expect((await get(`/api/media/${id}?depth=1`)).status).toBe(404)
      const query = `{ Media(id: "${id}") { alt } }`
      const { text } = await site.post('/api/graphql', { query }, headersOf(who))
      expect(text).not.toContain(SECRET)
    }
    const { json } = await get('/api/media?limit=100&select[filename]=true')
    const docs = isObject(json) && Array.isArray(json.docs) ? json.docs.filter(isObject) : []
    expect(docs.map(({ filename }) => filename)).toEqual(['cover.png'])
    expect(isObject(json) && json.totalDocs).toBe(1)
  })

  /** Pairs of conditions, the first true of something hidden, the second of nothing: both must be answered alike. */
  const ORACLES: [string, string, string, string][] = [
    ['articles', 'title', `${SECRET} draft`, 'contains'],
    ['articles', 'excerpt', SECRET, 'like'],
    ['articles', 'slug', `${SECRET}-draft`, 'equals'],
    ['articles', '_status', 'draft', 'equals'],
    ['articles', 'related.title', `${SECRET} draft`, 'equals'],
    ['articles', 'related.slug', `${SECRET}-draft`, 'like'],
    ['articles', 'related._status', 'draft', 'equals'],
    ['articles', 'related.stage', 'draft', 'equals'],
    ['articles', 'stage', 'draft', 'equals'],
    ['articles', 'stageNote', SECRET, 'equals'],
    ['articles', 'source.sha256', SECRET, 'equals'],
    ['articles', 'source.archive', SECRET, 'equals'],
    ['articles', 'source.frontMatter.note', SECRET, 'equals'],
    ...['hash', 'salt', 'email', 'name', 'role', 'resetPasswordToken', 'sessions.id'].flatMap(
      (field): [string, string, string, string][] => [
        ['articles', `createdBy.${field}`, 'e', 'contains'],
        ['authors', `user.${field}`, 'e', 'contains'],
        ['media', `createdBy.${field}`, 'e', 'contains'],
      ],
    ),
    ['redirects', 'to.article.title', `${SECRET} draft`, 'equals'],
    ['redirects', 'to.article._status', 'draft', 'equals'],
    ['redirects', 'to.article.related.title', SECRET, 'like'],
    ['media', 'alt', `${SECRET} cover`, 'equals'],
    ['media', 'filename', SECRET, 'contains'],
    ['users', 'email', 'author@newsroom.test', 'equals'],
    ['users', 'resetPasswordToken', SECRET, 'equals'],
  ]

  it.each(ORACLES)(
    'learns nothing from a condition on %s.%s',
    async (collection, field, value, operator) => {
      const answers = async (operand: string) => {
        const where = { [field]: { [operator]: operand } }
        const seen = []
        for (const path of [
          `/api/${collection}${search({ where, depth: 0, limit: 100 })}`,
          `/api/${collection}/count${search({ where })}`,
          `/api/${collection}${search({ where: { or: [where, { id: { equals: 'x' } }] }, limit: 100 })}`,
          `/api/${collection}${search({ where, draft: true, trash: true, limit: 100 })}`,
        ]) {
          const { status, json } = await get(path)
          const { docs, totalDocs } = isObject(json) ? json : {}
          seen.push([status, totalDocs, Array.isArray(docs) ? docs.length : undefined])
        }
        return seen
      }
      expect(await answers(value)).toEqual(await answers('nothing-has-this-value'))
    },
  )

  it.each([
    ['articles', 'createdBy.email'],
    ['articles', 'stage'],
    ['articles', 'source.sha256'],
    ['articles', 'related.title'],
    ['authors', 'user.email'],
    ['authors', 'user.hash'],
    ['media', 'createdBy.name'],
    ['redirects', 'to.article.title'],
    ['redirects', 'to.article.createdBy.email'],
  ])('learns nothing from the order of %s by %s', async (collection, field) => {
    const order = async (sort: string): Promise<unknown> => {
      const { status, json } = await get(`/api/${collection}?sort=${sort}&limit=100&depth=0`)
      if (status !== 200 || !isObject(json) || !Array.isArray(json.docs)) return 'refused'
      return json.docs.map((doc: unknown) => (isObject(doc) ? doc.id : doc))
    }
    expect(await order(field)).toEqual(await order(`-${field}`))
  })

  it.each([
    '{ Articles(limit: 100) { docs { title excerpt stage stageNote createdBy { email } source { sha256 archive frontMatter } related { title slug _status } contentHtml contentMarkdown contentText content } totalDocs } }',
    '{ Articles(limit: 100, draft: true, trash: true) { docs { title } totalDocs } }',
    '{ Articles(where: { _status: { equals: draft } }) { docs { title } totalDocs } }',
    '{ Redirects(limit: 100) { docs { from to { article { title slug related { title } } url } } } }',
    '{ Authors { docs { name user { email name } } } Media { docs { createdBy { email } sha256 } } }',
    '{ allMedia(limit: 100) { docs { alt filename url } totalDocs } countallMedia { totalDocs } }',
    '{ Users { docs { email role } } countUsers { totalDocs } meUser { user { email } } }',
    '{ versionsArticles { docs { version { title } } totalDocs } }',
    '{ Activities { docs { title } } }',
    '{ Comments { docs { text } } }',
    '{ Webhooks { docs { secret name } } }',
    '{ Imports { docs { title } } }',
    '{ Notifications { docs { title } } }',
  ])('gets nothing hidden by %s', async (query) => {
    const { text } = await site.post('/api/graphql', { query }, headersOf(who))
    expectNoLeak(query, text)
  })

  it.each([
    ['Articles', 'title', 'like', `"${SECRET}"`],
    ['Articles', 'related__title', 'like', `"${SECRET}"`],
    ['Articles', '_status', 'equals', 'draft'],
    ['Articles', 'stage', 'equals', 'draft'],
    ['Articles', 'source__archive', 'equals', `"${SECRET}"`],
    ['Users', 'email', 'contains', '"newsroom"'],
  ])(
    'learns nothing from a condition of GraphQL on %s.%s',
    async (list, field, operator, value) => {
      const query = `{ ${list}(where: { ${field}: { ${operator}: ${value} } }) { totalDocs docs { id } } }`
      const { text } = await site.post('/api/graphql', { query }, headersOf(who))
      expect(text).not.toMatch(/"totalDocs":[1-9]|"id":/)
    },
  )

  it('finds no secret of accounts among the fields of GraphQL', async () => {
    const query = '{ __schema { types { name fields { name } inputFields { name } } } }'
    const { text } = await site.post('/api/graphql', { query }, headersOf(who))
    expect(text).toContain('"Article"')
    expect(text).not.toMatch(/"(?:digest|ApiKey|SecondFactor|ChangeLog)"/)
  })

  it('learns no e-mail address or hash from counts of months, categories, tags and authors', async () => {
    for (const path of [
      '/api/archive',
      '/api/categories/tree',
      '/api/tags/counts',
      '/api/authors/counts',
    ]) {
      const before = (await get(path)).text
      expectNoLeak(path, before)
    }
  })
})

it('a file appears in lists when an article that shows it is published, and goes with it', async () => {
  const list = '/api/media?limit=100&select[alt]=true'
  const find = async () => {
    const { text } = await site.get(list)
    return hiddenMedia.filter((id) => text.includes(id))
  }
  expect(await find()).toEqual([])
  expect((await site.get(list)).headers.get('x-cache')).toBe('hit')
  const [cover = '', shown = ''] = hiddenMedia
  const article = await storeArticle(site, { title: 'Now', slug: 'now', cover })
  expect(await find()).toEqual([cover])
  expect((await site.get(`/api/media/${cover}`)).status).toBe(200)
  await site.payload.update({
    collection: 'articles',
    id: article.id,
    data: { content: contentWith({ html: '<p>See</p>', media: shown }) },
  })
  expect(await find()).toEqual([cover, shown])
  await site.payload.update({ collection: 'articles', id: article.id, data: { _status: 'draft' } })
  expect(await find()).toEqual([])
  expect((await site.get(`/api/media/${cover}`)).status).toBe(404)
  const avatar = { name: 'Portrayed', kind: 'person' as const, avatar: cover }
  const author = await site.payload.create({ collection: 'authors', data: avatar })
  expect(await find()).toEqual([cover])
  await site.payload.delete({ collection: 'authors', id: author.id })
  await site.payload.delete({ collection: 'articles', id: article.id })
  expect(await find()).toEqual([])
})

/** The addresses of a path of the description, with every value for its parameters. */
const addressesOf = (path: string, item: unknown): string[] => {
  const operation = isObject(item) && isObject(item.get) ? item.get : undefined
  if (!operation) return []
  const filled = [...path.matchAll(/\{(\w+)\}/g)].reduce<string[]>(
    (all, [placeholder, name = '']) =>
      all.flatMap((address) =>
        valuesOf(name).map((value) => address.replace(placeholder, encodeURIComponent(value))),
      ),
    [path],
  )
  const parameters = Array.isArray(operation.parameters)
    ? operation.parameters.filter(isObject)
    : []
  const queries = parameters
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name }) =>
      valuesOf(String(name)).map((value) => `?${String(name)}=${encodeURIComponent(value)}`),
    )
  return filled.flatMap((address) => ['', ...queries].map((query) => address + query))
}
