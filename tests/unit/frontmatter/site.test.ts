import { describe, expect, it } from 'vitest'
import {
  detectDialect,
  fateOf,
  isContentFile,
  isIgnoredFile,
  parseSite,
  siteFileNames,
  supersededFiles,
} from '../../../src/frontmatter'
import type { Dialect } from '../../../src/frontmatter'
import { mapped } from './fixture'

describe('detectDialect', () => {
  const detect = (
    paths: string[],
    { config = [], keys = [] }: { config?: string[]; keys?: string[] } = {},
  ) =>
    detectDialect({
      paths,
      configFiles: new Map(config.map((name) => [name, ''])),
      sampleKeys: keys,
    }).dialect

  it.each<[Dialect, string[], { config?: string[]; keys?: string[] }?]>([
    ['hexo', ['source/_posts/a/b.md']],
    ['jekyll', ['_posts/2020-01-02-a.md']],
    ['jekyll', ['docs/_posts/2020-01-02-a.markdown']],
    ['hugo', ['content/post/a.md', 'content/post/_index.md']],
    ['hugo', ['a.md'], { config: ['hugo.toml'] }],
    ['zola', ['content/a.md', 'content/_index.md'], { keys: ['+++', 'path', 'extra', 'title'] }],
    ['astro', ['src/content/posts/a.md', 'src/content/posts/_index.md'], { keys: ['aliases'] }],
    ['docusaurus', ['blog/a.md', 'blog/authors.yml']],
    ['docusaurus', ['i18n/fr/docusaurus-plugin-content-docs/current/a.md']],
    ['gatsby', ['content/blog/a.md', 'content/authors.yml']],
    ['eleventy', ['src/a.md'], { keys: ['{}'] }],
    ['plain', ['notes/a.md'], { keys: ['title'] }],
    ['plain', ['apps/site/content/docs/a.md'], { keys: ['title', 'path'] }],
  ])('finds %s in %j', (dialect, paths, signs) => {
    expect(detect(paths, signs)).toBe(dialect)
  })

  it('tells the configuration of Hexo from that of Jekyll, and Hugo’s from Zola’s', () => {
    const by = (name: string, text: string) =>
      detectDialect({ paths: ['a.md'], configFiles: new Map([[name, text]]), sampleKeys: [] })
        .dialect
    expect(by('_config.yml', 'title: x\nnew_post_name: :title.md')).toBe('hexo')
    expect(by('_config.yml', 'title: x\nmarkdown: kramdown')).toBe('jekyll')
    expect(by('_config.yml', '# hexo-generator-feed\nscheme: Muse')).toBe('hexo')
    expect(by('config.toml', 'baseURL = "/"')).toBe('hugo')
    expect(by('config.toml', 'base_url = "/"')).toBe('zola')
  })

  it('says why', () => {
    expect(
      detectDialect({ paths: ['source/_posts/a.md'], configFiles: new Map(), sampleKeys: [] })
        .reasons,
    ).toEqual(['posts stand in source/_posts', 'posts are not named after dates'])
  })
})

describe('parseSite', () => {
  it('reads Hexo’s configuration', () => {
    const text =
      'title: T\nurl: https://a.example/blog\nroot: /blog/\nlanguage: [zh-CN, en]\ntimezone: Asia/Shanghai\npermalink: :name/\nauthor: Ann\n'
    const site = parseSite({
      dialect: 'hexo',
      configFiles: new Map([['_config.yml', text]]),
      dataFiles: new Map(),
    })
    expect(site).toMatchObject({
      title: 'T',
      baseUrl: 'https://a.example/blog',
      basePath: '/blog',
      language: 'zh',
      languages: ['zh', 'en'],
      timezone: 'Asia/Shanghai',
      author: 'Ann',
    })
    expect(
      mapped('title: x\ndate: 2020-01-02', { dialect: 'hexo', path: 'source/_posts/a.md', site })
        .article,
    ).toMatchObject({
      publishedAt: '2020-01-01T16:00:00.000Z',
      address: '/blog/a/',
      locale: 'zh',
      authors: [{ name: 'Ann', kind: 'person' }],
    })
  })

  it('gives Jekyll’s defaults to the files that they are meant for, and leaves them out of the rest', () => {
    const text =
      'defaults:\n - scope: {path: "", type: posts}\n   values: {author: Ann, layout: post, comments: false}\n'
    const site = parseSite({
      dialect: 'jekyll',
      configFiles: new Map([['_config.yml', text]]),
      dataFiles: new Map(),
    })
    const post = mapped('title: x', {
      dialect: 'jekyll',
      path: '_posts/2020-01-02-a.md',
      site,
    }).article
    expect(post).toMatchObject({ authors: [{ name: 'Ann' }], commentsEnabled: false, rest: {} })
    expect(
      mapped('title: x', { dialect: 'jekyll', path: 'about.md', site }).article.authors,
    ).toEqual([])
  })

  it('reads settings out of a program without running it', () => {
    const text =
      "export default { title: 'T', url: 'https://a.example', baseUrl: '/x/', i18n: { defaultLocale: 'en', locales: ['en', 'fr'] }, blog: { routeBasePath: '/' } }"
    const site = parseSite({
      dialect: 'docusaurus',
      configFiles: new Map([['docusaurus.config.js', text]]),
      dataFiles: new Map(),
    })
    expect(site).toMatchObject({
      title: 'T',
      basePath: '/x',
      language: 'en',
      languages: ['en', 'fr'],
    })
    expect(
      mapped('title: x\nslug: s', { dialect: 'docusaurus', path: 'blog/a.md', site }).article
        .address,
    ).toBe('/x/s')
  })

  it('reads authors from directories, data folders and author pages', () => {
    const site = parseSite({
      dialect: 'hugo',
      configFiles: new Map(),
      dataFiles: new Map([
        ['_data/authors.json', '{"bo": {"name": "Bo", "twitter": "@bo"}}'],
        ['data/authors/cy.toml', 'name = "Cy"\nemail = "c@example.org"'],
        ['content/authors/di-ng/_index.md', '---\ndisplay_name: Di Ng\n---\nWrites.'],
        ['_data/team.yml', '- id: ed\n  name: Ed\n'],
      ]),
    })
    expect(Object.fromEntries(site.authors)).toMatchObject({
      bo: { name: 'Bo', links: [{ label: 'twitter', url: 'https://twitter.com/bo' }] },
      cy: { name: 'Cy', email: 'c@example.org' },
      'di-ng': { name: 'Di Ng', bio: 'Writes.' },
      ed: { name: 'Ed' },
    })
  })

  it('takes the language that all paths name for the default one', () => {
    const site = parseSite({
      dialect: 'hugo',
      configFiles: new Map(),
      dataFiles: new Map(),
      paths: ['content/en/a.md', 'content/en/b.md'],
    })
    expect(
      mapped('title: x', { dialect: 'hugo', path: 'content/en/a/b.md', site }).article,
    ).toMatchObject({ locale: 'en', address: '/a/b/' })
  })

  it('passes over configuration that does not parse', () => {
    const configFiles = new Map([
      ['_config.yml', '}{'],
      ['hugo.json', '{'],
      ['config.toml', '= ='],
    ])
    expect(
      parseSite({ dialect: 'hugo', configFiles, dataFiles: new Map([['authors.yml', '- -: [']]) })
        .authors.size,
    ).toBe(0)
  })

  it.each([
    '_config.yml',
    'hugo.toml',
    'config/_default/languages.toml',
    'blog/authors.yml',
    '_data/authors.json',
    'data/authors/a.yml',
    'content/authors/a/_index.md',
  ])('asks for %s', (path) => {
    expect(siteFileNames(path)).toBe(true)
  })
})

describe('files', () => {
  it.each<[string, Dialect]>([
    ['source/_posts/a.md', 'hexo'],
    ['source/_posts/x/_a_.md', 'hexo'],
    ['source/_drafts/a.md', 'hexo'],
    ['_drafts/a.md', 'jekyll'],
    ['_tutorials/a.md', 'jekyll'],
    ['content/post/a.Rmd', 'hugo'],
    ['content/post/a.html', 'hugo'],
    ['content/post/_index.md', 'hugo'],
    ['README.md', 'plain'],
    ['content/documentation/templates/a.md', 'zola'],
    ['content/themes/a.md', 'hugo'],
    ['source/public/a.md', 'hexo'],
    ['_posts/vendor/2020-01-02-a.md', 'jekyll'],
    ['src/content/blog/a.mdoc', 'astro'],
  ])('%s is content for %s', (path, dialect) => {
    expect(isContentFile(path, dialect)).toBe(true)
  })

  it.each<[string, Dialect, string]>([
    ['node_modules/a/readme.md', 'plain', 'file-ignored-by-generator'],
    ['_layouts/post.html', 'jekyll', 'file-ignored-by-generator'],
    ['_includes/a.md', 'jekyll', 'file-ignored-by-generator'],
    ['scaffolds/post.md', 'hexo', 'file-ignored-by-generator'],
    ['themes/x/README.md', 'hugo', 'file-ignored-by-generator'],
    ['.github/ISSUE_TEMPLATE.md', 'hugo', 'file-ignored-hidden'],
    ['LICENSE.md', 'hugo', 'file-ignored-repository'],
    ['README.md', 'hexo', 'file-ignored-repository'],
    ['themes/next/source/lib/a.md', 'hexo', 'file-ignored-by-generator'],
    ['docs/_partials/a.mdx', 'docusaurus', 'file-ignored-by-generator'],
    ['content/a.org', 'hugo', 'file-format-unread'],
    ['content/a.dj', 'plain', 'file-format-unread'],
    ['src/a.njk', 'eleventy', 'file-template'],
  ])('%s is left out of %s with the code %s', (path, dialect, code) => {
    expect(isIgnoredFile(path, dialect)).toBe(true)
    expect(fateOf(path, dialect)).toMatchObject({ code })
  })

  it('are assets or data when they are no text', () => {
    expect(fateOf('source/a.png', 'hexo')).toEqual({ use: 'asset' })
    expect(fateOf('blog/authors.yml', 'docusaurus')).toEqual({ use: 'site' })
    expect(fateOf('node_modules/x/a.njk', 'eleventy')).toEqual({ use: 'asset' })
    expect(fateOf('themes/x/a.njk', 'hexo')).toEqual({ use: 'asset' })
  })

  it('computed into a file beside them are superseded by it', () => {
    const found = supersededFiles(['p/index.Rmd', 'p/index.html', 'q.Rmd'])
    expect([...found]).toEqual([['p/index.Rmd', 'p/index.html']])
  })
})
