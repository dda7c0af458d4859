import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeArchive, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { post } from '../../scripts/bench/import/generatePosts'
import { isMongodb } from '../../src/databaseKind'

const POSTS = 300

let test: TestPayload
let archive: TestArchive
let commands = 0

beforeAll(async () => {
  // The driver then tells of every command.
  const address = new URL(process.env.MONGODB_URI ?? '')
  address.searchParams.set('monitorCommands', 'true')
  process.env.MONGODB_URI = address.toString()
  test = await openTestPayload()
  const { db } = test.payload
  if (!isMongodb(db)) throw new Error('this test is for MongoDB')
  db.connection.getClient().on('commandStarted', ({ commandName }: { commandName: string }) => {
    // Indexes are made while the database opens, which may still go on when the import begins.
    if (commandName !== 'createIndexes') commands += 1
  })
  const posts = Array.from({ length: POSTS }, (_, number) => post(number))
  archive = await makeArchive(
    test.payload,
    Object.fromEntries(posts.map(({ file, text }) => [file, text])),
  )
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

const commandsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const before = commands
  await work()
  return commands - before
}

describe('an import into MongoDB', () => {
  it('sends at most 0.2 commands for each new article', async () => {
    const sent = await commandsOf(async () => {
      expect((await archive.import()).counts).toMatchObject({ new: POSTS, failed: 0 })
    })
    expect(sent).toBeGreaterThan(0)
    expect(sent / POSTS).toBeLessThanOrEqual(0.2)
  })

  it('sends at most 0.2 commands for each unchanged article', async () => {
    const sent = await commandsOf(async () => {
      expect((await archive.import()).counts).toMatchObject({ same: POSTS, new: 0 })
    })
    expect(sent / POSTS).toBeLessThanOrEqual(0.2)
  })
})
