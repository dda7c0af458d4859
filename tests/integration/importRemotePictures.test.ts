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
import { openPictureHost, sends, type PictureHost } from '../harness/pictureHost'
import { pngOf } from '../harness/pictures'

let test: TestPayload
let host: PictureHost
let archive: TestArchive
let isLateThere = false

const POST = '_posts/2020-01-02-post.md'
const download = { media: 'download', allowPrivateHosts: true } as const

beforeAll(async () => {
  test = await openTestPayload()
  const png = await pngOf({ width: 4, height: 4, shade: 7 })
  const late = await pngOf({ width: 4, height: 4, shade: 8 })
  host = await openPictureHost({
    '/a.png?x=1': sends(png, 'text/html'),
    '/p/undefined': sends('never asked'),
    '/late.png': (response, request) => {
      if (isLateThere) sends(late)(response, request)
      else response.writeHead(404).end()
    },
  })
  archive = await makeArchive(test.payload, {
    '_config.yml': 'title: Site\nurl: https://old.example\n',
    [POST]: postOf(
      [
        `![A](${host.origin}/a.png?x=1)`,
        `![Late](${host.origin}/late.png)`,
        `![None](${host.origin}/p/undefined)`,
      ].join('\n\n'),
      `title: Post\ncover: ${host.origin}/late.png`,
    ),
  })
})

afterAll(async () => {
  await host.close()
  await test.close()
  await removeArchives()
})

const uploads = async () =>
  nodesOf((await archive.article(POST)).content).filter(({ type }) => type === 'upload')

describe('remote pictures', () => {
  it('are not fetched unless that was asked for', async () => {
    const other = await makeArchive(test.payload, { 'a.md': postOf(`![A](${host.origin}/a.png)`) })
    expect(codesOf(await other.import())).toEqual([])
    expect(host.asked).toEqual([])
  })

  it('are not fetched from private hosts unless that was allowed', async () => {
    const other = await makeArchive(test.payload, { 'b.md': postOf(`![A](${host.origin}/a.png)`) })
    expect(codesOf(await other.import({ media: 'download' }))).toEqual(['picture-host-private'])
    expect(host.asked).toEqual([])
  })

  it('are stored, and those that can’t be had stay linked and are reported', async () => {
    const report = await archive.import(download)
    expect(codesOf(report).sort()).toEqual(['picture-address-unusable', 'picture-gone'])
    expect(await uploads()).toHaveLength(1)
    expect((await archive.article(POST)).coverUrl).toBe(`${host.origin}/late.png`)
    expect(host.asked[0]?.referer).toBe('https://old.example/2020/01/02/post.html')
  })

  it('that are missing are alone asked for by the next run, and put in place once they are there', async () => {
    isLateThere = true
    host.asked.length = 0
    const report = await archive.import(download)
    expect(report.counts).toMatchObject({ same: 1, changed: 0 })
    expect(codesOf(report)).toEqual(['picture-address-unusable'])
    expect(host.asked.map(({ path }) => path)).toEqual(['/late.png'])
    expect(await uploads()).toHaveLength(2)
    expect((await archive.article(POST)).cover).toBeTruthy()
  })

  it('stay noted when the next run does not fetch', async () => {
    host.asked.length = 0
    expect(codesOf(await archive.import())).toEqual([])
    expect((await archive.article(POST)).source?.missingPictures).toHaveLength(1)
    expect(host.asked).toEqual([])
  })

  it('are not fetched again when they are in the library', async () => {
    host.asked.length = 0
    await archive.write(POST, postOf(`Changed. ![A](${host.origin}/a.png?x=1)`))
    expect((await archive.import(download)).counts.changed).toBe(1)
    expect(host.asked).toEqual([])
  })
})
