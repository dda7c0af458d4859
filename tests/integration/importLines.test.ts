import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codesOf, makeArchive, postOf, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'

let test: TestPayload
let archive: TestArchive

const FRAME = '<iframe src="https://www.youtube.com/embed/abcdefghijk"></iframe>'

/** What has a block of its own in a body, where it stands in a line. */
const IN_LINE: Record<string, string> = {
  picture: '<img src="https://images.example/a.png">',
  linkedPicture: '<a href="/x"><img src="https://images.example/a.png"></a>',
  frame: FRAME,
  video: '<video src="https://images.example/a.mp4"></video>',
  figure:
    '<figure><img src="https://images.example/a.png"><figcaption>Inner words</figcaption></figure>',
  details: '<details><summary>Inner</summary>words</details>',
  table: '<table><tr><td>Inner words</td></tr></table>',
}

const bodiesOf = (name: string, inner: string): [string, string][] => [
  [`summary-${name}`, `<details><summary>${inner}</summary>Body</details>`],
  [
    `caption-${name}`,
    `<figure><img src="https://images.example/b.png"><figcaption>${inner}</figcaption></figure>`,
  ],
  [`note-${name}`, `Text[^1]\n\n[^1]: Note\n\n    ${inner}`],
]

const POSTS = [
  ...Object.entries(IN_LINE).flatMap(([name, inner]) => bodiesOf(name, inner)),
  ['note-note', 'a[^1] b[^2]\n\n[^1]: One[^2]\n[^2]: Two[^1]\n\n    > quoted'],
  [
    'caption-note',
    '<figure><img src="https://images.example/b.png"><figcaption>\n\nCaption[^1]\n\n</figcaption></figure>\n\n[^1]: Note',
  ],
]

beforeAll(async () => {
  test = await openTestPayload()
  archive = await makeArchive(
    test.payload,
    Object.fromEntries([
      ['_config.yml', 'title: Site\n'],
      ...POSTS.map(([name, body]) => [
        `_posts/2020-01-02-${name}.md`,
        postOf(body ?? '', `title: ${name}`),
      ]),
    ]),
  )
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

describe('a caption, a summary or a note', () => {
  it('keeps what has no block there, and its article is imported', async () => {
    const report = await archive.import()
    expect(codesOf(report)).not.toContain('article-invalid')
    expect(report.counts).toMatchObject({ new: POSTS.length, failed: 0 })
    const stored = JSON.stringify(await archive.article('_posts/2020-01-02-summary-figure.md'))
    expect(stored).toContain('https://images.example/a.png')
    expect(stored).toContain('Inner words')
    const framed = JSON.stringify(await archive.article('_posts/2020-01-02-note-frame.md'))
    expect(framed).toContain('abcdefghijk')
  })
})
