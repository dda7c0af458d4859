import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { generatePosts } from './import/generatePosts'
import { measureInChild, type Measurement } from './import/measureInChild'
import { openBenchDatabase } from './import/benchDatabase'

const DEFAULT_POSTS = 10_000
const PLAIN_POSTS = 300

/**
 * `npm run bench -- import [n] [--mongodb]`: imports n generated posts, imports them again unchanged, and beside it stores 300
 * of them in the plain way: front matter parsed, Payload's HTML converter with jsdom, one `payload.create` each. Every row is a
 * process and a database of its own but for the second import. `--mongodb` takes the server at MONGODB_URI.
 */
const main = async (): Promise<void> => {
  const args = process.argv.slice(2)
  const posts = Number(args.find((argument) => /^\d+$/.test(argument)) ?? DEFAULT_POSTS)
  const isMongodb = args.includes('--mongodb')
  const folder = await mkdtemp(path.join(os.tmpdir(), 'galley-bench-'))
  const database = openBenchDatabase(folder, isMongodb)
  try {
    const archive = await generatePosts(path.join(folder, 'archive'), posts)
    const plainArchive = await generatePosts(path.join(folder, 'plain'), PLAIN_POSTS)
    const run = (task: string, of: string, name: string) =>
      measureInChild({ task, archive: of, env: database.environment(name) })
    const first = await run('import', archive, 'imported')
    const again = await run('import', archive, 'imported')
    const plain = await run('plain', plainArchive, 'plain')
    console.table({
      [`import of ${posts} posts`]: row(first),
      'the same again, unchanged': row(again),
      [`plain way, ${PLAIN_POSTS} posts`]: row(plain),
    })
    console.log(
      `Ratio to the plain way: ${(speed(first) / speed(plain)).toFixed(1)} times (wall clock),`,
    )
    console.log(`${(perArticle(plain) / perArticle(first)).toFixed(1)} times by processor time.`)
  } finally {
    await database.drop()
    await rm(folder, { recursive: true, force: true })
  }
}

const row = (measured: Measurement) => ({
  articles: measured.articles,
  seconds: round(measured.seconds),
  'articles/s': Math.round(speed(measured)),
  'processor ms/article': round(perArticle(measured)),
  'peak MB': Math.round(measured.peakMegabytes),
  ...(measured.commands !== undefined && {
    'commands/article': round(measured.commands / measured.articles),
  }),
})

const speed = ({ articles, seconds }: Measurement): number => articles / seconds

const perArticle = ({ articles, processorSeconds }: Measurement): number =>
  (processorSeconds * 1000) / articles

const round = (value: number): number => Math.round(value * 1000) / 1000

await main()
