import type { ArticleDraft, ParsedFile } from '../frontmatter'
import type { Problem } from '../problem'
import type { RichTextDocument } from '../richtext/document'
import { compileHtml } from '../richtext/fromHtml'
import { expandGeneratorSyntax } from '../richtext/generator'
import { markdownToHtml } from '../richtext/markdown'
import { parseArticle, readContent } from './readArticleFile'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'
import { mapFile, type ReadingSettings } from './survey'

/** An article's body as rich text, references still as the source wrote them. */
export type CompiledBody = { document: RichTextDocument; excerpt?: string }

export type FileToCompile = ScannedFile & { sha256: string }

export type CompileOutcome =
  | { kind: 'compiled'; draft: ArticleDraft; body: CompiledBody; problems: FileProblem[] }
  | { kind: 'failed'; problem: FileProblem }

const HTML_FILE = /\.x?html?$/i

/** Second pass over one file: what it says about an article, and its body as a document. */
export const compileFile = (file: FileToCompile, settings: ReadingSettings): CompileOutcome => {
  const { path } = file
  const content = readContent(file)
  if ('code' in content) return { kind: 'failed', problem: content }
  if (content.sha256 !== file.sha256) return { kind: 'failed', problem: changedMeanwhile(path) }
  const article = parseArticle(path, content.bytes)
  if ('code' in article) return { kind: 'failed', problem: article }
  const { article: draft } = mapFile(file, article.parsed, settings)
  const { problems, ...body } = compileBody({ path, parsed: article.parsed, settings })
  return {
    kind: 'compiled',
    draft,
    body,
    problems: problems.map((problem) => ({ ...problem, path })),
  }
}

/** A file's body becomes HTML, and the HTML the document. Pure. */
export const compileBody = ({
  path,
  parsed,
  settings: { dialect, site },
}: {
  path: string
  parsed: ParsedFile
  settings: Pick<ReadingSettings, 'dialect' | 'site'>
}): CompiledBody & { problems: Problem[] } => {
  const source = {
    text: parsed.body,
    dialect,
    path,
    page: parsed.data,
    site: {
      url: site.baseUrl,
      baseurl: site.basePath,
      title: site.title,
      config: site.config,
    },
    includes: site.includes,
  }
  const { html, problems } = HTML_FILE.test(path)
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

const changedMeanwhile = (path: string): FileProblem => ({
  path,
  code: 'file-changed-while-importing',
  message: 'Changed between the first pass and the second. Import again.',
})
