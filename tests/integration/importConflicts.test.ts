import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, makeArchive, postOf, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { importOptions } from '../../src/importer/options'

const EDITED = ['a', 'b', 'c'].map((name) => `_posts/2020-01-02-${name}.md`)
const OTHERS = ['d', 'e'].map((name) => `_posts/2020-01-02-${name}.md`)

let test: TestPayload
let archive: TestArchive

beforeAll(async () => {
  test = await openTestPayload()
  archive = await makeArchive(test.payload, {
    '_config.yml': 'title: Site\n',
    ...Object.fromEntries(
      [...EDITED, ...OTHERS].map((file) => [file, postOf('As imported.', `title: ${file}`)]),
    ),
  })
  await archive.import()
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

const titles = (files: readonly string[]): Promise<string[]> =>
  Promise.all(files.map(async (file) => (await archive.article(file)).title))

describe('three articles that editors and the archive have changed', () => {
  it('are reported as conflicts, and none is touched', async () => {
    for (const file of EDITED) {
      const { id } = await archive.article(file)
      await test.payload.update({ collection: 'articles', id, data: { title: 'By an editor' } })
      await archive.write(file, postOf('Changed in the archive.', 'title: From the archive'))
    }
    const before = await Promise.all(EDITED.map((file) => archive.article(file)))
    const report = await archive.import()
    expect(report.counts).toMatchObject({ conflict: 3, same: 2, changed: 0, new: 0 })
    expect(codesOf(report)).toEqual(Array(3).fill('edited-since-import'))
    expect(await Promise.all(EDITED.map((file) => archive.article(file)))).toEqual(before)
  })

  it("take the files' text with --force", async () => {
    const report = await archive.import({ force: true })
    expect(report.counts).toMatchObject({ conflict: 0, same: 2, changed: 3 })
    expect(await titles(EDITED)).toEqual(Array(3).fill('From the archive'))
    expect((await archive.import()).counts).toMatchObject({ same: 5, changed: 0, conflict: 0 })
  })
})

describe('an article that an editor changes while an import runs', () => {
  it('is a conflict, although it was none when the import looked', async () => {
    const { payload } = test
    const file = OTHERS[1] ?? ''
    const { id } = await archive.article(file)
    await archive.write(file, postOf('Changed in the archive.', 'title: From the archive'))
    const { runImport } = await import('../../src/importer/run')
    const report = await runImport({
      payload,
      root: archive.root,
      options: importOptions.parse({}),
      onPlan: async () => {
        await payload.update({ collection: 'articles', id, data: { title: 'By an editor' } })
      },
    })
    expect(report.counts).toMatchObject({ conflict: 1, changed: 0, failed: 0 })
    expect(codesOf(report)).toEqual(['edited-since-import'])
    expect(await titles([file])).toEqual(['By an editor'])
    await archive.import({ force: true })
    expect(await titles([file])).toEqual(['From the archive'])
  })
})

describe('a file that was gone', () => {
  it('brings its article back from the trash when it comes again', async () => {
    const [file = ''] = OTHERS
    const { id } = await archive.article(file)
    await archive.remove(file)
    expect((await archive.import({ prune: true })).counts).toMatchObject({ gone: 1, same: 4 })
    await expect(archive.article(file)).rejects.toThrow()
    await archive.write(file, postOf('As imported.', `title: ${file}`))
    expect((await archive.import()).counts).toMatchObject({ changed: 1, same: 4, new: 0, gone: 0 })
    expect(await archive.article(file)).toMatchObject({ id, title: file, deletedAt: null })
    expect((await archive.import()).counts).toMatchObject({ same: 5, changed: 0 })
  })
})
