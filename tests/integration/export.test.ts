import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportOptions, type ExportOptions } from '../../src/exporter/options'
import { emptySite, mapArticle, parseFrontMatter } from '../../src/frontmatter'
import { importOptions } from '../../src/importer/options'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

const FIXTURES = path.resolve('tests/fixtures/import')

let test: TestPayload
let folder: string
let exported: string

beforeAll(async () => {
  test = await openTestPayload()
  folder = await mkdtemp(path.join(os.tmpdir(), 'galley-export-'))
  await importFixture('linked-posts')
  await importFixture('hexo-aggregator')
  exported = path.join(folder, 'exported')
  await exportTo(exported, { status: 'all' })
})

afterAll(async () => {
  await test.close()
  await rm(folder, { recursive: true, force: true })
})

const importFixture = async (name: string) => {
  const { runImport } = await import('../../src/importer/run')
  const root = path.join(folder, name)
  await cp(path.join(FIXTURES, name), root, { recursive: true })
  await runImport({ payload: test.payload, root, options: importOptions.parse({}) })
}

const exportTo = async (target: string, options: Partial<ExportOptions> = {}) => {
  const { runExport } = await import('../../src/exporter/export')
  return runExport({
    payload: test.payload,
    folder: target,
    options: exportOptions.parse(options),
  })
}

const filesIn = async (target: string): Promise<string[]> => {
  const found = await readdir(target, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(target, path.join(entry.parentPath, entry.name)))
    .sort()
}

/** The exported file of that name, whatever the folder of its language, read as an import reads it. */
const readBack = async (name: string) => {
  const file = (await filesIn(exported)).find((it) => path.basename(it) === name)
  if (!file) throw new Error(`${name} was not exported`)
  const text = await readFile(path.join(exported, file), 'utf8')
  const parsed = parseFrontMatter({ text })
  const { article } = mapArticle({
    path: file,
    parsed,
    dialect: 'plain',
    site: emptySite('plain'),
    now: new Date(),
  })
  return { article, parsed }
}

describe('an export of all articles', () => {
  it('writes a file for each article, named as the imported one, and the pictures used', async () => {
    const files = await filesIn(exported)
    expect(files.map((file) => path.basename(file)).sort()).toEqual(
      [
        '2020-01-02-first.md',
        '2020-01-03-second.md',
        '_来信照登_.md',
        'press.png',
        'unfinished.md',
      ].sort(),
    )
    expect(await readFile(path.join(exported, 'media/press.png'))).toEqual(
      await readFile(path.join(FIXTURES, 'linked-posts/images/press.png')),
    )
  })

  it('keeps title, date, authors, tags and address', async () => {
    expect((await readBack('2020-01-02-first.md')).article).toMatchObject({
      title: 'First',
      slug: 'first',
      publishedAt: '2020-01-02T00:00:00.000Z',
      status: 'published',
      tags: ['ink', 'paper'],
      authors: [{ name: 'Ann Lee' }],
      address: '/2020/01/first/',
    })
    expect((await readBack('2020-01-03-second.md')).article.aliases).toEqual(['/old-second/'])
  })

  it('keeps a nested category as one path, comments and a linked cover', async () => {
    expect((await readBack('_来信照登_.md')).article).toMatchObject({
      categories: [['新媒体', '小镇报', '首页']],
      commentsEnabled: false,
      cover: { url: 'https://pictures.example/2022/letter.jpg' },
      publishedAt: '2022-01-23T17:09:23.000Z',
    })
  })

  it('writes links between articles and pictures as relative paths', async () => {
    const { parsed } = await readBack('2020-01-02-first.md')
    const second = await readBack('2020-01-03-second.md')
    expect(second.parsed.body).toContain('Back to [the first](2020-01-02-first.md).')
    expect(parsed.body).toContain(
      'Read [the second](2020-01-03-second.md) or [at its address](2020-01-03-second.md#end).',
    )
    expect(parsed.body).toContain('![Press](../media/press.png)')
    expect(parsed.body).toContain('![Gone](/images/gone.png)')
  })

  it('marks drafts', async () => {
    const { article, parsed } = await readBack('unfinished.md')
    expect(article.status).toBe('draft')
    expect(parsed.body).toContain('Not yet.')
  })
})

describe('an export of published articles', () => {
  it('leaves drafts out', async () => {
    const target = path.join(folder, 'published')
    const report = await exportTo(target)
    expect(report).toEqual({ counts: { written: 3, pictures: 1, failed: 0 }, problems: [] })
    expect((await filesIn(target)).join()).not.toContain('unfinished')
  })

  it('reports a picture whose file is gone', async () => {
    await rm(path.join(test.mediaDir, 'press.png'))
    const { problems } = await exportTo(path.join(folder, 'without-picture'))
    expect(problems.map(({ code }) => code)).toEqual(['media-not-copied'])
  })
})

describe('an import of the export', () => {
  it('gives the same articles', async () => {
    const { runImport } = await import('../../src/importer/run')
    const before = await test.payload.find({ collection: 'articles', draft: true, depth: 0 })
    const ids = before.docs.map(({ id }) => id)
    const { counts } = await runImport({
      payload: test.payload,
      root: exported,
      options: importOptions.parse({}),
    })
    expect(counts).toMatchObject({ new: 4, failed: 0 })
    const { docs } = await test.payload.find({
      collection: 'articles',
      where: { id: { not_in: ids } },
      draft: true,
      depth: 0,
    })
    const byTitle = (list: typeof docs) =>
      list
        .map(({ title, publishedAt, authors, categories, tags, locale, _status }) => ({
          title,
          publishedAt,
          authors,
          categories,
          tags,
          locale,
          _status,
        }))
        .sort((a, b) => a.title.localeCompare(b.title))
    expect(byTitle(docs)).toEqual(byTitle(before.docs))
  })
})
