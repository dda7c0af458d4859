import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArchive, postOf, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import {
  importKilled,
  importUndisturbed,
  stateOfImport,
} from '../../scripts/bench/import/killedImport'
import { emptyState } from '../../scripts/bench/import/storedState'

const POSTS = 500
const since = new Date()

let test: TestPayload
let archive: TestArchive

beforeAll(async () => {
  test = await openTestPayload()
  const files = Array.from({ length: POSTS }, (_, number) => [
    `source/_posts/post-${number}.md`,
    postOf(
      `Post ${number} of many, see [the next](post-${number + 1}.md).`,
      `title: Post ${number}\ndate: 2020-01-02\ntags: [tag ${number % 40}]\ncategories: [a, b ${number % 7}]\nauthor: Ann ${number % 5}`,
    ),
  ])
  archive = await makeArchive(test.payload, {
    '_config.yml': 'title: Many\n',
    ...Object.fromEntries(files),
  })
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

const articlesAreAtLeast = (number: number) => async () =>
  (await test.payload.count({ collection: 'articles', trash: true })).totalDocs >= number

describe('an import that is killed again and again', () => {
  it('ends in the state of one that was left alone', { timeout: 300_000 }, async () => {
    const { payload } = test
    const kill = (isTime: () => Promise<boolean>) => importKilled(payload, archive.root, isTime)
    expect(await kill(async () => true)).toBe(true)
    expect(await kill(articlesAreAtLeast(1))).toBe(true)
    expect(await kill(articlesAreAtLeast(201))).toBe(true)
    await importUndisturbed(archive.root)
    const resumed = await stateOfImport(payload, since)
    const { docs: runs } = await payload.find({ collection: 'imports', sort: 'startedAt' })
    expect(runs.map(({ status }) => status)).toEqual(['failed', 'failed', 'failed', 'finished'])

    await emptyState(payload)
    await importUndisturbed(archive.root)
    expect(resumed.articles).toHaveLength(POSTS)
    expect(resumed).toEqual(await stateOfImport(payload, since))
  })
})
