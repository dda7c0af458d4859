import { describe, expect, it } from 'vitest'
import { contentPlaceOf, isConfigFile, siteFolders } from '../../../src/frontmatter'

it('takes no settings of Hugo for those of the site that are for another occasion', () => {
  expect(isConfigFile('config/_default/hugo.toml')).toBe(true)
  expect(isConfigFile('config/production/hugo.toml')).toBe(true)
  expect(isConfigFile('site/config/staging/hugo.toml')).toBe(false)
})

describe('contentPlaceOf', () => {
  it.each([
    ['/x/my-site/source/_posts', ['a.md'], 'source/_posts/'],
    ['/x/_posts/', ['2020-01-02-a.md'], '_posts/'],
    ['/x/source', ['_posts/a.md'], 'source/'],
    ['/x/content/blog', ['a.md'], 'content/blog/'],
    ['/x/src', ['content/a.md'], 'src/'],
    ['/x/my-site', ['_posts/a.md'], ''],
    ['/x/blog', ['_config.yml', '_posts/a.md'], ''],
    ['/x/docs', ['package.json', 'a.md'], ''],
  ])('of %s with %j is “%s”', (folder, paths, place) => {
    expect(contentPlaceOf(folder, paths)).toBe(place)
  })
})

describe('siteFolders', () => {
  const folders = (paths: string[]) => siteFolders(paths, isConfigFile)

  it('finds several sites by their configuration', () => {
    expect(folders(['a/_config.yml', 'b/hugo.toml', 'c/x.md'])).toEqual(['a/', 'b/', 'c/'])
  })

  it('finds several sites by layouts of different generators', () => {
    expect(folders(['a/_posts/x.md', 'b/source/_posts/y.md'])).toEqual(['a/', 'b/'])
  })

  it.each([
    [['_config.yml', 'a/_config.yml', 'b/hugo.toml']],
    [['de/_posts/x.md', 'en/_posts/y.md']],
    [['website/docusaurus.config.js', 'docs/a.md']],
    [['.github/config.yml', 'src/config.json', 'content/a.md']],
  ])('takes %j for one site', (paths) => {
    expect(folders(paths)).toEqual([])
  })
})
