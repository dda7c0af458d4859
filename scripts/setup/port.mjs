import net from 'node:net'
import { SetupProblem } from './problem.mjs'

/**
 * @param {number} port
 * @throws {SetupProblem} `port-taken`, `port-invalid`
 */
export const requireFreePort = async (port) => {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new SetupProblem('port-invalid', 'PORT is not a number from 1 to 65535. Correct it.')
  }
  const error = await tryListening(port)
  if (!error) return
  if (error.code === 'EADDRINUSE') {
    throw new SetupProblem(
      'port-taken',
      `another program listens on port ${port}. Stop it, or choose another port: PORT=${port + 1} npm run demo`,
    )
  }
  throw new SetupProblem(
    'port-not-allowed',
    `port ${port} cannot be opened (${error.code}). Choose another: PORT=3000 npm run demo`,
  )
}

const tryListening = async (port) =>
  new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', resolve)
    server.listen(port, () => server.close(() => resolve(undefined)))
  })
