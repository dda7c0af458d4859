import { describe, expect, it } from 'vitest'
import { parseSite } from '../../../src/frontmatter'
import type { Dialect } from '../../../src/frontmatter'
import { mapped } from './fixture'

type Case = {
  dialect: Dialect
  path: string
  text?: string
  config?: [string, string]
  data?: [string, string]
  above?: string
  address: string | undefined
}

const POST = 'title: A Title\ndate: 2020-01-02 03:04:05'

const CASES: Case[] = [
  { dialect: 'hexo', path: 'source/_posts/a.md', address: '/2020/01/02/a/' },
  { dialect: 'hexo', path: 'source/_posts/x/y/甲.md', address: '/2020/01/02/x/y/甲/' },
  {
    dialect: 'hexo',
    path: 'source/_posts/a.md',
    config: ['_config.yml', 'permalink: :category/:i_month/:name.html'],
    text: `${POST}\ncategories: [K, L]`,
    address: '/K/L/1/a.html',
  },
  {
    dialect: 'hexo',
    path: 'source/_posts/a.md',
    config: ['_config.yml', 'root: /blog/\npermalink: p/:abbrlink/'],
    text: `${POST}\nabbrlink: 4f2a`,
    address: '/blog/p/4f2a/',
  },
  { dialect: 'hexo', path: 'source/about/index.md', address: '/about/' },
  { dialect: 'hexo', path: 'source/zh-cn/docs/a.md', address: '/zh-cn/docs/a.html' },
  { dialect: 'jekyll', path: '_posts/2019-05-06-a-b.md', address: '/2020/01/02/a-b.html' },
  {
    dialect: 'jekyll',
    path: '_posts/2019-05-06-a-b.md',
    text: 'title: x\ncategories: [Ka, Lo]',
    address: '/ka/lo/2019/05/06/a-b.html',
  },
  {
    dialect: 'jekyll',
    path: '_posts/2019-05-06-a-b.md',
    config: ['_config.yml', 'permalink: pretty\nbaseurl: /docs'],
    text: 'title: x',
    address: '/docs/2019/05/06/a-b/',
  },
  {
    dialect: 'jekyll',
    path: 'news/_posts/2019-05-06-a.md',
    text: 'title: x',
    address: '/news/2019/05/06/a.html',
  },
  { dialect: 'jekyll', path: '_tutorials/a.md', address: '/tutorials/a.html' },
  { dialect: 'jekyll', path: 'about.md', text: 'title: x\npermalink: /who/', address: '/who/' },
  { dialect: 'hugo', path: 'content/post/My File.md', address: '/post/my-file/' },
  {
    dialect: 'hugo',
    path: 'content/post/2020-01-02-a/index.zh-tw.md',
    text: `${POST}\nslug: own`,
    address: '/zh-tw/post/own/',
  },
  { dialect: 'hugo', path: 'content/post/a.md', text: `${POST}\nurl: /own/`, address: '/own/' },
  {
    dialect: 'hugo',
    path: 'content/post/a.md',
    config: ['config.toml', '[permalinks]\npost = "/:year/:month/:slug/"'],
    address: '/2020/01/a-title/',
  },
  { dialect: 'hugo', path: 'content/post/_index.md', address: '/post/' },
  { dialect: 'zola', path: 'content/2020-01-02-a.md', address: '/a/' },
  { dialect: 'zola', path: 'content/b/index.md', text: 'title: x\nslug: c', address: '/c/' },
  { dialect: 'astro', path: 'src/content/blog/a/index.mdx', address: '/blog/a/' },
  { dialect: 'eleventy', path: 'content/posts/2020-01-02-a.md', address: '/posts/a/' },
  { dialect: 'eleventy', path: 'a.md', text: 'title: x\npermalink: false', address: undefined },
  { dialect: 'docusaurus', path: 'blog/2020-01-02-a.md', address: '/blog/2020/01/02/a' },
  { dialect: 'docusaurus', path: 'blog/a.md', text: 'title: x\nslug: b', address: '/blog/b' },
  { dialect: 'docusaurus', path: 'docs/01-intro/02-a.md', address: '/docs/intro/a' },
  {
    dialect: 'docusaurus',
    path: 'docs/x/a.md',
    text: 'title: x\nslug: /top',
    address: '/docs/top',
  },
  { dialect: 'gatsby', path: 'content/blog/2020-01-02-a.md', address: '/blog/2020/01/02/a.html' },
  { dialect: 'gatsby', path: 'content/blog/a/index.md', address: '/blog/a/' },
  { dialect: 'gatsby', path: 'content/blog/a/index.fr.md', address: '/fr/blog/a/' },
  { dialect: 'plain', path: 'texts/a.md', address: '/texts/a' },
  { dialect: 'plain', path: 'public/a/index.md', address: '/a' },
  {
    dialect: 'hexo',
    path: 'source/_posts/2020-01-02-a-b.md',
    config: ['_config.yml', 'new_post_name: :year-:month-:day-:title.md\npermalink: :title.html'],
    address: '/a-b.html',
  },
  {
    dialect: 'hexo',
    path: 'source/_posts/a.md',
    config: [
      '_config.yml',
      'permalink: :category/:lang/:hash.html\npermalink_defaults: {lang: en}\ncategory_map: {K L: k}\npretty_urls: {trailing_html: false}',
    ],
    text: 'title: x\ndate: 2020-01-02 00:00:00\ncategories: [K L, C++]',
    address: '/k/C/633952d92abe',
  },
  {
    dialect: 'hexo',
    path: 'source/_posts/a.md',
    text: `${POST}\npermalink: /archives/A-b/`,
    address: '/archives/A-b/',
  },
  { dialect: 'hexo', path: 'a.md', above: 'source/_posts/', address: '/2020/01/02/a/' },
  {
    dialect: 'jekyll',
    path: '_posts/2019-05-06-A_b.md',
    config: ['_config.yml', 'permalink: weekdate'],
    text: 'title: x',
    address: '/2019/W19/Mon/A_b.html',
  },
  {
    dialect: 'jekyll',
    path: '_posts/2019-05-06-a.md',
    config: [
      '_config.yml',
      'defaults:\n - scope: {path: "", type: posts}\n   values: {permalink: "/:year/:i_month/:title"}',
    ],
    text: 'title: x',
    address: '/2019/5/a',
  },
  {
    dialect: 'jekyll',
    path: 'about.md',
    config: ['_config.yml', 'permalink: /stories/:title'],
    address: '/about',
  },
  {
    dialect: 'jekyll',
    path: '_law/p1/刑法.16 x.md',
    config: [
      '_config.yml',
      'collections: {law: {output: true, permalink: "/:collection/:name:output_ext"}}',
    ],
    address: '/law/刑法-16-x.html',
  },
  {
    dialect: 'jekyll',
    path: 'docs/news/_posts/2019-05-06-a.md',
    config: ['docs/_config.yml', 'title: x'],
    text: 'title: x',
    address: '/news/2019/05/06/a.html',
  },
  {
    dialect: 'jekyll',
    path: '_drafts/a.md',
    text: 'permalink: /a/index.html',
    address: '/a/index.html',
  },
  {
    dialect: 'hugo',
    path: 'content/post/A & B.md',
    config: ['config.toml', 'baseURL = "/"\n[uglyURLs]\npost = true'],
    address: '/post/a-b.html',
  },
  {
    dialect: 'hugo',
    path: 'content/blog/x/y/a/index.md',
    config: ['hugo.yaml', 'permalinks: {page: {blog: "/:sections[1:]/:slugorcontentbasename/"}}'],
    address: '/x/y/a/',
  },
  {
    dialect: 'hugo',
    path: 'content/uz/a.md',
    config: [
      'config.yaml',
      'languages: {en: {contentDir: content/en}, fr: {contentDir: content/fr}}',
    ],
    address: undefined,
  },
  {
    dialect: 'hugo',
    path: 'content/zh-cn/a.md',
    config: [
      'config.yaml',
      'languages: {en: {contentDir: content/en}, zh-cn: {contentDir: content/zh-cn}}',
    ],
    address: '/zh-cn/a/',
  },
  { dialect: 'hugo', path: 'content/a.md', text: 'title: x\nheadless: true', address: undefined },
  { dialect: 'zola', path: 'content/a/B_c 1.0.fr.md', address: '/fr/a/b-c-1-0/' },
  { dialect: 'zola', path: 'content/a.fr.md', text: 'title: x\npath: fr/p', address: '/fr/p/' },
  { dialect: 'zola', path: 'content/中.md', address: undefined },
  {
    dialect: 'zola',
    path: 'content/中.md',
    config: ['config.toml', 'base_url = "/"\n[slugify]\npaths = "safe"'],
    address: '/中/',
  },
  { dialect: 'docusaurus', path: 'blog/2020/a.md', address: '/blog/2020/a' },
  { dialect: 'docusaurus', path: 'blog/x/2020-01-02-a/index.md', address: '/blog/2020/01/02/x/a' },
  { dialect: 'docusaurus', path: 'docs/guide/Guide.md', address: '/docs/guide' },
  { dialect: 'docusaurus', path: 'src/pages/a.md', address: '/a' },
  {
    dialect: 'docusaurus',
    path: 'docs/a.md',
    config: [
      'website/docusaurus.config.js',
      "export default { presets: [['classic', /** @type {x} */ ({ docs: { path: '../docs', routeBasePath: '/' } })]] }",
    ],
    address: '/a',
  },
  {
    dialect: 'docusaurus',
    path: 'website/c/a.md',
    config: [
      'website/docusaurus.config.ts',
      "const config = { plugins: ['p', ['content-docs', { path: 'c', routeBasePath: '/community' } satisfies X]] }",
    ],
    address: '/community/a',
  },
  {
    dialect: 'docusaurus',
    path: 'i18n/fr/docusaurus-plugin-content-docs/version-2/a.md',
    data: ['versions.json', '["3", "2"]'],
    address: '/fr/docs/2/a',
  },
  {
    dialect: 'docusaurus',
    path: 'versioned_docs/version-3/a.md',
    data: ['versions.json', '["3", "2"]'],
    address: '/docs/a',
  },
  {
    dialect: 'gatsby',
    path: 'content/blog/a/index.md',
    config: [
      'gatsby-config.js',
      'module.exports = { plugins: [{ resolve: `gatsby-source-filesystem`, options: { path: `${__dirname}/content/blog` } }] }',
    ],
    address: '/a/',
  },
  { dialect: 'astro', path: 'src/content/blog/My Post.md', address: '/blog/my-post/' },
  {
    dialect: 'astro',
    path: 'src/content/docs/fr/guides/a.md',
    config: ['astro.config.mjs', "import starlight from '@astrojs/starlight'"],
    address: '/fr/guides/a/',
  },
  {
    dialect: 'docusaurus',
    path: 'guide/a.md',
    config: [
      'website/docusaurus.config.ts',
      "const options: Options = { docs: { path: '../guide', routeBasePath: '/' } }\nexport default { presets: [['classic', options]] }",
    ],
    address: '/a',
  },
  {
    dialect: 'eleventy',
    path: 'site/a.md',
    config: ['.eleventy.js', "module.exports = (c) => { return { dir: { input: 'site' } } }"],
    address: '/a/',
  },
  {
    dialect: 'eleventy',
    path: 'posts/2020-01-02-a.md',
    data: ['posts/posts.json', '{"permalink": "/{{ page.fileSlug }}.html"}'],
    address: '/a.html',
  },
  {
    dialect: 'eleventy',
    path: 'a.md',
    text: 'title: x\npermalink: "/{{ y | z }}/"',
    address: undefined,
  },
]

describe('addresses follow the generator', () => {
  it.each(CASES)(
    '$dialect: $path is $address',
    ({ dialect, path, text = POST, config, data, above = '', address }) => {
      const site = parseSite({
        dialect,
        configFiles: new Map(config ? [config] : []),
        dataFiles: new Map(data ? [data] : []),
        above,
      })
      expect(mapped(text, { dialect, path, site }).article.address).toBe(address)
    },
  )

  it('says so where the address is a template', () => {
    const { problems } = mapped('title: x\npermalink: "/{{ y | z }}/"', { dialect: 'eleventy' })
    expect(problems).toMatchObject([{ code: 'address-template' }])
  })

  it('take the day as it was written, not that of UTC, where no zone is known', () => {
    const text = 'title: x\ndate: 2014-08-10 20:38:34 -0400'
    expect(
      mapped(text, { dialect: 'jekyll', path: '_posts/2014-08-10-x.md' }).article.address,
    ).toBe('/2014/08/10/x.html')
  })
})
