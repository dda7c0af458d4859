import type { Payload } from 'payload'
import { isMongodb } from '../../../src/databaseKind'
import { importOptions } from '../../../src/importer/options'
import { openProgress } from '../../../src/importer/progress'
import { runImport } from '../../../src/importer/run'
import { openPayload } from '../../../src/openPayload'
import type { Measurement } from './measureInChild'

/** Runs in a process of its own: `task.ts <import|plain> <archive>`; prints a Measurement as JSON. */
const tasks: Record<string, (payload: Payload, root: string) => Promise<number>> = {
  import: async (payload, root) => {
    const progress = openProgress()
    const options = importOptions.parse({})
    const { counts } = await runImport({ payload, root, options, onProgress: progress.show })
    progress.close()
    if (counts.failed > 0) throw new Error(`${counts.failed} files failed`)
    return counts.new + counts.changed + counts.same
  },
  // jsdom is read for it alone.
  plain: async (payload, root) => (await import('./plainWay')).storePlainly(payload, root),
}

const countCommands = ({ db }: Payload): (() => number) | undefined => {
  if (!isMongodb(db)) return undefined
  let commands = 0
  db.connection.getClient().on('commandStarted', () => (commands += 1))
  return () => commands
}

const [name = '', root = ''] = process.argv.slice(2)
const task = tasks[name]
if (!task) throw new Error(`there is no task ${name}`)
const payload = await openPayload()
const commands = countCommands(payload)
const before = { time: performance.now(), processor: process.cpuUsage() }
const articles = await task(payload, root)
const { user, system } = process.cpuUsage(before.processor)
const measured: Measurement = {
  articles,
  seconds: (performance.now() - before.time) / 1000,
  processorSeconds: (user + system) / 1e6,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  ...(commands && { commands: commands() }),
}
process.stdout.write(`\n${JSON.stringify(measured)}\n`)
await payload.destroy()
process.exit(0)
