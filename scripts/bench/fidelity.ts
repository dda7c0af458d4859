import { existsSync } from 'node:fs'
import path from 'node:path'
import { Command, Option } from 'commander'
import { evenly, openCorpora, type Corpus } from './fidelity/corpora'
import { measureFile, measureWay, type Measured, type Sample } from './fidelity/measure'
import { RENDERERS, type Renderer } from './fidelity/referenceHtml'
import { rowOf, summaryOf, worstOf, type Summary } from './fidelity/summary'

/** Where the user called the command: npm runs scripts in the package's folder. */
const calledFrom = process.env.INIT_CWD ?? process.cwd()

const program = new Command('fidelity')
  .description(
    'Measures what of each article arrives in the rich-text document, against an independent renderer. A file is lossless when every word, link, picture, code line, heading and table cell is kept and none is added.',
  )
  .argument('[folder...]', 'archives, each as folder or folder=dialect', ['samples'])
  .option(
    '--sample <n>',
    'measure at most n files of each archive, from all over it',
    Number,
    Infinity,
  )
  .option('--payload <n>', "files of each archive to try Payload's own converters on", Number, 20)
  .option('--worst <n>', 'how many of the worst files of each archive to list', Number, 5)
  .addOption(
    new Option('--renderer <name>', 'what to measure against')
      .choices([...RENDERERS])
      .default('remark'),
  )
  .option('--json', 'figures as JSON on standard output')

type Options = {
  sample: number
  payload: number
  worst: number
  renderer: Renderer
  json?: boolean
}

type Result = { corpus: string; dialect: string; summary: Summary; worst: string[] }

/** `npm run bench -- fidelity`: prints a line for each archive, Payload's own converters below it, and the worst files. */
const main = async (): Promise<void> => {
  program.parse()
  const options = program.opts<Options>()
  const results: Result[] = []
  for (const argument of program.args.length > 0 ? program.args : ['samples']) {
    const folder = path.resolve(calledFrom, argument.split('=')[0] ?? '')
    if (!existsSync(folder)) {
      console.error(`path-missing: ${folder} does not exist. Name a folder of articles.`)
      process.exitCode = 2
      return
    }
    const corpora = await openCorpora(argument.replace(/^[^=]*/, folder), options.sample)
    for (const corpus of corpora) results.push(...(await resultsOf(corpus, options)))
  }
  if (options.json) console.log(JSON.stringify(results, undefined, 2))
  else print(results)
}

const resultsOf = async (corpus: Corpus, options: Options): Promise<Result[]> => {
  const { name, archive, files } = corpus
  const { dialect } = archive
  const measured: Measured[] = []
  const samples: Sample[] = []
  const sampled = new Set(evenly(files, options.payload))
  for (const file of files) {
    const one = await measureFile(corpus, file, options.renderer)
    if (!one) continue
    const { path: filePath, comparison, milliseconds, body, reference } = one
    measured.push({ path: filePath, comparison, milliseconds })
    if (sampled.has(file)) samples.push({ path: filePath, body, reference })
  }
  const own = {
    corpus: name,
    dialect,
    summary: summaryOf(measured),
    worst: worstOf(measured, options.worst),
  }
  return [own, ...(await payloadResults(corpus, samples))]
}

const payloadResults = async ({ name, archive }: Corpus, samples: Sample[]): Promise<Result[]> => {
  if (samples.length === 0) return []
  const { createPayloadConverters } = await import('./fidelity/payloadConverters')
  const { fromMarkdown, fromHtml } = await createPayloadConverters()
  const ways = {
    'Payload, Markdown': ({ body }: Sample) => fromMarkdown(body),
    'Payload, HTML': ({ reference }: Sample) => fromHtml(reference.html),
  }
  return Object.entries(ways).map(([way, convert]) => ({
    corpus: `${name}: ${way}`,
    dialect: archive.dialect,
    summary: summaryOf(samples.map((sample) => measureWay(sample, () => convert(sample)))),
    worst: [],
  }))
}

const print = (results: Result[]): void => {
  for (const { corpus, worst } of results) {
    if (worst.length > 0) console.log(`\n${corpus}, the worst files:\n${worst.join('\n')}`)
  }
  console.table(
    results.map(({ corpus, dialect, summary }) => rowOf(`${corpus} (${dialect})`, summary)),
  )
}

await main()
process.exit()
