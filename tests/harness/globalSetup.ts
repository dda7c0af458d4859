import { MongoClient } from 'mongodb'
import { MongoMemoryReplSet } from 'mongodb-memory-server-core'

const ANSWER_WITHIN_MS = 10_000

/**
 * Finds a MongoDB server for the tests before any of them runs. A server that `MONGODB_URI` names must answer; without
 * the variable a replica set of one member is started, where its program can be fetched. Otherwise the MongoDB half is
 * left out, and a line says so.
 * @returns what ends the server that was started
 * @throws Error `test-mongodb-unreachable` when the named server doesn't answer
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.MONGODB_URI) {
    await requireAnswer(process.env.MONGODB_URI)
    return undefined
  }
  try {
    const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } })
    process.env.MONGODB_URI = server.getUri()
    return async () => {
      await server.stop()
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    process.stderr.write(
      `LEFT OUT: tests on MongoDB (MONGODB_URI is not set, and no server could be started: ${reason})\n`,
    )
    return undefined
  }
}

const requireAnswer = async (uri: string): Promise<void> => {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: ANSWER_WITHIN_MS })
  try {
    await client.connect()
    await client.db('admin').command({ ping: 1 })
  } catch (error) {
    throw new Error(
      `test-mongodb-unreachable: MONGODB_URI is set and the server there doesn't answer (${String(error)}). Start it or unset the variable.`,
    )
  } finally {
    await client.close()
  }
}
