import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { RichTextDocument } from '../../src/richtext/document'
import { compileHtml } from '../../src/richtext/fromHtml'
import { markdownToHtml, type SourceDialect } from '../../src/richtext/markdown'
import { compareContent, type Comparison, type Count } from './fidelity/compare'
import { documentContent } from './fidelity/documentContent'
import { htmlContent } from './fidelity/htmlContent'
import { referenceHtml } from './fidelity/reference'

const KINDS = ['words', 'links', 'pictures', 'codeLines', 'headings', 'cells'] as const
const WORST_SHOWN = 8

/**
 * `npm run bench -- fidelity <folder>[=dialect]…`: what of each Markdown file arrives in the rich-text document, measured
 * against an independent renderer. Prints a table for each folder and its worst files. With `--payload=<n>` also what
 * Payload's own converters keep of n files of each folder.
 */
const main = async (): Promise<void> => {
  const folders = process.argv.slice(2).filter((argument) => !argument.startsWith('-'))
  if (folders.length === 0) {
    console.error('Usage: fidelity <folder>[=dialect]…   dialects: hexo jekyll hugo zola astro …')
    process.exitCode = 2
    return
  }
  const sample = Number(/--payload=(\d+)/.exec(process.argv.join(' '))?.[1] ?? 0)
  const rows = []
  for (const argument of folders) {
    const [folder = '', dialect = 'plain'] = argument.split('=')
    const files = await markdownFiles(folder)
    const measured: Measured[] = []
    for (const file of files) measured.push(await measure(file, dialectNamed(dialect)))
    rows.push({ corpus: basename(folder), ...summary(measured) })
    showWorst(basename(folder), measured)
    if (sample > 0) rows.push(...(await payloadRows(basename(folder), evenly(files, sample))))
  }
  console.table(rows)
}

type Measured = { path: string; comparison: Comparison; milliseconds: number }

/** As many items as asked for, from all over the list. */
const evenly = <T>(items: T[], count: number): T[] => {
  const step = Math.max(1, Math.floor(items.length / count))
  return items.filter((_, index) => index % step === 0).slice(0, count)
}

const payloadRows = async (corpus: string, files: string[]) => {
  const { createPayloadConverters } = await import('./fidelity/payloadConverters')
  const { fromMarkdown, fromHtml } = await createPayloadConverters()
  const ways = {
    'Payload Markdown': fromMarkdown,
    'Payload HTML': (text: string) => fromHtml(referenceHtml(text)),
  }
  const rows = []
  for (const [way, convert] of Object.entries(ways)) {
    const measured: Measured[] = []
    for (const path of files) {
      const text = withoutFrontMatter(await readFile(path, 'utf8'))
      measured.push(measureConversion(path, text, convert))
    }
    rows.push({ corpus: `${corpus}: ${way}`, ...summary(measured) })
  }
  return rows
}

const measureConversion = (
  path: string,
  text: string,
  convert: (text: string) => RichTextDocument,
): Measured => {
  const start = performance.now()
  const document = convert(text)
  const milliseconds = performance.now() - start
  const expected = htmlContent(referenceHtml(text))
  return { path, comparison: compareContent(expected, documentContent(document)), milliseconds }
}

const measure = async (path: string, dialect: SourceDialect): Promise<Measured> => {
  const text = withoutFrontMatter(await readFile(path, 'utf8'))
  return measureConversion(
    path,
    text,
    (body) => compileHtml(markdownToHtml({ text: body, dialect, path }).html).document,
  )
}

const summary = (measured: Measured[]) => {
  const shares = KINDS.flatMap((kind) => {
    const counts = measured.map(({ comparison }) => comparison[kind])
    const total = sum(counts, 'total')
    const percent = (part: number) => (total === 0 ? '-' : ((part / total) * 100).toFixed(2))
    return [
      [kind, total],
      [`${kind} %`, percent(sum(counts, 'kept'))],
      [`${kind} +%`, percent(sum(counts, 'invented'))],
    ]
  })
  const lossless = measured.filter(({ comparison }) => comparison.lostWords.length === 0).length
  const ordered = measured.reduce((total, { comparison }) => total + comparison.inOrder, 0)
  const time = measured.reduce((total, { milliseconds }) => total + milliseconds, 0)
  const files = Math.max(1, measured.length)
  return {
    files: measured.length,
    'lossless %': ((lossless / files) * 100).toFixed(1),
    'in order %': ((ordered / files) * 100).toFixed(2),
    'ms a file': (time / files).toFixed(2),
    ...Object.fromEntries(shares),
  }
}

const sum = (counts: Count[], key: keyof Count): number =>
  counts.reduce((total, count) => total + count[key], 0)

const showWorst = (corpus: string, measured: Measured[]): void => {
  const badness = ({ comparison: { lostWords, inventedWords } }: Measured) =>
    lostWords.length + inventedWords.length
  const worst = [...measured].sort((a, b) => badness(b) - badness(a)).slice(0, WORST_SHOWN)
  for (const { path, comparison } of worst) {
    const { lostWords, inventedWords } = comparison
    if (lostWords.length + inventedWords.length === 0) continue
    const sample = (words: string[]) => words.slice(0, 12).join(' ')
    console.log(
      `${corpus}: ${path}\n   lost ${lostWords.length}: ${sample(lostWords)}\n   invented ${inventedWords.length}: ${sample(inventedWords)}`,
    )
  }
}

const markdownFiles = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /\.(?:md|markdown|mdx|Rmd)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

/** Front matter is measured elsewhere; here it only has to be out of the way. */
const withoutFrontMatter = (text: string): string =>
  text.replace(/^\uFEFF?\s*(---|\+\+\+|;;;)[^\n]*\n(?:[^]*?\n)?\1[ \t]*(?:\n|$)/, '')

const DIALECTS: readonly SourceDialect[] = [
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

const dialectNamed = (name: string): SourceDialect =>
  DIALECTS.find((dialect) => dialect === name) ?? 'plain'

await main()
