import type { ParsedFile } from '../frontmatter'
import type { Problem } from '../problem'
import type { RichTextDocument } from '../richtext/document'
import { compileHtml } from '../richtext/fromHtml'
import { expandGeneratorSyntax } from '../richtext/generator'
import { markdownToHtml } from '../richtext/markdown'
import type { SurveyedFile } from './survey'

/** An article's body as rich text, references still as the source wrote them. */
export type CompiledBody = { document: RichTextDocument; problems: Problem[]; excerpt?: string }

const HTML_FILE = /\.x?html?$/i

/** Second pass over one file: its body becomes HTML, and the HTML the document. Pure. */
export const compileBody = (
  { archive, file }: Pick<SurveyedFile, 'archive' | 'file'>,
  parsed: ParsedFile,
): CompiledBody => {
  const source = {
    text: parsed.body,
    dialect: archive.dialect,
    path: file.path,
    page: parsed.data,
    site: { url: archive.site.baseUrl, baseurl: archive.site.basePath, title: archive.site.title },
  }
  const { html, problems } = HTML_FILE.test(file.path)
    ? expandGeneratorSyntax(source)
    : markdownToHtml(source)
  const compiled = compileHtml(html)
  const lines = parsed.bodyLine - 1
  const inFile = problems.map((problem) => ({
    ...problem,
    ...(problem.line !== undefined && { line: problem.line + lines }),
  }))
  return {
    document: compiled.document,
    excerpt: compiled.excerpt,
    problems: [...inFile, ...compiled.problems],
  }
}
