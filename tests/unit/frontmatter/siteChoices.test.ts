import { describe, expect, it } from 'vitest'
import { fateOf, parseSite, readSiteChoices } from '../../../src/frontmatter'
import type { Dialect } from '../../../src/frontmatter'

const fatesOf = (
  dialect: Dialect,
  [name, text]: [name: string, text: string],
  { above = '' }: { above?: string } = {},
) => {
  const site = parseSite({
    dialect,
    configFiles: new Map([[name, text]]),
    dataFiles: new Map(),
    above,
  })
  const choiceOf = readSiteChoices(site)
  return (path: string) => {
    const fate = fateOf(path, dialect, choiceOf(path))
    return 'code' in fate ? fate.code : fate.use
  }
}

describe('files that a site’s own configuration names', () => {
  it('are left out by Jekyll’s exclude, and read by its include', () => {
    const fate = fatesOf('jekyll', [
      '_config.yml',
      'exclude: [drafts/, "*.old.md", notes.md]\ninclude: [.well-known, _includes/page.md]',
    ])
    expect(fate('drafts/a/b.md')).toBe('file-excluded-by-site')
    expect(fate('a/b.old.md')).toBe('file-excluded-by-site')
    expect(fate('notes.md')).toBe('file-excluded-by-site')
    expect(fate('_posts/2020-01-02-notes.md')).toBe('content')
    expect(fate('.well-known/a.md')).toBe('content')
    expect(fate('_includes/page.md')).toBe('content')
  })

  it('are no articles where Hexo copies them as they are', () => {
    const fate = fatesOf('hexo', [
      '_config.yml',
      'new_post_name: :title.md\nskip_render: ["code/**", "*.html"]\nexclude: _posts/old/*\nignore: "**/tmp/**"',
    ])
    expect(fate('source/code/a/b.html')).toBe('file-copied-by-site')
    expect(fate('source/a.html')).toBe('file-copied-by-site')
    expect(fate('source/_posts/code/a.md')).toBe('content')
    expect(fate('source/_posts/old/a.md')).toBe('file-excluded-by-site')
    expect(fate('source/_posts/tmp/a.md')).toBe('file-excluded-by-site')
  })

  it('are left out by expressions of Hugo, except what was computed elsewhere', () => {
    const fate = fatesOf('hugo', [
      'hugo.toml',
      'ignoreFiles = ["\\\\.Rmd$", "_cache$", "draft-", "(a+)+$", "("]',
    ])
    expect(fate('content/a_cache/b.md')).toBe('file-excluded-by-site')
    expect(fate('content/draft-a.md')).toBe('file-excluded-by-site')
    expect(fate('content/aaa.md')).toBe('content')
    expect(fate('content/a.Rmd')).toBe('content')
  })

  it('are left out by patterns of Zola', () => {
    const fate = fatesOf('zola', ['config.toml', 'base_url = "/"\nignored_content = ["*.tmp.md"]'])
    expect(fate('content/a/b.tmp.md')).toBe('file-excluded-by-site')
    expect(fate('content/a/b.md')).toBe('content')
  })

  it('are read when the folder that was excluded is the one given', () => {
    const config: [string, string] = ['_config.yml', 'exclude: [docs]']
    expect(fatesOf('jekyll', config)('docs/a.md')).toBe('file-excluded-by-site')
    expect(fatesOf('jekyll', config, { above: 'docs/' })('docs/a.md')).toBe('content')
  })
})
