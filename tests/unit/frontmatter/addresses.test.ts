import { describe, expect, it } from 'vitest'
import { parseSite } from '../../../src/frontmatter'
import type { Dialect } from '../../../src/frontmatter'
import { mapped } from './fixture'

type Case = {
  dialect: Dialect
  path: string
  text?: string
  config?: [string, string]
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
  { dialect: 'plain', path: 'texts/a.md', address: '/texts/a' },
]

describe('addresses follow the generator', () => {
  it.each(CASES)(
    '$dialect: $path is $address',
    ({ dialect, path, text = POST, config, address }) => {
      const site = parseSite({
        dialect,
        configFiles: new Map(config ? [config] : []),
        dataFiles: new Map(),
      })
      expect(mapped(text, { dialect, path, site }).article.address).toBe(address)
    },
  )

  it('take the day as it was written, not that of UTC, where no zone is known', () => {
    const text = 'title: x\ndate: 2014-08-10 20:38:34 -0400'
    expect(
      mapped(text, { dialect: 'jekyll', path: '_posts/2014-08-10-x.md' }).article.address,
    ).toBe('/2014/08/10/x.html')
  })
})
