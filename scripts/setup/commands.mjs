import fs from 'node:fs'
import { ensureBuilt, requireBuild } from './build.mjs'
import { check } from './check.mjs'
import { runNode } from './child.mjs'
import { ensureInstalled } from './install.mjs'
import { SetupProblem } from './problem.mjs'
import { inRoot } from './root.mjs'
import { test } from './test.mjs'
import { FEW_ARENAS, runProgram, runTypeScript } from './typescript.mjs'

/** Every command of scripts/run.mjs: takes its arguments, returns the exit code. */
export const commands = {
  build: async (args) => {
    await ensureInstalled()
    const isNew = await ensureBuilt({ isForced: args.includes('--force') })
    if (!isNew) console.error('The build is up to date; --force builds again.')
    return 0
  },

  start: async (args) => {
    await ensureInstalled()
    requireBuild()
    return runProgram('scripts/start.ts', args, { NODE_ENV: 'production' })
  },

  dev: async (args) => {
    await ensureInstalled()
    return runProgram('scripts/start.ts', args, { NODE_ENV: 'development' })
  },

  import: async (args) => {
    await ensureInstalled()
    return runProgram('scripts/import.ts', args, { ...FEW_ARENAS, ...productionUnlessSet() })
  },

  export: async (args) => {
    await ensureInstalled()
    return runProgram('scripts/export.ts', args, productionUnlessSet())
  },

  reindex: async (args) => {
    await ensureInstalled()
    return runProgram('scripts/reindex.ts', args, productionUnlessSet())
  },

  bench: async ([name, ...args]) => {
    const names = benchNames()
    if (!name) {
      console.log(`Benchmarks: ${names.join(', ') || 'none yet'}\nRun one: npm run bench -- <name>`)
      return 0
    }
    if (!names.includes(name)) {
      throw new SetupProblem(
        'bench-unknown',
        `there is no benchmark "${name}". Use one of: ${names.join(', ')}.`,
      )
    }
    await ensureInstalled()
    return runTypeScript(`scripts/bench/${name}.ts`, args, productionUnlessSet())
  },

  test: async (args) => {
    await ensureInstalled()
    return test(args)
  },

  check: async (args) => {
    await ensureInstalled()
    return check(args)
  },

  generate: async () => {
    await ensureInstalled()
    return runNode([inRoot('scripts/generate.mjs')])
  },
}

// Payload rebuilds its GraphQL schema and watches files in development, which a command line run doesn't need.
const productionUnlessSet = () => ({ NODE_ENV: process.env.NODE_ENV || 'production' })

const benchNames = () => {
  const folder = inRoot('scripts', 'bench')
  if (!fs.existsSync(folder)) return []
  return fs
    .readdirSync(folder)
    .filter((file) => file.endsWith('.ts') && !file.startsWith('_'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}
