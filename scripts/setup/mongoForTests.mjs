const TIMEOUT_MS = 180_000

/**
 * A MongoDB for the tests: MONGODB_URI, else a replica set of one node by mongodb-memory-server-core, which
 * downloads MongoDB the first time.
 * @returns {Promise<{ uri?: string, reason?: string, stop: () => Promise<void> }>} the reason when there is none
 */
export const mongoForTests = async () => {
  if (process.env.MONGODB_URI) return { uri: process.env.MONGODB_URI, stop: nothingToStop }
  try {
    const { MongoMemoryReplSet } = await import('mongodb-memory-server-core')
    const server = await withTimeout(
      MongoMemoryReplSet.create({ replSet: { count: 1, storageEngine: 'wiredTiger' } }),
    )
    return { uri: server.getUri('galley-tests'), stop: async () => void (await server.stop()) }
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : String(error)
    return { reason, stop: nothingToStop }
  }
}

const nothingToStop = async () => {}

const withTimeout = async (promise) => {
  let timer
  const timeout = new Promise((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`no MongoDB within ${TIMEOUT_MS / 1000} seconds`)),
      TIMEOUT_MS,
    )
  })
  return Promise.race([promise, timeout]).finally(() => clearTimeout(timer))
}
