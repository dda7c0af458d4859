import { spawn } from 'node:child_process'
import path from 'node:path'
import type { Payload, TaskConfig } from 'payload'
import { markCut } from '../importRuns/runs'

type Input = { run: string; action: string; user?: string | null }

/**
 * Looks at, writes or undoes an import in a process of its own, so that the server answers meanwhile. The process ends
 * with the server; what it has done stays, and the run can be resumed.
 */
export const importRun: TaskConfig<{ input: Input; output: object }> = {
  slug: 'importRun',
  label: 'Import',
  inputSchema: [
    { name: 'run', type: 'text', required: true },
    { name: 'action', type: 'text', required: true },
    { name: 'user', type: 'text' },
  ],
  // Tried again by whoever reads why it failed.
  retries: 0,
  handler: async ({ input, req: { payload } }) => {
    await workInChild(payload, input)
    return { output: {} }
  },
}

const children = new Set<ReturnType<typeof spawn>>()

/** Ends the imports of this server: at its shutdown. */
export const stopImports = (): void => {
  for (const child of children) child.kill('SIGTERM')
}

/** Node's arguments for the program of an import. */
const CHILD = [
  '--conditions=production',
  path.resolve('scripts/launch.mjs'),
  'src/importRuns/child.ts',
]

const KEPT_CHARACTERS = 4000

const workInChild = async (payload: Payload, { run, action, user }: Input): Promise<void> => {
  const child = spawn(process.execPath, [...CHILD, run, action, ...(user ? [user] : [])], {
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  children.add(child)
  let complaints = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaints = (complaints + chunk.toString()).slice(-KEPT_CHARACTERS)
  })
  const code = await new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null))
    child.once('exit', resolve)
  })
  children.delete(child)
  if (code === 0) return
  payload.logger.error(
    { run, action, code, complaints },
    'import-cut: the process of an import has ended before its time. Resume it in the panel.',
  )
  await markCut(payload, { id: run })
}
