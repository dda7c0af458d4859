import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { readChangeLog, writeChangeLog, type ChangeLogParts } from './changeLog'
import { changeFeedOf } from './feed'
import { observeReads } from './observeReads'
import { observeWrites } from './observeWrites'
import { redisMessenger } from './redisMessenger'

const logs = new WeakMap<Payload['db'], ChangeLogParts>()

/**
 * Lets this process know what it reads and writes, and other processes what it writes. What is still to be told is
 * told before the database is closed.
 * @param redisUrl where processes call each other; without it they look at the log in the database
 */
export const observe = (payload: Payload, redisUrl = process.env.REDIS_URL): void => {
  const { db } = payload
  if (logs.has(db)) return
  observeReads(payload)
  observeWrites(payload)
  const feed = changeFeedOf(payload)
  const messenger = redisUrl ? redisMessenger(redisUrl, payload) : undefined
  const parts = { payload, feed, messenger, process: randomUUID() }
  logs.set(db, parts)
  writeChangeLog(parts)
  const destroy = db.destroy?.bind(db)
  db.destroy = async () => {
    await feed.close()
    await destroy?.()
  }
}

/** Has the feed of this process tell what others write, from now on. */
export const hearOtherProcesses = (payload: Payload): void => {
  const parts = logs.get(payload.db)
  if (parts) readChangeLog(parts)
}
