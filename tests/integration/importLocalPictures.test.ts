import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, makeArchive, nodesOf, postOf, removeArchives } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { pngOf } from '../harness/pictures'

let test: TestPayload
let shade = 0

beforeAll(async () => {
  test = await openTestPayload()
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

/** A picture whose bytes no other picture of this file has. */
const newPicture = (): Promise<Buffer> => {
  shade += 1
  return pngOf({ width: 3 + Math.floor(shade / 250), height: 3, shade: shade % 250 })
}

/** Imports one text with one picture (and other files), and tells what became of the picture. */
const imported = async ({
  post,
  address,
  picture,
  others = {},
  folder = '',
  frontMatter = 'title: Post\ndate: 2020-01-02',
  options = {},
}: {
  post: string
  address: string
  picture: string
  others?: Record<string, string>
  folder?: string
  frontMatter?: string
  options?: Parameters<Awaited<ReturnType<typeof makeArchive>>['import']>[0]
}) => {
  const archive = await makeArchive(test.payload, {
    [post]: postOf(`![A](<${address}>)`, frontMatter),
    [picture]: await newPicture(),
    ...others,
  })
  const report = await archive.import(options, folder)
  const { content } = await archive.article(post.slice(folder === '' ? 0 : folder.length + 1))
  const uploads = nodesOf(content).filter(({ type }) => type === 'upload')
  return { isStored: uploads.length === 1, codes: codesOf(report) }
}

const jekyll = { '_config.yml': 'title: Site\nbaseurl: /blog\nurl: https://old.example\n' }
const hugo = { 'hugo.toml': 'baseURL = "https://www.old.example/"\n' }
const hexo = { '_config.yml': 'title: Site\nnew_post_name: :title.md\npost_asset_folder: true\n' }

describe('a local picture is found', () => {
  it.each([
    ['beside the text', 'a/post.md', 'x.png', 'a/x.png', {}],
    ['beside the text, with ./', 'a/post.md', './img/x.png', 'a/img/x.png', {}],
    ['above the text', 'src/content/blog/post.md', '../../assets/x.png', 'src/assets/x.png', {}],
    ['in a Hexo asset folder', 'source/_posts/post.md', 'x.png', 'source/_posts/post/x.png', hexo],
    [
      'in a Hexo asset folder, by the old page’s address',
      'source/_posts/post.md',
      '/2020/01/02/post/x.png',
      'source/_posts/post/x.png',
      hexo,
    ],
    ['in Hexo’s source', 'source/_posts/post.md', '/images/x.png', 'source/images/x.png', hexo],
    ['in Jekyll’s assets', '_posts/2020-01-02-post.md', '/assets/x.png', 'assets/x.png', jekyll],
    [
      'below Jekyll’s base path',
      '_posts/2020-01-02-post.md',
      '/blog/assets/x.png',
      'assets/x.png',
      jekyll,
    ],
    [
      'behind a variable of Jekyll',
      '_posts/2020-01-02-post.md',
      '{{ site.baseurl }}/assets/x.png',
      'assets/x.png',
      jekyll,
    ],
    ['in a Hugo bundle', 'content/post/one/index.md', 'x.png', 'content/post/one/x.png', hugo],
    ['in Hugo’s static', 'content/post/one.md', '/img/x.png', 'static/img/x.png', hugo],
    ['in Hugo’s assets', 'content/post/one.md', 'img/x.png', 'assets/img/x.png', hugo],
    [
      'on the old site itself',
      'content/post/one.md',
      'http://old.example/img/x.png',
      'static/img/x.png',
      hugo,
    ],
    [
      'beside a Zola page',
      'content/one/index.md',
      'x.png',
      'content/one/x.png',
      {
        'config.toml': 'base_url = "https://old.example"\n',
      },
    ],
    [
      'by Docusaurus’ alias',
      'blog/post.md',
      '@site/static/img/x.png',
      'static/img/x.png',
      {
        'docusaurus.config.js': '',
      },
    ],
    [
      'in Docusaurus’ static',
      'website/blog/post.md',
      '/img/x.png',
      'website/static/img/x.png',
      {
        'website/docusaurus.config.js': '',
      },
    ],
    [
      'by Astro’s alias',
      'src/content/blog/post.md',
      '~/assets/x.png',
      'src/assets/x.png',
      {
        'astro.config.mjs': '',
      },
    ],
    ['by another alias', 'src/content/blog/post.md', '@assets/x.png', 'src/assets/x.png', {}],
    ['with a query', 'post.md', '/x.png?source=feed', 'x.png', {}],
    ['with a size for an image server', 'post.md', '/x.png@s_2,w_820', 'x.png', {}],
    ['with a name in percent signs', 'post.md', '/a%20b/%E5%9B%BE.png', 'a b/图.png', {}],
    ['with backslashes', 'a/post.md', 'img\\x.png', 'a/img/x.png', {}],
    ['with a decomposed name', 'post.md', '/caf\u00e9.png', 'cafe\u0301.png', {}],
    ['with a composed name', 'post.md', '/cafe\u0301.png', 'caf\u00e9.png', {}],
    ['deeper than any known folder', 'post.md', '/uploads/x.png', 'theme/files/uploads/x.png', {}],
  ])('%s', async (_name, post, address, picture, others) => {
    expect(await imported({ post, address, picture, others })).toEqual({
      isStored: true,
      codes: [],
    })
  })

  it('by a name in letters of another case, and says so', async () => {
    expect(
      await imported({ post: 'post.md', address: '/Img/X.PNG', picture: 'img/x.png' }),
    ).toEqual({ isStored: true, codes: ['picture-name-respelled'] })
  })

  it.each([
    ['content of a configured site', 'content/post/one.md', 'content', hugo, 'static/img/x.png'],
    ['a folder deeper in it', 'content/post/one.md', 'content/post', hugo, 'static/img/x.png'],
    ['posts without a configuration', '_posts/2020-01-02-one.md', '_posts', {}, 'img/x.png'],
  ])('beside the given part of a site: %s', async (_name, post, folder, others, picture) => {
    expect(await imported({ post, folder, others, picture, address: '/img/x.png' })).toEqual({
      isStored: true,
      codes: [],
    })
  })

  it('beside another page, by the address of that page', async () => {
    expect(
      await imported({
        post: 'content/second/index.md',
        address: '../first/x.png',
        picture: 'content/01-first/x.png',
        others: { ...hugo, 'content/01-first/index.md': postOf('Text.', 'title: F\nslug: first') },
      }),
    ).toEqual({ isStored: true, codes: [] })
  })

  it('in a folder of --assets', async () => {
    const assets = await makeArchive(test.payload, { 'img/x.png': await newPicture() })
    expect(
      await imported({
        post: 'post.md',
        address: '/img/x.png',
        picture: 'other.png',
        options: { assets: [assets.root] },
      }),
    ).toEqual({ isStored: true, codes: [] })
  })
})

describe('a local picture is not taken', () => {
  it('from outside the site', async () => {
    const secret = await makeArchive(test.payload, { 'x.png': await newPicture() })
    const climb = `${'../'.repeat(12)}${secret.root.slice(1)}/x.png`
    expect(await imported({ post: 'post.md', address: climb, picture: 'y.png' })).toEqual({
      isStored: false,
      codes: ['picture-missing'],
    })
  })

  it('by its bare name from just anywhere', async () => {
    expect(await imported({ post: 'a/post.md', address: '1.png', picture: 'b/c/1.png' })).toEqual({
      isStored: false,
      codes: ['picture-missing'],
    })
  })
})

describe('one picture under several names', () => {
  it('is stored once', async () => {
    const bytes = await newPicture()
    const archive = await makeArchive(test.payload, {
      'one.md': postOf('![A](a.png) and ![B](b/copy.png)'),
      'two.md': postOf('![A](/a.png)'),
      'a.png': bytes,
      'b/copy.png': bytes,
    })
    const before = await test.payload.count({ collection: 'media' })
    await archive.import()
    const after = await test.payload.count({ collection: 'media' })
    expect(after.totalDocs - before.totalDocs).toBe(1)
  })

  it('is found in the library by later runs', async () => {
    const bytes = await newPicture()
    const files = { 'one.md': postOf('![A](a.png)'), 'a.png': bytes }
    await (await makeArchive(test.payload, files)).import()
    const before = await test.payload.count({ collection: 'media' })
    await (await makeArchive(test.payload, files)).import()
    expect(await test.payload.count({ collection: 'media' })).toEqual(before)
  })
})

describe('pictures of one name', () => {
  it('are stored beside each other', async () => {
    const archive = await makeArchive(test.payload, {
      'one.md': postOf('![A](a/same.png)\n\n![B](b/same.png)\n\n![C](c/same.png)'),
      'a/same.png': await newPicture(),
      'b/same.png': await newPicture(),
      'c/same.png': await newPicture(),
    })
    expect(codesOf(await archive.import())).toEqual([])
    const { docs } = await test.payload.find({
      collection: 'media',
      where: { filename: { like: 'same' } },
      depth: 0,
    })
    expect(new Set(docs.map(({ filename }) => filename)).size).toBe(3)
  })
})

describe('a picture in the text itself', () => {
  it('becomes a file, SVG too, cleaned', async () => {
    const png = (await newPicture()).toString('base64')
    const svg =
      'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22%3E%3Cscript%3Ealert(1)%3C/script%3E%3Ccircle r=%225%22/%3E%3C/svg%3E'
    const archive = await makeArchive(test.payload, {
      'inline.md': postOf(
        `<p><img src="data:image/png;base64,${png}"></p><p><img src="${svg}"></p>`,
      ),
    })
    expect(codesOf(await archive.import())).toEqual([])
    const uploads = nodesOf((await archive.article('inline.md')).content).filter(
      ({ type }) => type === 'upload',
    )
    expect(uploads).toHaveLength(2)
    const drawing = await test.payload.findByID({
      collection: 'media',
      id: String(uploads[1]?.value),
    })
    expect(drawing).toMatchObject({ filename: 'inline-1.svg', mimeType: 'image/svg+xml' })
  })

  it('is reported when it can’t be read, and not tried again', async () => {
    const archive = await makeArchive(test.payload, {
      'broken.md': postOf('<img src="data:image/png;base64,AAAA">'),
    })
    expect(codesOf(await archive.import())).toEqual(['file-type-refused'])
    expect((await archive.article('broken.md')).source?.missingPictures).toBeNull()
  })
})
