import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { importOptions, type ImportOptions } from '../../src/importer/options'
import type { Report } from '../../src/importer/report'
import type { RichTextDocument, RichTextNode } from '../../src/richtext/document'

const FIXTURES = path.resolve('tests/fixtures/import')

let test: TestPayload
let folder: string

beforeAll(async () => {
  test = await openTestPayload()
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-import-'))
})

afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

/** Imports a private copy of a fixture, which a test may change. */
const importCopy = async (name: string, options: Partial<ImportOptions> = {}): Promise<Report> => {
  await cp(path.join(FIXTURES, name), path.join(folder, name), { recursive: true, force: false })
  return importAgain(name, options)
}

const importAgain = async (name: string, options: Partial<ImportOptions> = {}): Promise<Report> => {
  const { runImport } = await import('../../src/importer/run')
  return runImport({
    payload: test.payload,
    root: path.join(folder, name),
    options: importOptions.parse(options),
  })
}

const articleAt = async (sourcePath: string, { draft = false } = {}) => {
  const { docs } = await test.payload.find({
    collection: 'articles',
    where: { 'source.path': { equals: sourcePath } },
    draft,
    depth: 2,
  })
  const [article] = docs
  if (!article) throw new Error(`no article was imported from ${sourcePath}`)
  return article
}

const nodesOf = (document: unknown): RichTextNode[] => {
  const { root } = document as RichTextDocument
  const walk = (node: RichTextNode): RichTextNode[] => [
    node,
    ...((node.children as RichTextNode[] | undefined) ?? []).flatMap(walk),
  ]
  return walk(root)
}

const codesOf = ({ problems }: Report): string[] => problems.map(({ code }) => code)

describe('an aggregated Hexo post with an HTML body', () => {
  const sourcePath = 'source/_posts/新媒体/小镇报/首页/_来信照登_.md'

  it('is imported with each field as written', async () => {
    const report = await importCopy('hexo-aggregator')
    expect(report.counts).toMatchObject({ new: 1, failed: 0 })
    const article = await articleAt(sourcePath)
    expect(article).toMatchObject({
      title: '_来信照登_',
      publishedAt: '2022-01-23T17:09:23.000Z',
      commentsEnabled: false,
      coverUrl: 'https://pictures.example/2022/letter.jpg',
      _status: 'published',
      authors: [{ name: '小镇报', kind: 'organisation' }],
      categories: [{ name: '首页', path: '新媒体/小镇报/首页' }],
    })
    expect(article.source).toMatchObject({
      dialect: 'hexo',
      frontMatter: { thumbnail: { url: 'https://pictures.example/2022/letter.jpg' } },
    })
  })

  it('nests a flat list of categories as one path', async () => {
    const { docs } = await test.payload.find({ collection: 'categories', sort: 'path', depth: 0 })
    expect(docs.map(({ path: categoryPath }) => categoryPath)).toEqual([
      '新媒体',
      '新媒体/小镇报',
      '新媒体/小镇报/首页',
    ])
    expect(docs[2]?.parent).toBe(docs[1]?.id)
  })

  it('keeps each paragraph, the picture with its caption, the bold line and the link', async () => {
    const nodes = nodesOf((await articleAt(sourcePath)).content)
    const texts = nodes.filter(({ type }) => type === 'text').map(({ text }) => text)
    expect(texts).toEqual([
      '【文/小镇报】',
      '第一段。',
      '见',
      '前一封来信',
      '。',
      '未经授权，不得转载。',
    ])
    const picture = nodes.find(({ type }) => type === 'block')
    expect(picture?.fields).toMatchObject({
      blockType: 'Picture',
      url: 'https://pictures.example/2022/letter.jpg',
    })
    expect(JSON.stringify(picture?.fields)).toContain('镇上的邮筒 本报摄')
    expect(nodes.find(({ type }) => type === 'link')?.fields).toMatchObject({
      url: 'https://news.example/a.shtml',
    })
    expect(nodes.find(({ text }) => text === '未经授权，不得转载。')?.format).toBe(1)
  })

  it('changes nothing on a second run', async () => {
    const before = await articleAt(sourcePath)
    const report = await importAgain('hexo-aggregator')
    expect(report.counts).toMatchObject({ new: 0, changed: 0, same: 1, failed: 0 })
    expect(await articleAt(sourcePath)).toEqual(before)
  })
})

describe('posts that link to each other', () => {
  it('become articles with internal links, anchors kept', async () => {
    const report = await importCopy('linked-posts')
    expect(report.counts).toMatchObject({ new: 3, failed: 0 })
    const first = await articleAt('_posts/2020-01-02-first.md')
    const second = await articleAt('_posts/2020-01-03-second.md')
    const links = nodesOf(first.content).filter(({ type }) => type === 'link')
    const byAddress = links.find(({ fields }) => JSON.stringify(fields).includes('"anchor":"end"'))
    expect(JSON.stringify(byAddress?.fields)).toContain(second.id)
    const back = nodesOf(second.content).find(({ type }) => type === 'link')
    expect(back?.fields).toMatchObject({ linkType: 'internal' })
    expect(JSON.stringify(back?.fields)).toContain(first.id)
  })

  it('store a local picture once and report a missing one', async () => {
    const { docs } = await test.payload.find({ collection: 'media', depth: 0 })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ source: 'images/press.png', mimeType: 'image/png' })
    const nodes = nodesOf((await articleAt('_posts/2020-01-02-first.md')).content)
    expect(nodes.filter(({ type }) => type === 'upload')).toHaveLength(1)
    expect(nodes.find(({ type }) => type === 'block')?.fields).toMatchObject({
      url: '/images/gone.png',
    })
  })

  it('keep a file of _drafts as a draft', async () => {
    expect((await articleAt('_drafts/unfinished.md', { draft: true }))._status).toBe('draft')
  })

  it('get redirects from their old addresses', async () => {
    const second = await articleAt('_posts/2020-01-03-second.md')
    const { docs } = await test.payload.find({ collection: 'redirects', depth: 0 })
    const toSecond = docs.filter(({ to }) => to?.article === second.id).map(({ from }) => from)
    expect(toSecond.sort()).toEqual(['/2020/01/second/', '/old-second/'])
  })

  it('take over a change of the file as a new version', async () => {
    const file = path.join(folder, 'linked-posts/_posts/2020-01-03-second.md')
    await writeFile(file, (await readFile(file, 'utf8')).replace('## End', '## The end'))
    const report = await importAgain('linked-posts')
    expect(report.counts).toMatchObject({ new: 0, changed: 1, same: 2, conflict: 0 })
    const second = await articleAt('_posts/2020-01-03-second.md')
    expect(JSON.stringify(second.content)).toContain('The end')
    const versions = await test.payload.findVersions({
      collection: 'articles',
      where: { parent: { equals: second.id } },
    })
    expect(versions.totalDocs).toBe(2)
  })

  it("report a conflict and keep the editor's text when both sides changed", async () => {
    const file = path.join(folder, 'linked-posts/_posts/2020-01-02-first.md')
    const { id } = await articleAt('_posts/2020-01-02-first.md')
    await test.payload.update({ collection: 'articles', id, data: { title: 'First, edited' } })
    await writeFile(file, (await readFile(file, 'utf8')).replace('title: First', 'title: Other'))
    const report = await importAgain('linked-posts')
    expect(report.counts).toMatchObject({ changed: 0, conflict: 1 })
    expect(codesOf(report)).toContain('edited-since-import')
    expect((await articleAt('_posts/2020-01-02-first.md')).title).toBe('First, edited')
    const forced = await importAgain('linked-posts', { force: true })
    expect(forced.counts).toMatchObject({ changed: 1, conflict: 0 })
    expect((await articleAt('_posts/2020-01-02-first.md')).title).toBe('Other')
  })

  it('count an unpublished draft of an editor as a change, too', async () => {
    const { id } = await articleAt('_posts/2020-01-03-second.md')
    await test.payload.update({
      collection: 'articles',
      id,
      data: { title: 'Being rewritten' },
      draft: true,
    })
    const file = path.join(folder, 'linked-posts/_posts/2020-01-03-second.md')
    await writeFile(file, `${await readFile(file, 'utf8')}\nMore.\n`)
    expect((await importAgain('linked-posts')).counts).toMatchObject({ conflict: 1, changed: 0 })
  })

  it('go to the trash with --prune when their file is gone, and not without', async () => {
    await rm(path.join(folder, 'linked-posts/_drafts/unfinished.md'))
    expect((await importAgain('linked-posts')).counts.gone).toBe(1)
    await articleAt('_drafts/unfinished.md', { draft: true })
    await importAgain('linked-posts', { prune: true })
    await expect(articleAt('_drafts/unfinished.md', { draft: true })).rejects.toThrow()
  })
})

describe('files that are broken', () => {
  it('are imported or reported with a code, and never stop the rest', async () => {
    const report = await importCopy('broken-files')
    expect(report.counts).toMatchObject({ new: 4, failed: 1 })
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'file-binary', path: '_posts/2021-01-04-binary.md' }),
    )
    expect(
      JSON.stringify((await articleAt('_posts/2021-01-02-yaml-with-tab.md')).content),
    ).toContain('Text with a tab.')
    expect((await articleAt('_posts/2021-01-05-whole.md')).title).toBe('Whole')
  })

  it('change nothing in a dry run', async () => {
    const count = () => test.payload.count({ collection: 'articles' })
    const before = await count()
    await cp(path.join(FIXTURES, 'broken-files'), path.join(folder, 'other'), { recursive: true })
    const report = await importAgain('other', { dryRun: true })
    expect(report.counts.new).toBe(4)
    expect(report.samples.new).toContain('_posts/2021-01-05-whole.md')
    expect(await count()).toEqual(before)
  })

  it('leave a record of each run', async () => {
    const { docs } = await test.payload.find({
      collection: 'imports',
      where: { title: { equals: 'broken-files' } },
    })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ status: 'finished', counts: { new: 4, failed: 1 } })
  })
})
