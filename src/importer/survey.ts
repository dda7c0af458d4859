import { mapArticle, type ArticleDraft } from '../frontmatter'
import type { Archive } from './archive'
import { parseArticle, readContent } from './readArticleFile'
import type { FileProblem } from './report'
import type { ScannedFile } from './scan'

/** What others refer to a file by. Kept for every file of a run, so it is small. */
export type FileIdentity = Pick<ArticleDraft, 'slug' | 'address' | 'aliases' | 'locale'>

/** What the first pass learns of a file. */
export type SurveyedFile = {
  file: ScannedFile
  archive: Archive
  draft: FileIdentity
  /** Digest of the file's bytes, in hex. */
  sha256: string
}

/** What reading an archive's files takes beside them. Can be cloned to worker threads. */
export type ReadingSettings = Pick<Archive, 'folder' | 'dialect' | 'site'> & {
  timezone?: string
  now: Date
}

export type SurveyOutcome =
  /** As it was when it was imported; not looked into. */
  | { kind: 'same'; sha256: string }
  | { kind: 'read'; sha256: string; draft: FileIdentity; problems: FileProblem[] }
  | { kind: 'failed'; problem: FileProblem }

/** First pass over one file: its digest and what others refer to it by. */
export const surveyFile = (file: ScannedFile, settings: ReadingSettings): SurveyOutcome => {
  const content = readContent(file)
  if ('code' in content) return { kind: 'failed', problem: content }
  const { bytes, sha256 } = content
  const article = parseArticle(file.path, bytes)
  if ('code' in article) return { kind: 'failed', problem: article }
  const mapped = mapFile(file, article.parsed, settings)
  const { slug, address, aliases, locale } = mapped.article
  return {
    kind: 'read',
    sha256,
    draft: { slug, address, aliases, locale },
    problems: [
      ...article.problems,
      ...mapped.problems.map((problem) => ({ ...problem, path: file.path })),
    ],
  }
}

/** What a parsed file says about an article. */
export const mapFile = (
  { path }: Pick<ScannedFile, 'path'>,
  parsed: Parameters<typeof mapArticle>[0]['parsed'],
  { folder, dialect, site, timezone, now }: ReadingSettings,
) => mapArticle({ path: path.slice(folder.length), parsed, dialect, site, timezone, now })
