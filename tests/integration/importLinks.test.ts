import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codesOf,
  makeArchive,
  nodesOf,
  postOf,
  removeArchives,
  type TestArchive,
} from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { pngOf } from '../harness/pictures'
import { fieldsOf, isRecord, stringOf } from '../../src/richtext/readNode'

let test: TestPayload

beforeAll(async () => {
  test = await openTestPayload()
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

/** Where each link of an article leads: the source path of an article with the anchor, or the address. */
const linksOf = async (archive: TestArchive, sourcePath: string): Promise<string[]> => {
  const { content } = await archive.article(sourcePath)
  const links = nodesOf(content).filter(({ type }) => type === 'link')
  return Promise.all(
    links.map(async (node) => {
      const { doc, url, anchor } = fieldsOf(node)
      if (!isRecord(doc)) return stringOf(url)
      const target = await test.payload.findByID({
        collection: 'articles',
        id: stringOf(doc.value),
        depth: 0,
        draft: true,
      })
      return `→ ${target.source?.path ?? ''}${typeof anchor === 'string' ? `#${anchor}` : ''}`
    }),
  )
}

/** Imports an archive in which one text has the given links, and tells where they lead. */
const ledTo = async ({
  files,
  from,
  links,
  frontMatter,
  folder = '',
  options = {},
}: {
  files: Record<string, string>
  from: string
  links: readonly string[]
  frontMatter?: string
  folder?: string
  options?: Parameters<TestArchive['import']>[0]
}): Promise<string[]> => {
  const body = links.map((link) => (/^[{<[]/.test(link) ? link : `[x](<${link}>)`)).join('\n\n')
  const archive = await makeArchive(test.payload, { ...files, [from]: postOf(body, frontMatter) })
  await archive.import(options, folder)
  return linksOf(archive, from.slice(folder === '' ? 0 : folder.length + 1))
}

describe('links between texts lead to documents', () => {
  it('in Jekyll', async () => {
    const target = '_posts/2019-05-06-target.md'
    expect(
      await ledTo({
        files: {
          '_config.yml':
            'title: S\nurl: https://www.old.example\nbaseurl: /blog\npermalink: /:year/:month/:day/:title.html\n',
          [target]: postOf(
            '## Ende',
            'title: Target\nredirect_from:\n  - /older/target\n  - /p/中文/',
          ),
          '_pages/about.md': postOf('About.', 'title: About\npermalink: /about/'),
        },
        from: '_posts/2020-01-02-from.md',
        links: [
          '/blog/2019/05/06/target.html',
          '/2019/05/06/target.html#ende',
          '/2019/05/06/target/',
          '/2019/05/06/Target?utm=1',
          'http://old.example/blog/2019/05/06/target.html',
          'https://www.old.example:443/blog/2019/05/06/target.html#a%20b',
          '//old.example/blog/older/target',
          '/p/%E4%B8%AD%E6%96%87',
          '[x]({{ site.baseurl }}/2019/05/06/target.html)',
          '[x]({{ site.baseurl }}{% post_url 2019-05-06-target %})',
          '[x]({% link _posts/2019-05-06-target.md %}#ende)',
          '/about',
          '/about/index.html',
          '/other/2019/5/6/target/',
          '/2019/05/target/',
          'https://other.example/2019/05/06/target.html',
          '/nowhere/',
        ],
      }).then((found) => found.map((it) => it.replace(target, 'T'))),
    ).toEqual([
      '→ T',
      '→ T#ende',
      '→ T',
      '→ T',
      '→ T',
      '→ T#a b',
      '→ T',
      '→ T',
      '→ T',
      '→ T',
      '→ T#ende',
      '→ _pages/about.md',
      '→ _pages/about.md',
      '→ T',
      '→ T',
      'https://other.example/2019/05/06/target.html',
      '/nowhere/',
    ])
  })

  it('in Hexo', async () => {
    expect(
      await ledTo({
        files: {
          '_config.yml': 'title: S\nurl: https://old.example\nnew_post_name: :title.md\n',
          'source/_posts/目标.md': postOf('Text.', 'title: T\ndate: 2019-05-06'),
          'source/about/index.md': postOf('About.', 'title: About'),
        },
        from: 'source/_posts/from.md',
        links: [
          '/2019/05/06/目标/',
          '/2019/05/06/%E7%9B%AE%E6%A0%87/index.html#%E7%AB%A0',
          '{% post_link 目标 %}',
          '{% post_link 目标 A title %}',
          '/about/',
          './目标.md',
        ],
      }),
    ).toEqual([
      '→ source/_posts/目标.md',
      '→ source/_posts/目标.md#章',
      '→ source/_posts/目标.md',
      '→ source/_posts/目标.md',
      '→ source/about/index.md',
      '→ source/_posts/目标.md',
    ])
  })

  it('in Hugo', async () => {
    const files = {
      'hugo.toml': 'baseURL = "https://old.example/"\ndefaultContentLanguage = "en"\n',
      'content/post/target.md': postOf('Text.', 'title: T\naliases: [/old/, "../older"]'),
      'content/post/bundle/index.md': postOf('Text.', 'title: B'),
    }
    const links = [
      '[x]({{< ref "target.md" >}})',
      '[x]({{< relref "/post/target.md#ende" >}})',
      '[x]({{< ref "post/bundle" >}})',
      '/post/target/',
      '../target.md',
      '../target/',
      '/old/',
      '/en/post/target/',
      'https://old.example/post/bundle/#part',
      '@/post/target.md',
    ]
    const found = [
      '→ content/post/target.md',
      '→ content/post/target.md#ende',
      '→ content/post/bundle/index.md',
      '→ content/post/target.md',
      '→ content/post/target.md',
      '→ content/post/target.md',
      '→ content/post/target.md',
      '→ content/post/target.md',
      '→ content/post/bundle/index.md#part',
      '→ content/post/target.md',
    ]
    const from = 'content/post/from/index.md'
    expect(await ledTo({ files, from, links })).toEqual(found)
    const part = await ledTo({ files, from, links, folder: 'content' })
    expect(part).toEqual(found.map((it) => it.replace('content/', '')))
  })

  it('in Zola, Docusaurus, MDX and several languages', async () => {
    expect(
      await ledTo({
        files: {
          'config.toml': 'base_url = "https://old.example"\n',
          'content/blog/target.md': '+++\ntitle = "T"\n+++\nText.\n',
        },
        from: 'content/blog/from.md',
        links: ['@/blog/target.md#part', './target.md', '/blog/target/'],
      }),
    ).toEqual([
      '→ content/blog/target.md#part',
      '→ content/blog/target.md',
      '→ content/blog/target.md',
    ])
    expect(
      await ledTo({
        files: {
          'docusaurus.config.js': "module.exports = { url: 'https://old.example', baseUrl: '/' }\n",
          'docs/guide/start.mdx': postOf('Text.', 'title: Start'),
          'docs/guide/next.md': postOf('Text.', 'title: Next'),
          'i18n/de/docusaurus-plugin-content-docs/current/guide/start.md': postOf(
            'Text.',
            'title: S',
          ),
        },
        from: 'docs/guide/from.mdx',
        links: [
          './start.mdx',
          'next.md#one',
          '/guide/start.mdx',
          '@site/docs/guide/next.md',
          '/docs/guide/start',
        ],
      }),
    ).toEqual([
      '→ docs/guide/start.mdx',
      '→ docs/guide/next.md#one',
      '→ docs/guide/start.mdx',
      '→ docs/guide/next.md',
      '→ docs/guide/start.mdx',
    ])
    expect(
      await ledTo({
        files: {
          'api/fs.de.md': postOf('Text.', 'title: Fs'),
          'api/fs.en.md': postOf('Text.', 'title: Fs'),
        },
        from: 'api/from.de.md',
        links: ['fs.md#open'],
      }),
    ).toEqual(['→ api/fs.de.md#open'])
  })

  it('by reference links and with --base-url, title and all', async () => {
    const archive = await makeArchive(test.payload, {
      'target.md': postOf('Text.', 'title: T\npermalink: /target/'),
      'from.md': postOf('[x][ref] and [y](/target/ "A title")\n\n[ref]: http://old.example/target'),
    })
    await archive.import({ baseUrl: 'https://www.old.example' })
    expect(await linksOf(archive, 'from.md')).toEqual(['→ target.md', '→ target.md'])
    const { content } = await archive.article('from.md')
    const titles = nodesOf(content).flatMap((node) => fieldsOf(node).title ?? [])
    expect(titles).toEqual(['A title'])
  })

  it('and survive a change of the slug', async () => {
    const archive = await makeArchive(test.payload, {
      'a/target.md': postOf('Text.', 'title: T'),
      'a/from.md': postOf('[x](target.md)'),
    })
    await archive.import()
    const { id } = await archive.article('a/target.md')
    await test.payload.update({ collection: 'articles', id, data: { slug: 'another' } })
    expect(await linksOf(archive, 'a/from.md')).toEqual(['→ a/target.md'])
  })

  it('or are reported when they name a file that is not there', async () => {
    const archive = await makeArchive(test.payload, {
      'lonely.md': postOf('[x](gone.md) and {% post_url 2019-01-01-gone %}, [y](/page/)'),
      '_config.yml': 'title: S\npaginate: 5\n',
    })
    expect(codesOf(await archive.import())).toContain('link-unresolved')
  })

  it('but not by a name that two texts have', async () => {
    expect(
      await ledTo({
        files: { 'a/same.md': postOf('A', 'title: A'), 'b/same.md': postOf('B', 'title: B') },
        from: 'c/from.md',
        links: ['same.html'],
      }),
    ).toEqual(['same.html'])
  })
})

describe('files that a text links to or plays', () => {
  it('are stored when the library takes them, and left and reported when not', async () => {
    const pdf = '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nxref\n0 1\ntrailer<</Root 1 0 R>>\n%%EOF'
    const mp3 = Buffer.concat([
      Buffer.from('ID3\u0004\0\0\0\0\0\0'),
      Buffer.from([0xff, 0xfb, 0x90, 0x64]),
      Buffer.alloc(413),
    ])
    const archive = await makeArchive(test.payload, {
      'post/media.md': postOf(
        [
          '[paper](paper.pdf "Read") and [data](data.zip) and [gone](gone.pdf)',
          '[![small](small.png)](large.png)',
          '<audio controls src="sound.mp3"></audio>',
          '[site](https://other.example/a.pdf)',
        ].join('\n\n'),
      ),
      'post/paper.pdf': pdf,
      'post/data.zip': 'PK',
      'post/sound.mp3': mp3,
      'post/small.png': await pngOf({ width: 3, height: 2, shade: 1 }),
      'post/large.png': await pngOf({ width: 9, height: 6, shade: 1 }),
    })
    const report = await archive.import()
    expect(codesOf(report).sort()).toEqual(['file-missing', 'file-not-taken'])
    expect(await linksOf(archive, 'post/media.md')).toEqual([
      '/media/paper.pdf',
      'data.zip',
      'gone.pdf',
      'https://other.example/a.pdf',
    ])
    const nodes = nodesOf((await archive.article('post/media.md')).content)
    expect(nodes.find(({ type }) => type === 'upload')?.fields).toMatchObject({
      href: '/media/large.png',
    })
    expect(nodes.map((node) => fieldsOf(node).url)).toContain('/media/sound.mp3')
    await archive.write('post/gone.pdf', pdf.replace('1.4', '1.5'))
    await archive.import()
    expect(await linksOf(archive, 'post/media.md')).toContain('/media/gone.pdf')
  })
})
