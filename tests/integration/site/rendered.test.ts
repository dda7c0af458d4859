import path from 'node:path'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentOf, contentWith } from '../../harness/articleContent'
import { openSite, type Site } from '../../harness/openSite'
import { pngOf } from '../../harness/pictures'

let site: Site
let ids: Record<'linked' | 'hidden' | 'main' | 'picture' | 'chinese', string>

beforeAll(async () => {
  site = await openSite({
    PUBLIC_URL: 'https://cms.example.org',
    SITE_URL: 'https://www.example.org',
    ARTICLE_URL: '/{locale}/{year}/{slug}/',
  })
  const { payload } = site
  const file = path.join(process.env.MEDIA_DIR ?? '', '..', 'press.png')
  await writeFile(file, await pngOf({ width: 1000, height: 500 }))
  const picture = await payload.create({
    collection: 'media',
    data: { alt: 'A press' },
    filePath: file,
  })
  const article = (data: {
    title: string
    _status?: 'draft' | 'published'
    [key: string]: unknown
  }) =>
    payload.create({
      collection: 'articles',
      data: {
        locale: 'en',
        stage: 'draft',
        publishedAt: '2021-05-06T07:08:09.000Z',
        ...data,
        _status: data._status ?? 'published',
      },
    })
  const linked = await article({ title: 'Linked' })
  const hidden = await article({ title: 'Hidden', _status: 'draft' })
  const main = await article({
    title: 'Main',
    content: contentWith({
      html: '<h2>First part</h2><p>Some words here.</p><script>alert(1)</script><h2>First part</h2><iframe src="https://evil.example/x"></iframe>',
      media: picture.id,
      links: [
        { id: linked.id, text: 'seen', anchor: 'deep down' },
        { id: hidden.id, text: 'unseen' },
      ],
    }),
  })
  const chinese = await article({
    title: '中文',
    locale: 'zh',
    content: contentOf(`<p>${'汉字'.repeat(450)}</p>`),
  })
  ids = {
    linked: linked.id,
    hidden: hidden.id,
    main: main.id,
    picture: picture.id,
    chinese: chinese.id,
  }
})

afterAll(() => site.close())

const fields = async (id: string, names: string[]): Promise<Record<string, unknown>> => {
  const select = names.map((name) => `select[${name}]=true`).join('&')
  const { json } = await site.get(`/api/articles/${id}?${select}`)
  return json as Record<string, unknown>
}

describe('content as HTML', () => {
  test('shows pictures with their sizes and keeps their place', async () => {
    const { contentHtml } = await fields(ids.main, ['contentHtml'])
    const image = /<img[^>]*>/.exec(String(contentHtml))?.[0] ?? ''
    expect(image).toContain('src="https://cms.example.org/media/')
    expect(image).toContain('alt="A press"')
    expect(image).toContain('width="1000" height="500" loading="lazy"')
    expect(image).toMatch(
      /srcset="https:\/\/cms\.example\.org\/media\/\S+\.webp 320w, \S+ 640w, \S+ 1000w"/,
    )
  })

  test('links to public articles by the pattern, with the anchor, and to no others', async () => {
    const { contentHtml } = await fields(ids.main, ['contentHtml'])
    expect(contentHtml).toContain('<a href="/en/2021/linked/#deep%20down">seen</a>')
    expect(contentHtml).toContain('<p>unseen</p>')
  })

  test('runs nothing', async () => {
    const { contentHtml } = await fields(ids.main, ['contentHtml'])
    expect(contentHtml).not.toMatch(/script|evil\.example.*iframe|<iframe/)
  })

  test('follows a linked article that is published, renamed, withdrawn', async () => {
    const { payload } = site
    const change = (data: { slug?: string; _status?: 'draft' | 'published' }) =>
      payload.update({ collection: 'articles', id: ids.hidden, data })
    const html = async () => (await fields(ids.main, ['contentHtml'])).contentHtml
    await change({ _status: 'published' })
    expect(await html()).toContain('>unseen</a>')
    await change({ slug: 'renamed' })
    expect(await html()).toContain('/renamed/">unseen</a>')
    await change({ _status: 'draft' })
    expect(await html()).toContain('<p>unseen</p>')
  })

  test('follows the text', async () => {
    const { id } = await site.payload.create({
      collection: 'articles',
      data: {
        title: 'Text',
        locale: 'en',
        stage: 'draft',
        _status: 'published',
        content: contentOf('<p>one</p>'),
      },
    })
    expect((await fields(id, ['contentHtml'])).contentHtml).toBe('<p>one</p>\n')
    await site.payload.update({
      collection: 'articles',
      id,
      data: { content: contentOf('<p>two</p>') },
    })
    expect((await fields(id, ['contentHtml'])).contentHtml).toBe('<p>two</p>\n')
  })
})

describe('the other forms', () => {
  test('the table of contents has the ids of the headings', async () => {
    const { toc, contentHtml } = await fields(ids.main, ['toc', 'contentHtml'])
    expect(toc).toEqual([
      { level: 2, text: 'First part', id: 'first-part' },
      { level: 2, text: 'First part', id: 'first-part-1' },
    ])
    expect(contentHtml).toContain('<h2 id="first-part-1">')
  })

  test('reading time counts words and Chinese characters', async () => {
    expect(await fields(ids.chinese, ['readingTime'])).toMatchObject({ readingTime: 3 })
    expect(await fields(ids.main, ['readingTime'])).toMatchObject({ readingTime: 1 })
  })

  test('Markdown and text', async () => {
    const { contentMarkdown, contentText } = await fields(ids.main, [
      'contentMarkdown',
      'contentText',
    ])
    expect(contentMarkdown).toContain('## First part')
    expect(contentText).toContain('Some words here.')
  })

  test('an article without an excerpt gets one from its text, in lists too', async () => {
    expect(await fields(ids.main, ['excerpt'])).toMatchObject({
      excerpt: 'Some words here. seen unseen',
    })
    const { json } = await site.get('/api/articles?limit=50&select[excerpt]=true')
    expect(JSON.stringify(json)).toContain('Some words here.')
  })

  test('a stored excerpt wins, and none is saved by reading', async () => {
    await fields(ids.main, ['excerpt'])
    const { excerpt } = await site.payload.findByID({ collection: 'articles', id: ids.main })
    expect(excerpt ?? null).toBeNull()
  })
})

describe('what is not asked for', () => {
  test('is neither rendered nor sent', async () => {
    const { json } = await site.get('/api/articles?limit=50')
    expect(JSON.stringify(json)).not.toContain('contentHtml')
    expect(Object.keys(await fields(ids.main, ['contentHtml'])).sort()).toEqual([
      'contentHtml',
      'id',
    ])
  })
})

describe('?format=', () => {
  test('replaces the content of one and of many', async () => {
    const one = await site.get(`/api/articles/${ids.main}?format=html`)
    expect((one.json as { content: unknown }).content).toContain('<h2 id="first-part">')
    const many = await site.get(`/api/articles?format=text&select[content]=true`)
    expect(JSON.stringify(many.json)).toContain('"content":"First part\\nSome words here.')
    const markdown = await site.get(`/api/articles/${ids.main}?format=markdown`)
    expect((markdown.json as { content: unknown }).content).toContain('## First part')
  })

  test('refuses another word', async () => {
    const { status, json } = await site.get('/api/articles?format=pdf')
    expect(status).toBe(400)
    expect(json).toMatchObject({ errors: [{ code: 'format-unknown' }] })
  })
})

test('GraphQL has the fields and reads the content by itself', async () => {
  const query = `{ Article(id: "${ids.main}") { title contentHtml toc readingTime excerpt contentText } }`
  const { json } = await site.post('/api/graphql', { query })
  expect(json).toMatchObject({
    data: {
      Article: {
        title: 'Main',
        readingTime: 1,
        toc: [{ id: 'first-part' }, { id: 'first-part-1' }],
        excerpt: 'Some words here. seen unseen',
      },
    },
  })
  expect(JSON.stringify(json)).toContain('<h2 id=\\"first-part\\">')
})

test('a rendered field can’t be searched by', async () => {
  const { status } = await site.get('/api/articles?where[contentHtml][like]=words')
  expect(status).toBe(400)
})
