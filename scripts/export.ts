import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { Command, Option } from 'commander'
import { z } from 'zod'
import { runExport } from '../src/exporter/export'
import { exportOptions, type ExportOptions } from '../src/exporter/options'
import type { ExportReport } from '../src/exporter/report'

const EXIT = { done: 0, someFailed: 1, couldNotRun: 2 } as const

/** Where the user called the command: npm runs scripts in the package's folder. */
const calledFrom = process.env.INIT_CWD ?? process.cwd()

const program = new Command('export')
  .description('Writes articles as Markdown files with front matter, and their pictures.')
  .argument('<folder>', 'where the files go; files of the same name are overwritten')
  .addOption(
    new Option('--status <status>', 'published articles, or all in their latest version')
      .choices(['published', 'all'])
      .default('published'),
  )
  .option('--base-url <url>', "the site's address, for links to articles that are not exported")
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun)
  })

const main = async (): Promise<number> => {
  program.parse()
  const parsed = exportOptions.safeParse(program.opts<ExportOptions>())
  if (!parsed.success) return refuse('option-invalid', z.prettifyError(parsed.error))
  const folder = path.resolve(calledFrom, program.args[0] ?? '')
  try {
    await mkdir(folder, { recursive: true })
  } catch (error) {
    return refuse('folder-unusable', `${folder} can't be made: ${messageOf(error)}. Name another.`)
  }
  process.env.PAYLOAD_LOG_LEVEL ??= 'warn'
  const { openPayload } = await import('../src/openPayload')
  const payload = await openPayload()
  try {
    const report = await runExport({ payload, folder, options: parsed.data })
    print(report, folder)
    return report.problems.length > 0 ? EXIT.someFailed : EXIT.done
  } finally {
    await payload.destroy()
  }
}

const print = ({ counts, problems }: ExportReport, folder: string): void => {
  process.stdout.write(
    `${counts.written} articles and ${counts.pictures} pictures were written to ${folder}.\n`,
  )
  for (const { code, message, path: file } of problems) {
    process.stderr.write(`${code}: ${file}: ${message}\n`)
  }
}

const refuse = (code: string, message: string): number => {
  process.stderr.write(`${code}: ${message}\n`)
  return EXIT.couldNotRun
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

process.exit(await main().catch((error: unknown) => refuse('export-failed', messageOf(error))))
