import { describe, expect, it } from 'vitest'
import { emptySite, mapArticle, parseSite } from '../../../src/frontmatter'
import type { JsonValue } from '../../../src/frontmatter'
import { codes, mapped, parsedFixture } from './fixture'

const FEED_PATH = 'source/_posts/新媒体/某某网/首页/_他们说会回信，但要保密_.md'

describe('an item of a news aggregator', () => {
  const { article, problems } = mapArticle({
    path: FEED_PATH,
    parsed: parsedFixture('hexo-feed-item.md'),
    dialect: 'hexo',
    site: emptySite('hexo'),
    now: new Date('2024-01-01T00:00:00Z'),
  })

  it('maps to an article without a problem', () => {
    expect(problems).toEqual([])
    expect(article).toEqual({
      title: '_他们说会回信，但要保密_',
      titleFrom: 'frontMatter',
      slug: '他们说会回信-但要保密',
      address: '/2022/01/23/新媒体/某某网/首页/_他们说会回信，但要保密_/',
      aliases: [],
      kind: 'post',
      status: 'published',
      isHidden: false,
      publishedAt: '2022-01-23T17:09:23.000Z',
      dateFrom: 'frontMatter',
      cover: { url: 'https://img.example.org/a.jpg' },
      thumbnail: { url: 'https://img.example.org/a.jpg' },
      authors: [{ name: '某某网', kind: 'organisation' }],
      categories: [['新媒体', '某某网', '首页']],
      tags: [],
      locale: 'zh',
      commentsEnabled: false,
      meta: {},
      rest: { feed_id: 42 },
    })
  })
})

describe('no word is lost', () => {
  it.each([
    'every-kind-of-value.md',
    'broken-yaml.md',
    'hexo-feed-item.md',
    'quoted-value-at-margin.md',
  ])('of %s', (name) => {
    const parsed = parsedFixture(name)
    for (const dialect of ['hexo', 'jekyll', 'hugo', 'docusaurus', 'plain'] as const) {
      const { article } = mapArticle({
        path: 'p.md',
        parsed,
        dialect,
        site: emptySite(dialect),
        now: new Date(0),
      })
      const kept = JSON.stringify(article)
      const dates = [article.publishedAt, article.updatedAt].filter(Boolean).length
      const lost = leaves(parsed.data).filter(
        (leaf) => !kept.includes(JSON.stringify(leaf).slice(1, -1)),
      )
      // What is not found again letter by letter are dates and texts that were split into names.
      expect(lost.filter((leaf) => !isSplit(leaf, kept)).length).toBeLessThanOrEqual(dates)
    }
  })

  function leaves(value: JsonValue): string[] {
    if (typeof value === 'string') return [value]
    return value !== null && typeof value === 'object' ? Object.values(value).flatMap(leaves) : []
  }

  function isSplit(leaf: string, kept: string): boolean {
    return leaf.split(/[,\s]+/).every((part) => kept.includes(JSON.stringify(part).slice(1, -1)))
  }
})

describe('title', () => {
  it.each([
    ['title: 007', '007', 'frontMatter'],
    ['Title: Big', 'Big', 'frontMatter'],
    ['headline: Top', 'Top', 'frontMatter'],
    ['title: "  Spaced &amp; kept  "', 'Spaced &amp; kept', 'frontMatter'],
    ['title: [公告]', '[公告]', 'frontMatter'],
    ['layout: post', 'My first post', 'fileName'],
  ])('of %j is %s', (text, title, titleFrom) => {
    expect(mapped(text, { path: '2020-01-01-my-first_post.md' }).article).toMatchObject({
      title,
      titleFrom,
    })
  })

  it.each([
    ['# A *fine* [day](x) {#id}\n\ntext', 'A fine day'],
    ['> a note\n\n## Above all\n\ntext', 'Above all'],
    ['```\n# no heading\n```\n\nReal\n====\n', 'Real'],
    ['<h1 class="t">In HTML</h1>', 'In HTML'],
    ['A paragraph.\n\n## A section\n\ntext', 'Post'],
  ])('is taken from the text %j as %s', (body, title) => {
    const { article, problems } = mapped(`---\nlayout: x\n---\n${body}`)
    expect(article.title).toBe(title)
    expect(codes(problems)).toEqual(['title-missing'])
  })
})

describe('dates', () => {
  it('fall back to the file name when the written one is none, which stays in the rest', () => {
    const { article, problems } = mapped('title: x\ndate: Invalid Date', {
      path: '_posts/2020-01-02-x.md',
    })
    expect(article).toMatchObject({
      publishedAt: '2020-01-02T00:00:00.000Z',
      dateFrom: 'path',
      rest: { date: 'Invalid Date' },
    })
    expect(codes(problems)).toEqual(['date-invalid'])
  })

  it('are taken in the site’s zone, and in the given one before it', () => {
    const site = { ...emptySite('hexo'), timezone: 'Asia/Tokyo' }
    const read = (timezone?: string) =>
      mapped('title: x\ndate: 2020-01-02', { site, ...(timezone ? { timezone } : {}) })
    expect(read().article.publishedAt).toBe('2020-01-01T15:00:00.000Z')
    expect(read('Asia/Shanghai').article.publishedAt).toBe('2020-01-01T16:00:00.000Z')
  })

  it('come from the path that the front matter gives', () => {
    const { article } = mapped('title: x\npath: 2017/09/05/Survey', {
      dialect: 'zola',
      path: 'content/Survey/index.md',
    })
    expect(article).toMatchObject({
      publishedAt: '2017-09-05T00:00:00.000Z',
      address: '/2017/09/05/Survey/',
    })
  })

  it('of change and expiry are read, and an expired text is reported', () => {
    const { article, problems } = mapped('title: x\nlastmod: 2020-02-01\nexpirydate: 2020-03-01')
    expect(article).toMatchObject({
      updatedAt: '2020-02-01T00:00:00.000Z',
      expiresAt: '2020-03-01T00:00:00.000Z',
      rest: {},
    })
    expect(codes(problems)).toEqual(['article-expired'])
  })

  it('wait for a publishDate in the future', () => {
    const { article } = mapped('title: x\ndate: 2023-01-01\npublishDate: 2030-01-01', {
      dialect: 'hugo',
    })
    expect(article).toMatchObject({
      publishedAt: '2030-01-01T00:00:00.000Z',
      status: 'published',
      rest: { date: '2023-01-01' },
    })
  })

  it('do not read a flag as a date', () => {
    const { article, problems } = mapped('title: x\npublished: true')
    expect(article.publishedAt).toBeUndefined()
    expect(problems).toEqual([])
  })
})

describe('status', () => {
  it.each([
    ['draft: true', 'draft'],
    ['draft: yes', 'draft'],
    ['draft: false', 'published'],
    ['published: false', 'draft'],
    ['private: true', 'draft'],
    ['status: draft', 'draft'],
    ['status: Closed', 'published'],
    ['archived: true', 'published'],
  ])('of %s is %s', (line, status) => {
    expect(mapped(`title: x\n${line}`).article.status).toBe(status)
  })

  it('is draft in a folder of drafts', () => {
    expect(mapped('title: x', { path: '_drafts/x.md' }).article.status).toBe('draft')
  })

  it('tells hidden from unpublished and keeps a status that means something else', () => {
    const { article } = mapped('title: x\nhidden: true\nstatus: Closed')
    expect(article).toMatchObject({
      isHidden: true,
      status: 'published',
      rest: { hidden: true, status: 'Closed' },
    })
  })
})

describe('authors', () => {
  const site = parseSite({
    dialect: 'docusaurus',
    configFiles: new Map(),
    dataFiles: new Map([
      [
        'blog/authors.yml',
        'ann:\n  name: Ann Lee\n  title: Editor\n  image_url: /a.png\n  url: https://ann.example\n',
      ],
    ]),
  })
  const names = (text: string) =>
    mapped(`title: x\n${text}`, { dialect: 'docusaurus', site }).article.authors.map(
      ({ name }) => name,
    )

  it('are looked up in the directory', () => {
    expect(
      mapped('title: x\nauthors: [ann]', { dialect: 'docusaurus', site }).article.authors,
    ).toEqual([
      {
        name: 'Ann Lee',
        handle: 'ann',
        kind: 'person',
        bio: 'Editor',
        avatar: '/a.png',
        links: [{ label: 'website', url: 'https://ann.example' }],
      },
    ])
  })

  it.each([
    ['author: ann', ['Ann Lee']],
    ['author: ann,bob', ['Ann Lee', 'bob']],
    ["author: 'Ben Poe ([@ben](https://ben.example))'", ['Ben Poe']],
    [
      "author: '[Ben Poe](https://ben.example), cat keeper, and Jack Huey'",
      ['Ben Poe', 'Jack Huey'],
    ],
    ['author: Jane Doe and John Smith', ['Jane Doe', 'John Smith']],
    ['author: Amy Poe, Jack Huey, and Jakub Beránek', ['Amy Poe', 'Jack Huey', 'Jakub Beránek']],
    ['author: Johnson and Johnson', ['Johnson and Johnson']],
    [
      'author: Department of Health and Human Services',
      ['Department of Health and Human Services'],
    ],
    ['author: Ann Poe, PhD', ['Ann Poe, PhD']],
    ['author: 张三、李四', ['张三', '李四']],
    ['authors: [ann, {name: Guest, url: "https://g.example"}]', ['Ann Lee', 'Guest']],
    ['authors: []', []],
    ['author:', []],
    ['author: 123', ['123']],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('keeps the mail address and the kind', () => {
    const { article } = mapped('title: x\nauthors: ["Ann <a@b.example>", The Core Team]')
    expect(article.authors).toEqual([
      { name: 'Ann', kind: 'person', email: 'a@b.example' },
      { name: 'The Core Team', kind: 'organisation' },
    ])
  })
})

describe('categories and tags', () => {
  it.each([
    ['hexo', 'categories: [A, B]', [['A', 'B']]],
    ['hexo', 'categories: [[A, B], [C], D]', [['A', 'B'], ['C'], ['D']]],
    ['hexo', 'categories: A', [['A']]],
    ['jekyll', 'categories: a b', [['a'], ['b']]],
    ['jekyll', 'category: a b', [['a b']]],
    ['hugo', 'categories: [A, B]', [['A'], ['B']]],
    ['hugo', 'topics: [A, 2]', [['A'], ['2']]],
    ['zola', 'taxonomies: {categories: [A]}', [['A']]],
    ['plain', 'categories: []', []],
    ['plain', 'categories:', []],
  ] as const)('%s reads %s', (dialect, text, categories) => {
    expect(mapped(`title: x\n${text}`, { dialect }).article).toMatchObject({ categories, rest: {} })
  })

  it.each([
    ['jekyll', 'tags: a b', ['a', 'b']],
    ['jekyll', 'tags: a, b c', ['a', 'b c']],
    ['hugo', 'tags: a b', ['a b']],
    ['hugo', 'tags: [2020, x, x]', ['2020', 'x']],
    ['hugo', 'keywords: [k]', ['k']],
    ['docusaurus', 'tags: [{label: L, permalink: /l}]', ['L']],
  ] as const)('%s reads %s', (dialect, text, tags) => {
    expect(mapped(`title: x\n${text}`, { dialect }).article.tags).toEqual(tags)
  })

  it('leaves keywords alone beside tags', () => {
    expect(mapped('title: x\ntags: [a]\nkeywords: b').article).toMatchObject({
      tags: ['a'],
      rest: { keywords: 'b' },
    })
  })
})

describe('pictures', () => {
  it.each([
    ['image: /a.jpg', { url: '/a.jpg' }],
    ['image: https://x.example/a.jpg@s_2,w_820', { url: 'https://x.example/a.jpg@s_2,w_820' }],
    ['image: a.jpg)', { url: 'a.jpg' }],
    ['image: {src: a.jpg, alt: Alt, caption: Cap}', { url: 'a.jpg', alt: 'Alt', caption: 'Cap' }],
    ['images: [a.jpg, b.jpg]', { url: 'a.jpg' }],
    ['image: a.jpg\nimage_alt: Alt', { url: 'a.jpg', alt: 'Alt' }],
    ['header-img: img/a.jpg\nheader-img-credit: Zoe', { url: 'img/a.jpg', credit: 'Zoe' }],
    ['hero: false\nimage: a.jpg', { url: 'a.jpg' }],
    ['thumbnail: t.jpg', { url: 't.jpg' }],
    ['primary_image: some-id', undefined],
    ['image:', undefined],
    ['image: true', undefined],
  ])('%j', (text, cover) => {
    expect(mapped(`title: x\n${text}`).article.cover).toEqual(cover)
  })

  it('keeps an id of a picture in the rest', () => {
    expect(mapped('title: x\nprimary_image: some-id').article.rest).toEqual({
      primary_image: 'some-id',
    })
  })
})

describe('other fields', () => {
  it('takes the excerpt from the first key that has one and keeps the others', () => {
    expect(mapped('title: x\nsummary: S\ndeck: D').article).toMatchObject({
      excerpt: 'S',
      rest: { deck: 'D' },
    })
  })

  it('uses a description for readers and for search engines', () => {
    expect(mapped('title: x\ndescription: D').article).toMatchObject({
      excerpt: 'D',
      meta: { description: 'D' },
      rest: {},
    })
  })

  it.each([
    ['lang: zh-CN', 'post.md', 'zh'],
    ['lang: zh-tw', 'post.md', 'zh-TW'],
    ['layout: x', 'post.zh-cn.md', 'zh'],
    ['layout: x', 'content/fr/post.md', 'fr'],
  ])('%s in %s is %s', (text, path, locale) => {
    expect(mapped(`title: x\n${text}`, { path }).article.locale).toBe(locale)
  })

  it('keeps comments that are texts rather than a switch', () => {
    const { article } = mapped('title: x\ncomments: [{text: hi}]')
    expect(article).toMatchObject({ commentsEnabled: true, rest: { comments: [{ text: 'hi' }] } })
  })

  it('makes old addresses absolute', () => {
    expect(
      mapped('title: x\naliases: [old, /b.html, "https://o.example/c"]').article.aliases,
    ).toEqual(['/old', '/b.html', 'https://o.example/c'])
    expect(mapped('title: x\nredirect_from: /a').article.aliases).toEqual(['/a'])
    expect(mapped('title: x\naliases:').article.aliases).toEqual([])
  })
})

describe('people and terms in other spellings', () => {
  const authorsOf = (line: string) => {
    const { article } = mapped(`title: x\n${line}`)
    return { authors: article.authors, rest: article.rest }
  }

  it.each([
    ['author: "By Al Bo"', [{ name: 'Al Bo', kind: 'person' }], { author: 'By Al Bo' }],
    ['author: "作者：张三"', [{ name: '张三', kind: 'person' }], { author: '作者：张三' }],
    ['author: al@x.org', [{ name: 'al', kind: 'person', email: 'al@x.org' }], {}],
    ['by: Kim P', [{ name: 'Kim P', kind: 'person' }], {}],
    ['author: true', [], { author: true }],
    ['author_id: 12', [], { author_id: 12 }],
    ['author: {ann: {name: Ann}}', [{ name: 'Ann', kind: 'person', handle: 'ann' }], {}],
  ])('%s', (line, authors, rest) => {
    expect(authorsOf(line)).toEqual({ authors, rest })
  })

  it('take a link out of brackets and addresses', () => {
    const url = 'https://twitter.com/al'
    expect(authorsOf('author: "Al Bo (@al)"').authors).toMatchObject([
      { name: 'Al Bo', links: [{ url }] },
    ])
    expect(authorsOf(`author: ${url}`).authors).toMatchObject([{ name: 'al', links: [{ url }] }])
  })

  it('take the sign off hashed tags', () => {
    expect(mapped('title: x\ntags: "#a #b-c"').article.tags).toEqual(['a', 'b-c'])
    expect(mapped('title: x\ntags: ["#a", "c#"]').article.tags).toEqual(['a', 'c#'])
  })

  it('find Hugo’s cover among the files beside a text', () => {
    const { article } = mapped('title: x\nresources: [{src: b.pdf}, {src: a.jpg, name: cover}]')
    expect(article.cover).toEqual({ url: 'a.jpg' })
    expect(article.rest).toHaveProperty('resources')
  })

  it('know a text that is in no list', () => {
    expect(mapped('title: x\nbuild: {list: never}').article.isHidden).toBe(true)
  })

  it('take what keys beside a name say of the author, and keep what says more', () => {
    const { article } = mapped(
      'title: x\nauthor: Al Bo\nauthorTitle: Engineer\nauthorURL: https://al.example\nauthorImageURL: /al.png',
    )
    expect(article.authors).toEqual([
      {
        name: 'Al Bo',
        kind: 'person',
        bio: 'Engineer',
        avatar: '/al.png',
        links: [{ label: 'website', url: 'https://al.example' }],
      },
    ])
    expect(article.rest).toEqual({})
    expect(mapped('title: x\nauthor: Al\nauthor_url: al@').article.rest).toMatchObject({
      author_url: 'al@',
    })
  })

  it('number the addresses of a series whose files differ in their dates alone', () => {
    const options = { path: 'content/2015-02-09-this-week.md' }
    expect(mapped('title: This Week 69', options).article.slug).toBe('this-week-69')
    expect(mapped('title: This Week in Rust', options).article.slug).toBe('this-week')
  })

  it('title a page of HTML by its title element', () => {
    const page = '---\n---\n<html><head><title>A &amp; B</title></head><body><p>c</p></body></html>'
    expect(mapped(page, { path: 'a.html' }).article.title).toBe('A & B')
  })
})
