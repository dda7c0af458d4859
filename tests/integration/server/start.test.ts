import { spawn } from 'node:child_process'
import http from 'node:http'
import path from 'node:path'
import { expect, test } from 'vitest'
import { portOf } from './openTestServer'

const root = path.resolve(import.meta.dirname, '../../..')

const start = (
  environment: Record<string, string>,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', 'scripts/launch.mjs', 'scripts/start.ts'],
      {
        cwd: root,
        env: { ...process.env, NODE_ENV: 'production', PAYLOAD_SECRET: '', ...environment },
      },
    )
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('exit', (code) => resolve({ code, output }))
  })

test('refuses to start in production without a secret, in one sentence with the remedy', async () => {
  const { code, output } = await start({ PORT: '0' })
  expect(code).toBe(2)
  expect(output).toMatch(/^secret-missing: PAYLOAD_SECRET is not set\. .*openssl rand -hex 32$/m)
  expect(output).not.toContain('    at ')
}, 60_000)

test('says that the port is taken', async () => {
  const other = http.createServer()
  await new Promise<void>((resolve) => other.listen(0, resolve))
  const { code, output } = await start({ PORT: String(portOf(other)), PAYLOAD_SECRET: 'x' })
  other.close()
  expect([code, output.includes('port-taken: port')]).toEqual([2, true])
}, 60_000)

test.each([
  ['PORT', 'http'],
  ['LOG_LEVEL', 'loud'],
  ['PUBLIC_URL', 'example'],
  ['SHUTDOWN_SECONDS', '-1'],
])('names a setting that is not valid: %s=%s', async (name, value) => {
  const { readSettings } = await import('../../../src/server/settings')
  expect(() => readSettings({ [name]: value })).toThrow(`setting-invalid: ${name} is "${value}".`)
})
