import { describe, expect, it } from 'vitest'
import { fateOf, parseSite, readSiteChoices } from '../../../src/frontmatter'
import type { Dialect } from '../../../src/frontmatter'

const fatesOf = (
  dialect: Dialect,
  [name, text]: [name: string, text: string],
  {
    above = '',
    paths = [],
    data = {},
  }: Partial<Record<'above', string>> & {
    paths?: string[]
    data?: Record<string, string>
  } = {},
) => {
  const site = parseSite({
    dialect,
    configFiles: new Map([[name, text]]),
    dataFiles: new Map(Object.entries(data)),
    above,
  })
  const choiceOf = readSiteChoices(site, paths)
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

  it('are left out by the list of Eleventy', () => {
    const fate = fatesOf('eleventy', ['eleventy.config.js', 'export default {}'], {
      data: { '.eleventyignore': '# no pages\ndemos/\nREADME.md\n**/_*.md\n!demos/a.md\n' },
    })
    expect(fate('demos/a/b.md')).toBe('file-excluded-by-site')
    expect(fate('src/a/_b.md')).toBe('file-excluded-by-site')
    expect(fate('src/demos/b.md')).toBe('content')
  })

  it('are left out where they stand beside the content of Hugo, unless it is mounted', () => {
    const config: [string, string] = [
      'hugo.toml',
      '[[module.mounts]]\nsource = "../x"\ntarget = "assets"\n[[module.mounts]]\nsource = "guides"\ntarget = "content/guides"',
    ]
    const fate = fatesOf('hugo', config, { paths: ['content/a.md'] })
    expect(fate('notes/a.md')).toBe('file-outside-content')
    expect(fate('content/a.md')).toBe('content')
    expect(fate('example/content/a.md')).toBe('content')
    expect(fate('guides/a.md')).toBe('content')
    expect(fatesOf('hugo', config, { paths: ['notes/a.md'] })('notes/a.md')).toBe('content')
  })

  it('are left out where they belong to the program that a site of Docusaurus is about', () => {
    const config: [string, string] = [
      'website/docusaurus.config.js',
      'module.exports = { presets: [["classic", { docs: { path: "../guide" } }]] }',
    ]
    const fate = fatesOf('docusaurus', config, { paths: ['website/blog/a.md'] })
    expect(fate('tests/a.md')).toBe('file-outside-content')
    expect(fate('guide/a.md')).toBe('content')
    expect(fate('website/blog/a.md')).toBe('content')
  })

  it('are read when the folder that was excluded is the one given', () => {
    const config: [string, string] = ['_config.yml', 'exclude: [docs]']
    expect(fatesOf('jekyll', config)('docs/a.md')).toBe('file-excluded-by-site')
    expect(fatesOf('jekyll', config, { above: 'docs/' })('docs/a.md')).toBe('content')
  })
})
