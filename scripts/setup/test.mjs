import fs from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { runNode } from './child.mjs'
import { mongoForTests } from './mongoForTests.mjs'
import { SetupProblem } from './problem.mjs'
import { inRoot } from './root.mjs'

const summaryFile = inRoot('tests', '.tmp', 'summary.json')

/**
 * Runs every test that can run here and names what it leaves out.
 * @param {string[]} args vitest's arguments; with any, coverage isn't measured
 * @returns {Promise<number>} exit code
 */
export const test = async (args) => {
  const isWanted = (project) => !args.some(isFilter) || args.some((arg) => arg.includes(project))
  const leftOut = []

  const chromium = isWanted('e2e') && hasBrowserTests() ? findChromium() : undefined
  if (isWanted('e2e') && hasBrowserTests() && !chromium) leftOut.push(missingChromium())
  if (chromium) await ensureBuilt()

  const mongo = isWanted('integration') ? await mongoForTests() : { stop: async () => {} }
  if (mongo.reason) {
    leftOut.push(
      `MongoDB: none here (${mongo.reason}). Set MONGODB_URI to the address of one to run these tests.`,
    )
  }

  if (isWanted('integration') && !process.env.S3_TEST_ENDPOINT) {
    leftOut.push(
      'files in a bucket: set S3_TEST_ENDPOINT to the address of an S3 server, with S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY.',
    )
  }

  fs.rmSync(summaryFile, { force: true })
  const code = await runNode(vitestArguments(args), {
    env: {
      NODE_ENV: 'test',
      MONGODB_URI: mongo.uri,
      GALLEY_WITHOUT_MONGODB: mongo.uri ? undefined : '1',
      CHROMIUM_PATH: chromium,
      TEST_SUMMARY: summaryFile,
      // The folder of npm's caller means nothing to the commands that tests start.
      INIT_CWD: undefined,
      npm_lifecycle_event: undefined,
    },
  })
  await mongo.stop()

  for (const sentence of leftOut) console.log(`Left out: ${sentence}`)
  const missing = process.env.MONGODB_URI && isWanted('integration') ? notRunOnMongo(args) : []
  for (const name of missing) console.error(`mongodb-test-not-run: ${name}`)
  return code || (missing.length > 0 ? 1 : 0)
}

const isFilter = (arg) => !arg.startsWith('-')

const hasBrowserTests = () => hasTests('e2e')

const hasTests = (folder) =>
  fs.existsSync(inRoot('tests', folder)) &&
  fs
    .readdirSync(inRoot('tests', folder), { recursive: true })
    .some((file) => /\.test\.tsx?$/.test(String(file)))

const missingChromium = () => {
  if (process.env.CI === 'true') {
    throw new SetupProblem(
      'chromium-missing',
      'the browser tests need a Chromium, and with CI=true they may not be left out. Install one (apt-get install chromium) or set CHROMIUM_PATH.',
      1,
    )
  }
  return 'browser tests: no Chromium found. Install one or set CHROMIUM_PATH.'
}

const vitestArguments = (args) => [
  inRoot('node_modules/vitest/vitest.mjs'),
  'run',
  '--reporter=default',
  `--reporter=${inRoot('scripts/setup/summaryReporter.mjs')}`,
  ...(args.length === 0 ? ['--coverage'] : []),
  ...args,
]

/** Tests of the MongoDB project that were skipped, or a sentence when none of them ran. */
const notRunOnMongo = (args) => {
  if (!hasTests('integration') || args.some((arg) => arg.startsWith('--project'))) return []
  const project = readSummary()?.projects['integration-mongodb']
  if (!project || project.passed + project.failed === 0) return ['no test ran on MongoDB']
  return project.skipped.filter((name) => !/sqlite/i.test(name))
}

const readSummary = () => {
  try {
    return JSON.parse(fs.readFileSync(summaryFile, 'utf8'))
  } catch {
    return undefined
  }
}
