import fs from 'node:fs'
import { runNode } from './child.mjs'
import { requireDiskSpace } from './diskSpace.mjs'
import { hashInputs } from './inputs.mjs'
import { SetupProblem } from './problem.mjs'
import { ensureCompiled } from './programs.mjs'
import { inRoot, root } from './root.mjs'

const INPUTS = [
  'src',
  'collections',
  'public',
  'next.config.mjs',
  'package.json',
  'package-lock.json',
]
const MEGABYTES_NEEDED = 500
const stampFile = inRoot('.next', '.galley-build')

/**
 * Builds the admin panel and compiles the programs, unless the last build was made from the same files.
 * @param {{ isForced?: boolean }} [options]
 * @returns {Promise<boolean>} whether it was built now
 * @throws {SetupProblem} `build-failed`, `disk-full`
 */
export const ensureBuilt = async ({ isForced = false } = {}) => {
  await ensureCompiled()
  const stamp = hashInputs(INPUTS)
  if (!isForced && isBuilt() && readStamp() === stamp) return false
  requireDiskSpace({ folder: root, megabytes: MEGABYTES_NEEDED })
  fs.rmSync(stampFile, { force: true })
  const code = await runNode([inRoot('node_modules/next/dist/bin/next'), 'build'], {
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (code !== 0) {
    throw new SetupProblem(
      'build-failed',
      `next build ended with code ${code}; its messages stand above.`,
      code,
    )
  }
  fs.writeFileSync(stampFile, `${stamp}\n`)
  return true
}

/** @throws {SetupProblem} `build-missing` when there is no production build */
export const requireBuild = () => {
  if (isBuilt()) return
  throw new SetupProblem(
    'build-missing',
    'there is no production build. Run `npm run build` first, or `npm run demo`, which does everything.',
  )
}

// Next writes BUILD_ID when a production build is complete; a development server doesn't.
const isBuilt = () => fs.existsSync(inRoot('.next', 'BUILD_ID'))

const readStamp = () => {
  try {
    return fs.readFileSync(stampFile, 'utf8').trim()
  } catch {
    return undefined
  }
}
