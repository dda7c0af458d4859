import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { Command, Option } from 'commander'
import { z } from 'zod'
import { importOptions, MEDIA_MODES, type ImportOptions } from '../src/importer/options'
import { openProgress } from '../src/importer/progress'
import { problemsByCode, type Report } from '../src/importer/report'
import { runImport } from '../src/importer/run'
import { isThere } from '../src/isThere'

const DIALECTS = [
  'auto',
  'hexo',
  'jekyll',
  'hugo',
  'zola',
  'astro',
  'eleventy',
  'docusaurus',
  'gatsby',
  'plain',
]
const EXIT = { done: 0, someFailed: 1, couldNotRun: 2 } as const

/** Where the user called the command: npm runs scripts in the package's folder. */
const calledFrom = process.env.INIT_CWD ?? process.cwd()

const program = new Command('import')
  .description('Imports archives of articles with front matter.')
  .argument('<path...>', 'folders (or files) of articles')
  .addOption(
    new Option('--dialect <name>', 'generator of the archive').choices(DIALECTS).default('auto'),
  )
  .option('--dry-run', 'print what would happen and change nothing')
  .addOption(new Option('--media <mode>', 'pictures').choices([...MEDIA_MODES]).default('copy'))
  .option('--assets <folder>', 'site root for absolute local pictures (repeatable)', collect, [])
  .option('--base-url <url>', "the old site's address: links to it become internal")
  .option('--timezone <zone>', 'IANA zone for dates without one')
  .addOption(
    new Option('--status <status>', 'state of the articles')
      .choices(['published', 'draft', 'keep'])
      .default('keep'),
  )
  .option('--limit <n>', 'import the first n files only', Number)
  .option('--concurrency <n>', 'fetches at once', Number, 8)
  .option('--report <file>', 'write the whole report as JSON')
  .option('--json', 'summary as JSON on standard output')
  .option('--force', 'take the file where an editor has changed the article')
  .option('--prune', 'move articles whose file is gone to the trash')
  .option('--allow-private-hosts', 'fetch pictures from private addresses too')
  .option('--no-resume', 'take unchanged files anew too (what editors changed stays)')
  .exitOverride((error) => {
    process.exit(error.exitCode === 0 ? EXIT.done : EXIT.couldNotRun)
  })

type CommandOptions = ImportOptions & { report?: string; json?: boolean }

const main = async (): Promise<number> => {
  program.parse()
  const given = program.opts<CommandOptions>()
  const parsed = importOptions.safeParse({
    ...given,
    assets: given.assets.map(fromCaller),
  })
  if (!parsed.success) return refuse('option-invalid', z.prettifyError(parsed.error))
  const roots = program.args.map(fromCaller)
  for (const root of roots) {
    if (!(await isThere(root)))
      return refuse('path-missing', `${root} does not exist. Name a folder of articles.`)
  }
  process.env.PAYLOAD_LOG_LEVEL ??= 'warn'
  const { openPayload } = await import('../src/openPayload')
  const payload = await openPayload()
  const reports: Report[] = []
  const progress = openProgress()
  try {
    for (const root of roots) {
      reports.push(
        await runImport({ payload, root, options: parsed.data, onProgress: progress.show }),
      )
    }
  } finally {
    progress.close()
    await payload.destroy()
  }
  const report = merged(reports)
  if (given.report) await writeFile(fromCaller(given.report), JSON.stringify(report, null, 2))
  if (given.json) process.stdout.write(`${JSON.stringify(summaryOf(report))}\n`)
  else print(report)
  return report.counts.failed > 0 ? EXIT.someFailed : EXIT.done
}

function collect(value: string, previous: string[]): string[] {
  return [...previous, value]
}

const fromCaller = (given: string): string => path.resolve(calledFrom, given)

const refuse = (code: string, message: string): number => {
  process.stderr.write(`${code}: ${message}\n`)
  return EXIT.couldNotRun
}

const merged = (reports: Report[]): Report => {
  const [first, ...rest] = reports
  if (!first) throw new Error('no archive was given')
  for (const { counts, problems, archives, times, samples } of rest) {
    for (const key of Object.keys(counts) as (keyof typeof counts)[]) {
      first.counts[key] += counts[key]
      first.samples[key].push(...samples[key])
    }
    first.problems.push(...problems)
    first.archives.push(...archives)
    for (const [stage, time] of Object.entries(times)) {
      first.times[stage] = (first.times[stage] ?? 0) + time
    }
  }
  return first
}

const summaryOf = (report: Report) => ({
  ...report,
  problems: Object.fromEntries(problemsByCode(report.problems)),
})

const print = (report: Report): void => {
  const line = (text = '') => process.stdout.write(`${text}\n`)
  line()
  const archives = report.archives.filter(({ files }) => files > 0)
  if (archives.length === 0) line('No article was found below this path.')
  for (const { folder, dialect, reasons, files } of archives) {
    line(`${folder || 'Archive'}: ${dialect}, ${files} files (${reasons.join('; ')})`)
  }
  line(report.isDryRun ? 'Dry run: nothing was changed.' : 'Done.')
  for (const [outcome, number] of Object.entries(report.counts)) {
    line(`  ${outcome.padEnd(9)} ${String(number).padStart(6)}`)
    const samples = report.samples[outcome as keyof typeof report.samples]
    if (report.isDryRun && outcome !== 'same') for (const sample of samples) line(`      ${sample}`)
  }
  const codes = problemsByCode(report.problems)
  if (codes.length > 0) line('Problems:')
  for (const [code, number] of codes) {
    const example = report.problems.find((problem) => problem.code === code)
    line(
      `  ${code} (${number}), for example ${example?.path}${example?.line ? `:${example.line}` : ''}: ${example?.message}`,
    )
  }
  if (codes.length > 0) line('The whole list: --report <file.json>, or Imports in the admin panel.')
  line(
    `Time: ${Object.entries(report.times)
      .map(([stage, time]) => `${stage} ${(time / 1000).toFixed(1)} s`)
      .join(', ')}`,
  )
}

process.exit(
  await main().catch((error: unknown) =>
    refuse('import-failed', error instanceof Error ? error.message : String(error)),
  ),
)
