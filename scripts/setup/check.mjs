import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { runNode } from './child.mjs'
import { inRoot, root } from './root.mjs'
import { runTypeScript } from './typescript.mjs'

const STEPS = [
  { name: 'Types', args: [inRoot('node_modules/typescript/bin/tsc'), '--noEmit', '-p', '.'] },
  { name: 'Lint', args: [inRoot('node_modules/eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  { name: 'Format', args: [inRoot('node_modules/prettier/bin/prettier.cjs'), '--check', '.'] },
]

const GENERATED = [
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'src/schema.graphql',
  'docs/import-report.schema.json',
  'examples/galley-api.d.ts',
]

/**
 * Checks types, lint and format; with --drift instead that what is generated fits the configuration.
 * @param {string[]} args
 * @returns {Promise<number>} exit code: 1 when a step fails
 */
export const check = async (args) => (args.includes('--drift') ? checkDrift() : checkCode())

const checkCode = async () => {
  const failed = []
  for (const { name, args } of STEPS) {
    console.error(`${name} …`)
    if ((await runNode(args)) !== 0) failed.push(name)
  }
  if (failed.length > 0)
    console.error(`check-failed: ${failed.join(', ')}; see the messages above.`)
  return failed.length > 0 ? 1 : 0
}

const checkDrift = async () => {
  const before = GENERATED.map(readGenerated)
  const code = await runNode([inRoot('scripts/generate.mjs')])
  if (code !== 0) return code
  const changed = GENERATED.filter((file, index) => readGenerated(file) !== before[index])
  for (const file of changed) {
    console.error(
      `generated-file-outdated: ${file} did not fit the configuration. Commit the new one.`,
    )
    showDiff(file)
  }
  const migrationCode = await runTypeScript('scripts/setup/pendingMigration.ts', [], {
    DATABASE_URI: 'file:./data/drift.db',
    NODE_ENV: 'test',
  })
  return changed.length > 0 || migrationCode !== 0 ? 1 : 0
}

const readGenerated = (file) =>
  fs.existsSync(inRoot(file)) ? fs.readFileSync(inRoot(file), 'utf8') : ''

const showDiff = (file) =>
  spawnSync('git', ['--no-pager', 'diff', '--stat', '--', file], { cwd: root, stdio: 'inherit' })
