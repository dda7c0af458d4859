import { BSON } from 'mongodb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { TypedUser } from 'payload'
import { makeArchive, postOf, removeArchives, type TestArchive } from '../harness/archive'
import { openTestPayload, type TestPayload } from '../harness/openTestPayload'
import { stateOfImport } from '../../scripts/bench/import/killedImport'
import { differences, emptyState } from '../../scripts/bench/import/storedState'
import { isMongodb } from '../../src/databaseKind'
import { importOptions } from '../../src/importer/options'
import { runImport } from '../../src/importer/run'

/** A command that changes what an import stores, as the driver sends it. */
type Sent = { database: string; command: Record<string, unknown> }

const CHANGING = new Set(['insert', 'update', 'delete'])
/** What a run writes beside what it stores: its own record, and what it tells other processes. */
const BESIDE = new Set(['imports', 'change-log'])

const since = new Date()
const FILES = ['one', 'two', 'three'].map((name) => `_posts/2020-01-02-${name}.md`)

let test: TestPayload
let archive: TestArchive
let user: TypedUser
let heard: (sent: Sent) => void = () => undefined

beforeAll(async () => {
  // The driver then tells of every command, before it sends it.
  const address = new URL(process.env.MONGODB_URI ?? '')
  address.searchParams.set('monitorCommands', 'true')
  process.env.MONGODB_URI = address.toString()
  test = await openTestPayload()
  const { db } = test.payload
  if (!isMongodb(db)) throw new Error('this test is for MongoDB')
  db.connection.getClient().on('commandStarted', ({ commandName, databaseName, command }) => {
    if (!CHANGING.has(commandName) || BESIDE.has(command[commandName])) return
    heard({ database: databaseName, command })
  })
  const created = await test.payload.create({
    collection: 'users',
    data: { email: 'ann@example.org', password: 'a-long-password', name: 'Ann', role: 'admin' },
  })
  user = { ...created, collection: 'users' }
  archive = await makeArchive(test.payload, {
    '_config.yml': 'title: Site\npermalink: /:year/:title.html\n',
  })
})

beforeEach(async () => {
  await emptyState(test.payload)
  for (const [number, file] of FILES.entries()) await archive.write(file, textOf(number, 'First'))
})

afterAll(async () => {
  await test.close()
  await removeArchives()
})

const textOf = (number: number, body: string): string =>
  postOf(
    `${body} text of ${number}.`,
    `title: Post ${number}\ntags: [t${number}, all]\ncategories: [a, b ${number}]\nauthor: Ann ${number}\nredirect_from: /old-${number}/`,
  )

const changeFiles = async (): Promise<void> => {
  await archive.write(FILES[0] ?? '', textOf(0, 'Second'))
  await archive.write(FILES[1] ?? '', textOf(1, 'Second'))
}

const runOnce = (isPruning: boolean) =>
  runImport({
    payload: test.payload,
    root: archive.root,
    user,
    options: importOptions.parse({ prune: isPruning }),
  })

const nothing = () => Promise.resolve()

class Stopped extends Error {}

/**
 * Runs an import that comes to nothing before its command of that number is sent, as when it is killed there.
 * @returns the command, or undefined when the run has fewer
 */
const stopBefore = async (number: number, isPruning: boolean): Promise<Sent | undefined> => {
  let count = 0
  let stopped: Sent | undefined
  heard = (sent) => {
    count += 1
    if (count < number) return
    stopped ??= { ...sent, command: BSON.deserialize(BSON.serialize(sent.command)) }
    throw new Stopped()
  }
  try {
    await runOnce(isPruning)
  } catch (error) {
    if (!stopped) throw error
  } finally {
    heard = () => undefined
  }
  return stopped
}

/** Has the server execute a command whose client is gone. */
const arrive = async ({ database, command }: Sent): Promise<void> => {
  const { db } = test.payload
  if (!isMongodb(db)) return
  const { lsid: _session, $db: _database, txnNumber: _number, ...alone } = command
  await db.connection.getClient().db(database).command(alone)
}

/** The second half of what a command does: a server may take its operations in any order. */
const halfOf = ({ database, command }: Sent): Sent => {
  const half = (operations: unknown) =>
    Array.isArray(operations) ? operations.slice(Math.ceil(operations.length / 2)) : undefined
  const updates = half(command.updates)
  return { database, command: { ...command, ...(updates?.length && { updates }) } }
}

/**
 * Stops a run before each of its commands in turn, and has another one go on.
 * @param meanwhile what the server makes of the command before the other run begins, `after` it has ended
 */
const stopEverywhere = async ({
  prepare,
  isPruning = false,
  meanwhile = nothing,
  after = nothing,
}: {
  prepare: () => Promise<void>
  isPruning?: boolean
  meanwhile?: (stopped: Sent) => Promise<void>
  after?: (stopped: Sent) => Promise<void>
}): Promise<number> => {
  await prepare()
  await runOnce(isPruning)
  const undisturbed = await stateOfImport(test.payload, since)
  for (let number = 1; ; number += 1) {
    await emptyState(test.payload)
    for (const [at, file] of FILES.entries()) await archive.write(file, textOf(at, 'First'))
    await prepare()
    const stopped = await stopBefore(number, isPruning)
    if (!stopped) return number - 1
    await meanwhile(stopped)
    await runOnce(isPruning)
    await after(stopped)
    expect({
      before: `${number}: ${JSON.stringify(stopped.command).slice(0, 60)}`,
      rows: differences(await stateOfImport(test.payload, since), undisturbed),
    }).toMatchObject({ rows: [] })
  }
}

const importAndChange = async (): Promise<void> => {
  await runOnce(false)
  await changeFiles()
}

const importAndRemove = async (): Promise<void> => {
  await runOnce(false)
  await archive.remove(FILES[2] ?? '')
}

describe('an import that is stopped before any of its commands', { timeout: 180_000 }, () => {
  it('ends in the same state when it stores new articles', async () => {
    expect(await stopEverywhere({ prepare: nothing })).toBeGreaterThan(8)
  })

  it('ends in the same state when it changes articles', async () => {
    expect(await stopEverywhere({ prepare: importAndChange })).toBeGreaterThan(4)
  })

  it('ends in the same state when it moves articles to the trash', async () => {
    expect(await stopEverywhere({ prepare: importAndRemove, isPruning: true })).toBeGreaterThan(4)
  })
})

describe('a command that arrives after the next run', { timeout: 180_000 }, () => {
  it('writes what is there already', async () => {
    expect(await stopEverywhere({ prepare: nothing, after: arrive })).toBeGreaterThan(8)
  })

  it('writes what is there already, where articles are changed', async () => {
    const count = await stopEverywhere({ prepare: importAndChange, after: arrive })
    expect(count).toBeGreaterThan(4)
  })
})

describe('a command of which half is done when its run is killed', { timeout: 180_000 }, () => {
  const arriveInHalf = (stopped: Sent) => arrive(halfOf(stopped))

  it('is done whole by the next run', async () => {
    expect(await stopEverywhere({ prepare: nothing, meanwhile: arriveInHalf })).toBeGreaterThan(8)
  })

  it('is done whole by the next run, where articles are changed', async () => {
    const count = await stopEverywhere({ prepare: importAndChange, meanwhile: arriveInHalf })
    expect(count).toBeGreaterThan(4)
  })
})
