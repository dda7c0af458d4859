import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  codesOf,
  makeArchive,
  nodesOf,
  postOf,
  removeArchives,
  type TestArchive,
} from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { pngOf } from '../harness/pictures'

let test: TestPayload
let archive: TestArchive

const POST = '_posts/2020-01-02-post.md'
const DRAFT = '_drafts/draft.md'

beforeAll(async () => {
  test = await openTestPayload()
  archive = await makeArchive(test.payload, {
    '_config.yml': 'title: Site\n',
    [POST]: postOf(
      'Text.\n\n![Late](/images/late.png)\n\nSee ![](/images/never.png) here.',
      'title: Post\ncover: /images/cover.png',
    ),
    [DRAFT]: postOf('![Late](/images/late.png)', 'title: Draft'),
  })
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

describe('pictures that a run could not have', () => {
  it('are noted on the article and stay linked', async () => {
    const report = await archive.import()
    expect(codesOf(report)).toEqual(Array(4).fill('picture-missing'))
    const { source, coverUrl } = await archive.article(POST)
    expect(coverUrl).toBe('/images/cover.png')
    expect(source?.missingPictures).toEqual([
      { url: '/images/cover.png', code: 'picture-missing' },
      { url: '/images/late.png', code: 'picture-missing' },
      { url: '/images/never.png', code: 'picture-missing' },
    ])
  })

  it('are not touched by a run that finds no more of them, but reported again', async () => {
    const before = await archive.article(POST)
    expect(codesOf(await archive.import())).toEqual(Array(4).fill('picture-missing'))
    expect(await archive.article(POST)).toEqual(before)
  })

  it('are put in place by the next run when their files have come, though the text is unchanged', async () => {
    await archive.write('images/late.png', await pngOf({ width: 4, height: 4 }))
    await archive.write('images/cover.png', await pngOf({ width: 5, height: 4 }))
    const report = await archive.import()
    expect(report.counts).toMatchObject({ same: 2, changed: 0, new: 0 })
    expect(codesOf(report)).toEqual(['picture-missing'])
    const { content, cover, coverUrl, source, _status } = await archive.article(POST)
    expect(_status).toBe('published')
    expect(cover).toBeTruthy()
    expect(coverUrl).toBeNull()
    expect(source?.missingPictures).toEqual([{ url: '/images/never.png', code: 'picture-missing' }])
    expect(nodesOf(content).find(({ type }) => type === 'upload')?.fields).toMatchObject({
      alt: 'Late',
    })
  })

  it('are put into drafts, which stay drafts', async () => {
    const { content, source, _status } = await archive.article(DRAFT)
    expect(_status).toBe('draft')
    expect(nodesOf(content).some(({ type }) => type === 'upload')).toBe(true)
    expect(source?.missingPictures).toBeNull()
  })

  it('are left alone where an editor has changed the article', async () => {
    const { id } = await archive.article(POST)
    await test.payload.update({
      collection: 'articles',
      id,
      data: { title: 'By an editor' },
      draft: true,
    })
    await archive.write('images/never.png', await pngOf({ width: 6, height: 4 }))
    const report = await archive.import()
    expect(codesOf(report)).toEqual([])
    const { title, source } = await archive.article(POST)
    expect(title).toBe('By an editor')
    expect(source?.missingPictures).toHaveLength(1)
  })
})
