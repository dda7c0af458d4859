import { createServer } from 'node:http'
import { openPayload } from '../../../src/openPayload'
import { createApp } from '../../../src/server/createApp'
import { createLogger } from '../../../src/server/logging'
import { readSettings } from '../../../src/server/settings'

/** One more instance of the server, without the admin panel: prints its port, ends with its parent. */
const payload = await openPayload()
const logger = createLogger(process.env.LOG_LEVEL ?? 'silent')
payload.logger = logger
const app = createApp({
  payload,
  logger,
  readiness: { admin: 'ready', isShuttingDown: false },
  settings: readSettings(),
})
const server = createServer(app).listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object') process.stdout.write(`${address?.port}\n`)
})
process.stdin.on('end', () => process.exit(0)).resume()
