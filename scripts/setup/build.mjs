import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { runNode } from './child.mjs'
import { requireDiskSpace } from './diskSpace.mjs'
import { SetupProblem } from './problem.mjs'
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
 * Builds the admin panel, unless the last build was made from the same files.
 * @param {{ isForced?: boolean }} [options]
 * @returns {Promise<boolean>} whether it was built now
 * @throws {SetupProblem} `build-failed`, `disk-full`
 */
export const ensureBuilt = async ({ isForced = false } = {}) => {
  const stamp = hashInputs()
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

const hashInputs = () => {
  const hash = createHash('sha256').update(process.versions.node.split('.')[0])
  for (const file of INPUTS.flatMap(listFiles)) {
    hash.update(`\0${file}\0`).update(fs.readFileSync(inRoot(file)))
  }
  return hash.digest('hex')
}

/** All files below a path of the project, relative to it, sorted. */
const listFiles = (start) => {
  const files = []
  const waiting = [start]
  while (waiting.length > 0) {
    const current = waiting.pop()
    const stats = fs.statSync(inRoot(current), { throwIfNoEntry: false })
    if (stats?.isFile()) files.push(current)
    if (!stats?.isDirectory()) continue
    waiting.push(...fs.readdirSync(inRoot(current)).map((name) => path.posix.join(current, name)))
  }
  return files.sort()
}
