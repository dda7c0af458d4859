import { createServer } from 'node:http'
import type { Payload, SanitizedConfig } from 'payload'
import { pino } from 'pino'
import { portOf } from '../integration/server/openTestServer'
import { openTestPayload } from './openTestPayload'

export type SiteReply = { status: number; headers: Headers; text: string; json: unknown }

/** The whole host over a database of its own (either kind), as a frontend meets it. */
export type Site = {
  payload: Payload
  config: SanitizedConfig
  address: string
  get: (path: string, headers?: Record<string, string>) => Promise<SiteReply>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<SiteReply>
  close: () => Promise<void>
}

/** Opens the host on a free port; `environment` is set before anything reads it. */
export const openSite = async (environment: Record<string, string> = {}): Promise<Site> => {
  Object.assign(process.env, environment)
  const installation = await openTestPayload()
  const [{ createApp }, { readSettings }] = await Promise.all([
    import('../../src/server/createApp'),
    import('../../src/server/settings'),
  ])
  const { payload } = installation
  const app = createApp({
    payload,
    logger: pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
    readiness: { admin: 'ready', isShuttingDown: false },
    settings: readSettings(),
  })
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = `http://127.0.0.1:${portOf(server)}`
  return {
    payload,
    config: installation.config,
    address,
    get: (path, headers = {}) => call(path, { headers }),
    post: (path, body, headers = {}) =>
      call(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    close: async () => {
      server.closeAllConnections()
      server.close()
      await installation.close()
    },
  }

  async function call(path: string, init: RequestInit): Promise<SiteReply> {
    const response = await fetch(address + path, { redirect: 'manual', ...init })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) }
  }
}

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
