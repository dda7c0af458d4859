import { describe, expect, it } from 'vitest'
import { detectDialect } from '../../../src/frontmatter'

const detect = (paths: string[], config: string) =>
  detectDialect({ paths, configFiles: new Map([['_config.yml', config]]), sampleKeys: [] }).dialect

describe('detectDialect with a _config.yml', () => {
  it('finds Hexo by settings that only Hexo has', () => {
    expect(detect(['source/about/index.md'], 'title: A\npost_asset_folder: true\n')).toBe('hexo')
  })

  it('finds Hexo by posts in source/_posts where no setting tells', () => {
    expect(detect(['source/_posts/a.md'], 'title: A\npermalink: :title/\n')).toBe('hexo')
  })

  it('finds Jekyll for an Octopress site, which also has source/_posts', () => {
    expect(detect(['source/_posts/2012-01-01-a.md'], 'markdown: rdiscount\n')).toBe('jekyll')
  })

  it('finds Jekyll for an Octopress site whose settings are named as Hexo’s', () => {
    const config = 'titlecase: true\ncategory_dir: blog/categories\ndestination: public\n'
    expect(detect(['source/_posts/2012-01-01-a.markdown'], config)).toBe('jekyll')
  })

  it('finds Jekyll by its folders where a theme’s settings are named as Hexo’s', () => {
    const paths = ['_layouts/post.html', '_posts/2012-01-01-a.md']
    expect(detect(paths, 'baseurl: ""\ncategory_dir: category/\n')).toBe('jekyll')
  })

  it('finds Jekyll by posts in _posts', () => {
    expect(detect(['_posts/2012-01-01-a.md'], 'title: A\n')).toBe('jekyll')
  })
})
