// The server: production by default, with reload where NODE_ENV is "development".
import nextEnv from '@next/env'
import { startServer } from '../src/server/startServer'

if (!process.env.NODE_ENV) Object.assign(process.env, { NODE_ENV: 'production' })
nextEnv.loadEnvConfig(process.cwd(), process.env.NODE_ENV === 'development', {
  info: () => undefined,
  error: console.error,
})

startServer().catch((error: unknown) => {
  // An error that starts with a code is for the operator to read; any other is for the developer.
  const isExplained = error instanceof Error && /^[a-z]+(?:-[a-z]+)+: /.test(error.message)
  console.error(isExplained ? error.message : error)
  process.exit(isExplained ? 2 : 1)
})
