import { compileBody } from '../../../src/importer/compile'
import { parseArticle, readContent } from '../../../src/importer/readArticleFile'
import type { ScannedFile } from '../../../src/importer/scan'
import type { RichTextDocument } from '../../../src/richtext/document'
import { compareContent, type Comparison } from './compare'
import type { Corpus } from './corpora'
import { documentContent } from './documentContent'
import { htmlContent } from './htmlContent'
import { referenceOf, type Reference, type Renderer } from './referenceHtml'

/** One file measured; `milliseconds` are of the processor, from the file's bytes to the document. */
export type Measured = { path: string; comparison: Comparison; milliseconds: number }

/** A file's body, and what a reader should get of it. */
export type Sample = { path: string; body: string; reference: Reference }

/** Compiles a file as the importer does and compares it with its reference. Undefined when the importer refuses the file. */
export const measureFile = async (
  { archive }: Corpus,
  file: ScannedFile,
  renderer: Renderer,
): Promise<(Measured & Sample) | undefined> => {
  const before = process.cpuUsage()
  const content = readContent(file)
  const read = 'code' in content ? content : parseArticle(file.path, content.bytes)
  if (!('parsed' in read)) return undefined
  const { document } = compileBody({ path: file.path, parsed: read.parsed, settings: archive })
  const { user, system } = process.cpuUsage(before)
  const { body, data: page } = read.parsed
  const reference = referenceOf({
    body,
    path: file.path,
    dialect: archive.dialect,
    page,
    renderer,
  })
  return {
    path: file.absolute,
    body,
    reference,
    comparison: compared(reference, document),
    milliseconds: (user + system) / 1000,
  }
}

/** Measures another way from a text to a document against the same reference. */
export const measureWay = (
  { path, reference }: Sample,
  convert: () => RichTextDocument,
): Measured => {
  const before = process.cpuUsage()
  const document = convert()
  const { user, system } = process.cpuUsage(before)
  return { path, comparison: compared(reference, document), milliseconds: (user + system) / 1000 }
}

const compared = ({ html, unjudged }: Reference, document: RichTextDocument): Comparison =>
  compareContent(htmlContent(html), documentContent(document), unjudged)
