import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openBenchDatabase } from './import/benchDatabase'
import { generatePosts } from './import/generatePosts'
import { importKilled, importUndisturbed, stateOfImport } from './import/killedImport'
import { differences, emptyState } from './import/storedState'

const DEFAULT_KILLS = 20
const POSTS = 1000
/** Rows of a difference that are printed. */
const ROWS_SHOWN = 20
/** A run is killed so long at most after it has opened the database, or has stored its first batch. */
const MAX_WAIT_MS = 700

/**
 * `npm run bench -- kill [n] [--mongodb]`: kills imports of one archive by SIGKILL at n random moments, one after another on
 * one database, which is emptied whenever nearly all is stored; lets the last one end, and compares every stored row with those of an undisturbed import. Exit code 1 when
 * they differ.
 */
const main = async (): Promise<boolean> => {
  const args = process.argv.slice(2)
  const kills = Number(args.find((argument) => /^\d+$/.test(argument)) ?? DEFAULT_KILLS)
  const folder = await mkdtemp(path.join(os.tmpdir(), 'galley-kill-'))
  const database = openBenchDatabase(folder, args.includes('--mongodb'))
  Object.assign(process.env, database.environment('killed'))
  const { openPayload } = await import('../../src/openPayload')
  const payload = await openPayload()
  try {
    const archive = await generatePosts(path.join(folder, 'archive'), POSTS)
    const since = new Date()
    const countArticles = async () =>
      (await payload.count({ collection: 'articles', trash: true })).totalDocs
    const moments: { before: number; after: number }[] = []
    for (let attempts = 0; moments.length < kills && attempts < kills * 2; attempts += 1) {
      const stored = await countArticles()
      const wanted = Math.random() < 0.3 ? 0 : stored + 1
      const isKilled = await importKilled(payload, archive, async () => {
        if ((await countArticles()) < wanted) return false
        await wait(Math.random() * MAX_WAIT_MS)
        return true
      })
      if (isKilled) moments.push({ before: stored, after: await countArticles() })
      // All is stored, or nearly: the next one begins anew.
      if (!isKilled || (await countArticles()) > POSTS * 0.8) await emptyState(payload)
    }
    await importUndisturbed(archive)
    const resumed = await stateOfImport(payload, since)
    await emptyState(payload)
    await importUndisturbed(archive)
    const undisturbed = await stateOfImport(payload, since)
    console.table(moments)
    const different = differences(resumed, undisturbed)
    const isEqual = different.length === 0 && undisturbed.articles?.length === POSTS
    console.log(
      isEqual
        ? `Killed ${moments.length} times and resumed: all rows of ${POSTS} articles are as an undisturbed import leaves them.`
        : `bench-kill-differs: after ${moments.length} kills these rows differ:\n${different.slice(0, ROWS_SHOWN).join('\n')}`,
    )
    return isEqual
  } finally {
    await payload.destroy()
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

process.exit((await main()) ? 0 : 1)
