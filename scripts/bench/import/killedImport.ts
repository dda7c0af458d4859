import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Payload } from 'payload'
import { comparable, rawState } from './storedState'

const LAUNCH = fileURLToPath(new URL('../../launch.mjs', import.meta.url))

const start = (root: string): ChildProcess =>
  spawn(process.execPath, ['--conditions=production', LAUNCH, 'scripts/import.ts', root], {
    env: { ...process.env, PAYLOAD_LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'ignore'],
  })

/** Imports an archive in a process of its own, undisturbed. @throws Error when it doesn't end well */
export const importUndisturbed = async (root: string): Promise<void> => {
  const [code] = await once(start(root), 'exit')
  if (code !== 0) throw new Error(`the import ended with ${String(code)}`)
}

/**
 * Starts an import in a process of its own and kills it (SIGKILL) when `isTime` says so; it is asked from the moment on at
 * which the run has its record in `imports`.
 * @returns false when the import came to its end before
 * @throws Error when it failed before
 */
export const importKilled = async (
  payload: Payload,
  root: string,
  isTime: () => Promise<boolean>,
): Promise<boolean> => {
  const before = await countRuns(payload)
  const child = start(root)
  let hasEnded = false
  let code: unknown
  const ended = once(child, 'exit').then(([exitCode]) => {
    code = exitCode
    hasEnded = true
  })
  while (!hasEnded && (await countRuns(payload)) === before) await wait(5)
  while (!hasEnded && !(await isTime())) await wait(2)
  const isKilled = child.kill('SIGKILL')
  await ended
  if (!isKilled && code !== 0) throw new Error(`the import ended with ${String(code)}`)
  return isKilled
}

const countRuns = async (payload: Payload): Promise<number> =>
  (await payload.count({ collection: 'imports' })).totalDocs

/** The stored state in a form that is equal for two imports of one archive, whenever they ran. */
export const stateOfImport = async (
  payload: Payload,
  since: Date,
): Promise<Record<string, string[]>> => {
  const names = new Map<string, string>()
  const options = { depth: 0, pagination: false, limit: 0 } as const
  const { docs: categories } = await payload.find({ collection: 'categories', ...options })
  const { docs: authors } = await payload.find({ collection: 'authors', ...options })
  const { docs: tags } = await payload.find({ collection: 'tags', ...options })
  for (const { id, path } of categories) names.set(id, `category ${path}`)
  for (const { id, slug } of [...authors, ...tags]) names.set(id, `term ${slug}`)
  const articles = await payload.find({
    collection: 'articles',
    draft: true,
    select: { source: true },
    ...options,
  })
  for (const { id, source } of articles.docs) names.set(id, `article ${source?.path}`)
  return comparable(await rawState(payload), names, since)
}
