// Writes what is generated from the configuration: types, import map, GraphQL schema, schema of import reports.
import { execFileSync } from 'node:child_process'

const run = (command, args) =>
  execFileSync(command, args, {
    stdio: 'inherit',
    shell: process.platform === 'win32',
    // See NODE_ARGUMENTS of setup/typescript.mjs.
    env: { ...process.env, NODE_OPTIONS: '--conditions=production' },
  })

run('npx', ['payload', 'generate:types'])
run('npx', ['payload', 'generate:importmap'])
run('npx', ['payload-graphql', 'generate:schema'])
run(process.execPath, ['--import', 'tsx', 'scripts/setup/writeReportSchema.ts'])
run('npx', ['tsx', 'scripts/setup/apiTypes.ts'])
run('npx', [
  'prettier',
  '--log-level',
  'warn',
  '--write',
  'src/payload-types.ts',
  'src/app/(payload)/admin/importMap.js',
  'src/schema.graphql',
  'docs/import-report.schema.json',
  'examples/galley-api.d.ts',
])
