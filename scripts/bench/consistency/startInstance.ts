import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * Starts a server in a process of its own, on the database that the environment names.
 * @param script what is started: it prints its port, and ends with its parent
 * @returns its address, and a function that ends it
 */
export const startInstance = async (
  environment: Record<string, string> = {},
  script = fileURLToPath(new URL('instance.ts', import.meta.url)),
): Promise<{ address: string; pid: number; stop: () => Promise<void> }> => {
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', LOG_LEVEL: 'silent', ...environment },
  })
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      // Payload's own log comes before.
      const found = /^(\d+)$/m.exec(chunk.toString())
      if (found?.[1]) resolve(found[1])
    })
    child.once('exit', (code) => reject(new Error(`The instance ended with ${code}.`)))
  })
  return {
    address: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    stop: async () => {
      const ended = once(child, 'exit')
      child.stdin.end()
      await ended
    },
  }
}
