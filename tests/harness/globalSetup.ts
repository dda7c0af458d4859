import { MongoClient } from 'mongodb'

const ANSWER_WITHIN_MS = 10_000

/**
 * Looks before any test runs whether the MongoDB server that `MONGODB_URI` names answers (`npm test` starts one where
 * it can be had). Without the variable the MongoDB half is left out, and a line says so.
 * @throws Error `test-mongodb-unreachable` when the named server doesn't answer
 */
export default async function setup(): Promise<void> {
  if (process.env.MONGODB_URI) return requireAnswer(process.env.MONGODB_URI)
  if (!process.env.GALLEY_WITHOUT_MONGODB) {
    process.stderr.write('LEFT OUT: tests on MongoDB (MONGODB_URI is not set)\n')
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
      { cause: error },
    )
  } finally {
    await client.close()
  }
}
