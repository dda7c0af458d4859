import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArchive, postOf, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import {
  importKilled,
  importUndisturbed,
  stateOfImport,
} from '../../scripts/bench/import/killedImport'
import { differences, emptyState } from '../../scripts/bench/import/storedState'

const POSTS = 500
const ATTEMPTS = 5
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

/** Kills a run at its time. On a busy machine a run may be over before; then all begins anew. */
const kill = async (isTime: () => Promise<boolean>): Promise<void> => {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    if (await importKilled(test.payload, archive.root, isTime)) return
    await emptyState(test.payload)
  }
  throw new Error(`each of ${ATTEMPTS} imports was over before it could be killed`)
}

describe('an import that is killed again and again', () => {
  it('ends in the state of one that was left alone', { timeout: 300_000 }, async () => {
    const { payload } = test
    await emptyState(payload)
    await kill(async () => true)
    await kill(articlesAreAtLeast(1))
    await kill(articlesAreAtLeast(201))
    await importUndisturbed(archive.root)
    const resumed = await stateOfImport(payload, since)
    const { docs: runs } = await payload.find({ collection: 'imports', sort: 'startedAt' })
    expect(runs.map(({ status }) => status).slice(-4)).toEqual([
      'failed',
      'failed',
      'failed',
      'finished',
    ])

    await emptyState(payload)
    await importUndisturbed(archive.root)
    expect(resumed.articles).toHaveLength(POSTS)
    expect(differences(resumed, await stateOfImport(payload, since))).toEqual([])
  })
})
