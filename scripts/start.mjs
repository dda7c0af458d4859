// Starts the server faster than `node --import tsx scripts/start.ts`: the large packages are loaded before the
// TypeScript loader is there, which would otherwise look at each of their thousands of modules.
import { register } from 'tsx/esm/api'

if (!process.env.NODE_ENV) process.env.NODE_ENV = 'production'
await import('payload')
await Promise.all([
  import('@payloadcms/db-sqlite'),
  import('@payloadcms/db-mongodb'),
  import('@payloadcms/graphql'),
  import('@payloadcms/richtext-lexical'),
  import('next'),
])
register()
await import('./start.ts')
