import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { MongoClient } from 'mongodb'

/** Databases of one benchmark: files below its folder, or databases of their own on the MongoDB server. */
export type BenchDatabase = {
  /** Environment of a process that works on the database of that name. */
  environment: (name: string) => Record<string, string>
  /** Removes what the folder's removal doesn't. */
  drop: () => Promise<void>
}

/** @throws Error `bench-mongodb-missing` when MongoDB is asked for without MONGODB_URI */
export const openBenchDatabase = (folder: string, isMongodb: boolean): BenchDatabase => {
  const common = {
    NODE_ENV: 'production',
    PAYLOAD_SECRET: 'benchmark',
    PAYLOAD_LOG_LEVEL: 'error',
    MEDIA_DIR: path.join(folder, 'media'),
  }
  if (!isMongodb) {
    return {
      environment: (name) => ({ ...common, DATABASE_URI: `file:${path.join(folder, name)}.db` }),
      drop: async () => undefined,
    }
  }
  const given = process.env.MONGODB_URI
  if (!given) throw new Error('bench-mongodb-missing: set MONGODB_URI to a MongoDB server.')
  const prefix = `galley-bench-${randomBytes(4).toString('hex')}`
  const used = new Set<string>()
  const addressOf = (name: string): string => {
    used.add(name)
    const address = new URL(given)
    address.pathname = `/${prefix}-${name}`
    // The driver then tells of every command.
    address.searchParams.set('monitorCommands', 'true')
    return address.toString()
  }
  return {
    environment: (name) => ({ ...common, DATABASE_URI: addressOf(name) }),
    drop: async () => {
      for (const name of used) {
        const client = new MongoClient(addressOf(name))
        await client.db().dropDatabase()
        await client.close()
      }
    },
  }
}
