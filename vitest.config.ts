import fs from 'node:fs'
import { defineConfig } from 'vitest/config'

// Makes sure that the server which MONGODB_URI names answers before any test runs.
const globalSetup = ['tests/harness/globalSetup.ts'].filter((file) => fs.existsSync(file))

const integration = (database: 'sqlite' | 'mongodb') => ({
  extends: true as const,
  test: {
    name: `integration-${database}`,
    include: ['tests/integration/**/*.test.ts'],
    exclude: [`tests/integration/**/*.${database === 'sqlite' ? 'mongodb' : 'sqlite'}.test.ts`],
    env: { TEST_DATABASE: database },
    globalSetup: database === 'mongodb' ? globalSetup : [],
    hookTimeout: 120_000,
  },
})

const unit = {
  extends: true as const,
  test: { name: 'unit', include: ['tests/unit/**/*.test.{ts,tsx}'] },
}

const e2e = {
  extends: true as const,
  test: {
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    fileParallelism: false,
    // A step of a story can't be taken twice.
    retry: 0,
    // After the others: vitest asks for an order where projects differ in the number of workers.
    sequence: { groupOrder: 1 },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
}

const hasMongo = Boolean(process.env.MONGODB_URI)
const hasBrowser = Boolean(process.env.CHROMIUM_PATH)

export default defineConfig({
  test: {
    environment: 'node',
    pool: 'forks',
    // See NODE_ARGUMENTS of scripts/setup/typescript.mjs. Vite takes this build of Lexical for what tests import themselves.
    execArgv: ['--conditions=development'],
    maxWorkers: 2,
    testTimeout: 60_000,
    // A busy machine now and then makes one late; the report names each that was run again.
    retry: process.env.CI ? 1 : 0,
    passWithNoTests: true,
    coverage: {
      provider: 'v8',
      reporter: ['text-summary', 'json-summary'],
      include: ['src/**/*.{ts,tsx}', 'collections/**/*.ts'],
      exclude: ['src/payload-types.ts', 'src/migrations/**'],
    },
    projects: [
      unit,
      integration('sqlite'),
      ...(hasMongo ? [integration('mongodb')] : []),
      ...(hasBrowser ? [e2e] : []),
    ],
  },
})
