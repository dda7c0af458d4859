import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { setTimeout as wait } from 'node:timers/promises'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..')
const folder = path.join(root, 'data/bench-next')
const next = path.join(root, 'node_modules/next/dist/bin/next')

const FILES: Record<string, string> = {
  'next.config.mjs': `import { withPayload } from '@payloadcms/next/withPayload'
export default withPayload(
  { typescript: { ignoreBuildErrors: true }, turbopack: { root: ${JSON.stringify(root)} } },
  { devBundleServerPackages: false },
)
`,
  'app/api/[...slug]/route.ts': `import config from '../../../../../src/payload.config'
import { REST_GET } from '@payloadcms/next/routes'
export const GET = REST_GET(config)
`,
  'app/api/graphql/route.ts': `import config from '../../../../../src/payload.config'
import { GRAPHQL_POST } from '@payloadcms/next/routes'
export const POST = GRAPHQL_POST(config)
`,
  'app/layout.tsx': `export default function Layout({ children }: { children: React.ReactNode }) {
  return <html><body>{children}</body></html>
}
`,
}

/**
 * A plain Payload as a fresh project has it: the same collections, served by Payload's own routes of Next, in production
 * mode. It is built below \`data/\`, because the bundler wants its modules beside it.
 */
export const startPlainPayload = async (
  port: number,
  environment: Record<string, string>,
): Promise<{ address: string; pid: number; stop: () => void }> => {
  rmSync(folder, { recursive: true, force: true })
  for (const [name, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  const env = { ...process.env, ...environment, NODE_ENV: 'production' as const }
  const built = spawnSync(process.execPath, [next, 'build', folder], {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  if (built.status !== 0)
    throw new Error(`The plain Payload was not built:\n${built.stdout}${built.stderr}`)
  const child = spawn(
    process.execPath,
    [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'],
    {
      cwd: root,
      env,
      stdio: 'ignore',
    },
  )
  const address = `http://127.0.0.1:${port}`
  const isUp = () =>
    fetch(`${address}/api/tags?limit=1`).then(
      ({ ok }) => ok,
      () => false,
    )
  for (let tries = 0; tries < 240 && !(await isUp()); tries += 1) await wait(500)
  if (!(await isUp())) throw new Error('The plain Payload does not answer.')
  return { address, pid: child.pid ?? 0, stop: () => child.kill() }
}
