import {
  createLocalReq,
  ValidationError,
  type CollectionSlug,
  type JsonObject,
  type Payload,
  type TypedUser,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNewsroom, type Newsroom } from '../harness/newsroom'
import { callGraphql } from '../harness/graphql'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { pngOf } from '../harness/pictures'
import { callRest } from '../harness/rest'
import { comparable, emptyState, rawState } from '../../scripts/bench/import/storedState'
import type { AuthorDraft } from '../../src/frontmatter'
import { openBulkDatabase } from '../../src/importer/database'
import { openRedirects } from '../../src/importer/redirects'
import { sealText } from '../../src/importer/sealedText'
import { storeBatch, type ReadyArticle } from '../../src/importer/storeBatch'
import { openTerms } from '../../src/importer/terms'
import { reindex } from '../../src/search/reindex'
import { searchArticles } from '../../src/search/searchArticles'
import { compileHtml } from '../../src/richtext/fromHtml'
import { mapReferences } from '../../src/richtext/references'
import { articleId } from '../../src/importer/articleId'
import { validateNew } from '../../src/importer/validateNew'
import type { RichTextDocument } from '../../src/richtext/document'
import { isRecord } from '../../src/richtext/readNode'

let test: TestPayload
let newsroom: Newsroom
let user: TypedUser
let media: string
const since = new Date()

beforeAll(async () => {
  test = await openTestPayload()
  newsroom = await createNewsroom(test.payload, test.config)
  user = {
    ...(await test.payload.findByID({ collection: 'users', id: newsroom.editor.id })),
    collection: 'users',
  }
  const picture = await pngOf({ width: 4, height: 3 })
  const { id } = await test.payload.create({
    collection: 'media',
    data: { alt: 'A press' },
    file: { data: picture, name: 'press.png', size: picture.length, mimetype: 'image/png' },
  })
  media = id
})

afterAll(() => test.close())

const AUTHOR: AuthorDraft = {
  name: 'Ann Reed',
  kind: 'person',
  bio: 'Writes.',
  links: [{ label: 'Site', url: 'https://ann.example/' }],
}

const TERMS = {
  path: 'a.md',
  authors: [AUTHOR],
  tags: ['Printing', 'Old machines'],
  categories: [
    ['Media', 'Press'],
    ['Media', 'Radio'],
  ],
}

const HTML = `<h2 id="top">Press</h2><p>With <strong>bold</strong>, <a href="/other/#end">a link</a> and
<code>code</code><sup>1</sup>.</p><ul><li>One<ul><li>Two</li></ul></li></ul><pre><code class="language-js">let a = 1</code></pre>
<table><thead><tr><th>H</th></tr></thead><tbody><tr><td>C</td></tr></tbody></table><blockquote><p>Quote</p></blockquote>
<figure><img src="press.png" alt="A press"><figcaption>The <em>press</em></figcaption></figure>
<details><summary>More</summary><p>Hidden</p></details><iframe src="https://player.example/1"></iframe>`

/** Database ids of what both ways name alike. */
const idOf = (name: string): string =>
  articleId('fidelity', name, test.payload.db.name === 'mongoose' ? 'mongodb' : 'sqlite')

type Linked = { authors: string[]; categories: string[]; tags: string[] }

const articleData = (name: string, linked: Linked, changes: JsonObject = {}): JsonObject => ({
  id: idOf(name),
  title: name,
  slug: name.toLowerCase(),
  locale: 'en',
  _status: 'published',
  stage: 'draft',
  publishedAt: '2020-01-02T03:04:05.000Z',
  expiresAt: null,
  excerpt: 'Short.',
  content: mapReferences(compileHtml(HTML).document, {
    link: () => ({
      linkType: 'internal',
      doc: { relationTo: 'articles', value: idOf('Second') },
      anchor: 'end',
      newTab: false,
    }),
    picture: () => ({ media }),
  }),
  cover: media,
  coverUrl: null,
  ...linked,
  commentsEnabled: false,
  meta: { title: null, description: 'Described.', image: media },
  aliases: ['/old/', '/older/'],
  source: {
    path: `${name}.md`,
    archive: 'fidelity',
    sha256: 'ab',
    dialect: 'hexo',
    address: `/${name}/`,
    frontMatter: { mood: { is: 'good' }, list: [1, 'two'] },
    missingPictures: null,
    importedAt: '2021-01-01T00:00:00.000Z',
    updatedAt: null,
    editedAt: null,
  },
  ...changes,
})

const CHANGED = { title: 'Changed', aliases: ['/old/'], tags: [], excerpt: null, _status: 'draft' }

/** Both ways: makes the terms, two articles and a draft with their redirects, and changes one of them. */
type Way = () => Promise<Map<string, string>>

const plainWay: Way = async () => {
  const { payload } = test
  const common = { depth: 0, context: { isImport: true }, user } as const
  const create = async (collection: CollectionSlug, data: JsonObject): Promise<string> =>
    String((await payload.create({ ...common, collection, data: data as never })).id)
  const printing = await create('tags', { name: 'Printing', slug: 'printing' })
  const old = await create('tags', { name: 'Old machines', slug: 'old-machines' })
  const ann = await create('authors', { ...AUTHOR, slug: 'ann-reed' })
  const top = await create('categories', { name: 'Media', slug: 'media' })
  const press = await create('categories', { name: 'Press', slug: 'press', parent: top })
  const radio = await create('categories', { name: 'Radio', slug: 'radio', parent: top })
  const linked = { authors: [ann], categories: [press, radio], tags: [printing, old] }
  for (const [name, _status] of STORED) {
    const data = articleData(name, linked, { _status })
    const draft = _status === 'draft'
    await payload.create({ ...common, collection: 'articles', data: data as never, draft })
    for (const from of [`/${name}/`, ...aliasesOf(name)]) {
      await create('redirects', { from, to: { article: idOf(name) }, type: '301' })
    }
  }
  const data = { ...articleData('First', linked, CHANGED), deletedAt: null }
  await payload.update({
    ...common,
    collection: 'articles',
    id: idOf('First'),
    data: data,
    trash: true,
  })
  return names({ printing, old, ann, top, press, radio })
}

const fastWay: Way = async () => {
  const { payload } = test
  const database = openBulkDatabase(payload)
  const terms = openTerms({ payload, database, user })
  expect(await terms.prepare([TERMS], async () => undefined)).toEqual([])
  const linked = {
    authors: [terms.author(AUTHOR) ?? ''],
    categories: TERMS.categories.map((path) => terms.category(path) ?? ''),
    tags: TERMS.tags.map((tag) => terms.tag(tag) ?? ''),
  }
  const context = {
    payload,
    database,
    user,
    redirects: openRedirects({ payload, database, files: [] }),
  }
  const { stored } = await storeBatch({
    ...context,
    articles: STORED.map(([name, _status]) =>
      ready(name, 'new', articleData(name, linked, { _status })),
    ),
  })
  expect(stored.size).toBe(STORED.length)
  await storeBatch({
    ...context,
    articles: [ready('First', 'changed', articleData('First', linked, CHANGED))],
  })
  const [printing = '', old = ''] = linked.tags
  const [press = '', radio = ''] = linked.categories
  return names({
    printing,
    old,
    ann: linked.authors[0] ?? '',
    top: terms.category(['Media']) ?? '',
    press,
    radio,
  })
}

const STORED = [
  ['First', 'published'],
  ['Second', 'published'],
  ['Third', 'draft'],
] as const

const aliasesOf = (name: string): string[] => (name === 'First' ? ['/old/', '/older/'] : [])

const ready = (name: string, outcome: 'new' | 'changed', data: JsonObject): ReadyArticle => ({
  planned: {
    surveyed: {
      file: { path: `${name}.md`, absolute: '', size: 0 },
      draft: { slug: name, address: `/${name}/`, aliases: aliasesOf(name) },
      sha256: 'ab',
    } as ReadyArticle['planned']['surveyed'],
    outcome,
    id: idOf(name),
    slug: name,
    locale: 'en',
    missing: [],
  },
  data: withoutText(data),
  text: sealText(data.content),
  problems: [],
})

const withoutText = ({ content, ...data }: JsonObject): JsonObject => data

const names = (ids: Record<string, string>): Map<string, string> => {
  const map = new Map(Object.entries(ids).map(([name, id]) => [id, name]))
  for (const [name] of STORED) map.set(idOf(name), name)
  return map.set(media, 'media').set(newsroom.editor.id, 'editor')
}

/** What clients and editors are given. */
const servedState = async (payload: Payload): Promise<Record<string, string[]>> => {
  const { credentials } = newsroom.editor
  const rest = async (path: string, caller = {}) =>
    JSON.stringify((await callRest(test.config, { path, ...caller })).body)
  const query =
    '{ Articles(sort: "title") { docs { id title slug content source { frontMatter } tags { name } categories { path breadcrumbs { label url } } authors { name links { url } } meta { description } } } }'
  return {
    list: [await rest('/articles?sort=title&depth=2')],
    listOfEditor: [await rest('/articles?sort=title&depth=0&draft=true', credentials)],
    one: [await rest(`/articles/${idOf('Second')}`)],
    versions: [await rest('/articles/versions?sort=-updatedAt,version.title', credentials)],
    redirects: [await rest('/redirects?sort=from&depth=0')],
    categories: [await rest('/categories?sort=path&depth=0')],
    graphql: [JSON.stringify(await callGraphql(test.config, { query }))],
    drafts: [
      JSON.stringify(
        await payload.find({ collection: 'articles', draft: true, sort: 'slug', depth: 0 }),
      ),
    ],
  }
}

const stateAfter = async (way: Way) => {
  await emptyState(test.payload)
  const ids = await way()
  return {
    raw: comparable(await rawState(test.payload), ids, since),
    served: comparable(await servedState(test.payload), ids, since),
  }
}

const LINK = '<a href="https://elsewhere.example/">a link</a>'

/** What Payload's editor refuses in a node of that type. */
const FAULTS = [
  {
    fault: 'a link without its address',
    html: `<p>${LINK}</p>`,
    type: 'link',
    change: { url: null },
  },
  {
    fault: 'a link within a folded text',
    html: `<details><summary>More</summary><p>${LINK}</p></details>`,
    type: 'link',
    change: { url: null },
  },
  {
    fault: 'a block without what it shows',
    html: '<p>$</p><iframe src="https://player.example/1"></iframe>',
    type: 'block',
    change: { url: null, html: null },
  },
  {
    fault: 'a block of an unknown kind',
    html: '<pre><code>let a</code></pre>',
    type: 'block',
    change: { blockType: 'carousel' },
  },
]

const broken = (document: RichTextDocument, type: string, change: JsonObject): RichTextDocument =>
  JSON.parse(JSON.stringify(document), (_key, value: unknown) =>
    isRecord(value) && value.type === type && isRecord(value.fields)
      ? { ...value, fields: { ...value.fields, ...change } }
      : value,
  )

describe('documents that an import stores in batches', () => {
  it('lie in the database and are served as if each had been saved by hand', async () => {
    const plain = await stateAfter(plainWay)
    const fast = await stateAfter(fastWay)
    expect(plain.raw.articles).toHaveLength(3)
    expect(plain.served.graphql?.[0]).toContain('"path":"media/press"')
    expect(plain.served.versions?.[0]).toContain('"totalDocs":4')
    expect(fast.raw).toEqual(plain.raw)
    expect(fast.served).toEqual(plain.served)
  })

  it('are refused with a code where an editor has taken the slug since, and the rest is stored', async () => {
    await emptyState(test.payload)
    const { payload } = test
    const linked = { authors: [], categories: [], tags: [] }
    await payload.create({
      collection: 'articles',
      data: { title: 'Of an editor', slug: 'second', locale: 'en', stage: 'draft' },
      user,
    })
    const articles = [
      ready('First', 'new', articleData('First', linked)),
      ready('Second', 'new', articleData('Second', linked)),
    ]
    const database = openBulkDatabase(payload)
    const { stored } = await storeBatch({
      payload,
      database,
      user,
      redirects: openRedirects({ payload, database, files: [] }),
      articles,
    })
    expect([...stored].map(({ slug }) => slug)).toEqual(['First'])
    expect(articles.map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      [],
      ['article-refused'],
    ])
    const { docs } = await payload.find({ collection: 'articles', sort: 'title', draft: true })
    expect(docs.map(({ title }) => title)).toEqual(['First', 'Of an editor'])
  })

  it.each(FAULTS)('are refused as by hand: $fault', async ({ html, type, change }) => {
    const { payload } = test
    const data = articleData('Faulty', { authors: [], categories: [], tags: [] })
    const content = broken(compileHtml(html).document, type, change)
    const draft = { ...data, content }
    const { outline } = sealText(content)
    const fast = await validateNew({
      config: payload.collections.articles.config,
      data: { ...data, content: outline },
      req: await createLocalReq({ user }, payload),
    })
    const plain = payload.create({ collection: 'articles', data: draft as never, user })
    const error: unknown = await plain.then(
      () => undefined,
      (reason: unknown) => reason,
    )
    // Payload names the field within the node as well.
    const refusals = error instanceof ValidationError ? error.data.errors : []
    const ofText = refusals.filter(({ path }) => path === 'content')
    expect(ofText).toHaveLength(1)
    expect(fast).toEqual(ofText.map(({ message, path }) => ({ message, path })))
  })

  it('are found by the search as if they had been indexed one by one', async () => {
    await emptyState(test.payload)
    const { payload } = test
    await reindex(payload, { isForced: true })
    await fastWay()
    expect(await reindex(payload)).toMatchObject({ looked: STORED.length, indexed: 0, removed: 0 })
    const find = () =>
      Promise.all(
        ['press', 'two', 'printing', 'reed', 'quote'].map((q) =>
          searchArticles(payload, { q, scope: { kind: 'newsroom' } }),
        ),
      )
    const found = await find()
    expect(found.map(({ total }) => total)).toEqual([3, 3, 2, 3, 3])
    await reindex(payload, { isForced: true })
    expect(await find()).toEqual(found)
  })
})
