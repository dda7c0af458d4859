import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { text } from 'node:stream/consumers'
import { FEW_ARENAS } from '../../setup/typescript.mjs'

/** What one process did. Start-up is not counted, but for the memory. */
export type Measurement = {
  articles: number
  seconds: number
  processorSeconds: number
  peakMegabytes: number
  /** Commands sent to MongoDB; undefined on SQLite. */
  commands?: number
}

const LAUNCH = fileURLToPath(new URL('../../launch.mjs', import.meta.url))

/**
 * Runs a task of `task.ts` in a process of its own.
 * @throws Error when it ends with another exit code than 0
 */
export const measureInChild = async ({
  task,
  archive,
  env,
}: {
  task: string
  archive: string
  env: Record<string, string>
}): Promise<Measurement> => {
  const child = spawn(
    process.execPath,
    ['--conditions=production', LAUNCH, 'scripts/bench/import/task.ts', task, archive],
    {
      env: { ...process.env, ...FEW_ARENAS, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [output, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')])
  if (code !== 0) throw new Error(`the task ${task} ended with ${String(code)}`)
  const measured: Measurement = JSON.parse(output.trim().split('\n').at(-1) ?? '')
  return measured
}
