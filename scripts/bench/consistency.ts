import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { checkConsistency } from './consistency/check'
import { firstAdmin } from './consistency/firstAdmin'
import { startInstance } from './consistency/startInstance'

/**
 * `npm run bench -- consistency [--pairs=10000] [--seed=1]`: whether the read cache ever answers something else than a server
 * without one. Three servers on one database, random writes by one of them, random questions to all. On SQLite, or on
 * the MongoDB that DATABASE_URI names (its database is filled).
 */
const main = async (): Promise<void> => {
  const option = (name: string, fallback: number): number =>
    Number(new RegExp(`--${name}=(\\d+)`).exec(process.argv.join(' '))?.[1] ?? fallback)
  const folder = mkdtempSync(path.join(os.tmpdir(), 'galley-consistency-'))
  const environment = {
    DATABASE_URI: process.env.DATABASE_URI ?? `file:${path.join(folder, 'galley.db')}`,
    MEDIA_DIR: path.join(folder, 'media'),
    PAYLOAD_SECRET: 'secret-of-the-bench',
    RATE_LIMIT_PER_MINUTE: '0',
  }
  const cached = await startInstance({ ...environment, CACHE_MEGABYTES: '64' })
  const other = await startInstance({ ...environment, CACHE_MEGABYTES: '64' })
  const uncached = await startInstance({ ...environment, CACHE_MEGABYTES: '0' })
  try {
    const report = await checkConsistency({
      cached: cached.address,
      other: other.address,
      uncached: uncached.address,
      token: await firstAdmin(cached.address),
      pairs: option('pairs', 10_000),
      seed: option('seed', 1),
    })
    const { mismatches, writes, ...figures } = report
    console.table({ ...figures, writes: Object.values(writes).reduce((a, b) => a + b, 0) })
    console.table(writes)
    mismatches.slice(0, 10).forEach((mismatch) => console.error(mismatch))
    console.log(`${mismatches.length} answers differ.`)
    process.exitCode = mismatches.length > 0 ? 1 : 0
  } finally {
    await Promise.all([cached, other, uncached].map(({ stop }) => stop()))
    rmSync(folder, { recursive: true, force: true })
  }
}

await main()
