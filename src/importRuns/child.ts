import { openPayload } from '../openPayload'
import { workOn } from './work'

/** The process of one import: `child.ts <run> <action> [<user>]`. Started by src/jobs/importRun.ts. */
const main = async (): Promise<void> => {
  const [run = '', action = '', user] = process.argv.slice(2)
  // Without the server nobody would see what comes of it.
  process.once('disconnect', () => process.exit(1))
  process.once('SIGTERM', () => process.exit(1))
  const payload = await openPayload()
  try {
    await workOn({ payload, run, action, user })
  } finally {
    await payload.destroy()
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    process.exit(1)
  },
)
