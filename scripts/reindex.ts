import { Command } from 'commander'
import type { ReindexProgress } from '../src/search/reindex'

const program = new Command('reindex')
  .description('Brings the search index up to date. It can be stopped and started again.')
  .option('--force', 'make the whole index anew')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? 0 : 2)
  })

const main = async (): Promise<number> => {
  program.parse()
  const { force = false } = program.opts<{ force?: boolean }>()
  process.env.PAYLOAD_LOG_LEVEL ??= 'warn'
  const { openPayload } = await import('../src/openPayload')
  const { reindex } = await import('../src/search/reindex')
  const payload = await openPayload()
  try {
    const result = await reindex(payload, { isForced: force, onProgress: report })
    console.log(
      `${result.looked} articles looked at, ${result.indexed} indexed, ${result.removed} removed from the index.`,
    )
    return 0
  } finally {
    await payload.destroy()
  }
}

const report = ({ looked, indexed }: ReindexProgress): void =>
  console.error(`${looked} looked at, ${indexed} indexed`)

process.exit(await main())
