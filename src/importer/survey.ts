import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import {
  decodeText,
  mapArticle,
  parseFrontMatter,
  type ArticleDraft,
  type ParsedFile,
} from '../frontmatter'
import type { Archive } from './archive'
import type { ImportOptions } from './options'
import type { FileProblem } from './report'
import { unreadable, type ScannedFile } from './scan'

/** What the first pass learns of a file: all but its body, so that memory is bounded by front matter. */
export type SurveyedFile = {
  file: ScannedFile
  archive: Archive
  draft: ArticleDraft
  /** Digest of the file's bytes, in hex. */
  sha256: string
}

/** Greatest file that is imported, in bytes. */
const MAX_FILE_BYTES = 64 * 1024 * 1024

/** A file read whole: its front matter, body and what was noticed on the way. */
export type ReadFile = { parsed: ParsedFile; sha256: string; problems: FileProblem[] }

/** Reads and parses one file. Returns a problem instead of a result when it can't be an article. */
export const readArticleFile = async (file: ScannedFile): Promise<ReadFile | FileProblem> => {
  if (file.size > MAX_FILE_BYTES) {
    return {
      path: file.path,
      code: 'file-too-large',
      message: `Has ${Math.round(file.size / 1024 / 1024)} MB; texts of up to ${MAX_FILE_BYTES / 1024 / 1024} MB are imported. Split it and import again.`,
    }
  }
  let bytes: Buffer
  try {
    bytes = await readFile(file.absolute)
  } catch (error) {
    return unreadable(file.path, error)
  }
  const decoded = decodeText(bytes)
  if (decoded.isBinary) {
    return {
      path: file.path,
      code: 'file-binary',
      message:
        'Is no text, whatever its name says. Take it out of the archive, or move it to the pictures.',
    }
  }
  const parsed = parseFrontMatter({ text: decoded.text, path: file.path })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const problems = [...decoded.problems, ...parsed.problems].map((problem) => ({
    ...problem,
    path: file.path,
  }))
  return { parsed, sha256, problems }
}

/** First pass over an archive: every file's identity, address and dates, before any link is resolved. */
export const survey = async ({
  archive,
  options,
  now,
  onFile,
}: {
  archive: Archive
  options: ImportOptions
  now: Date
  onFile: () => void
}): Promise<{ surveyed: SurveyedFile[]; problems: FileProblem[]; failed: string[] }> => {
  const surveyed: SurveyedFile[] = []
  const problems: FileProblem[] = []
  const failed: string[] = []
  for (const file of archive.content) {
    const read = await readArticleFile(file)
    onFile()
    if (!('parsed' in read)) {
      problems.push(read)
      failed.push(file.path)
      continue
    }
    const mapped = mapArticle({
      path: file.path.slice(archive.folder.length),
      parsed: read.parsed,
      dialect: archive.dialect,
      site: archive.site,
      timezone: options.timezone,
      now,
    })
    problems.push(...read.problems)
    problems.push(...mapped.problems.map((problem) => ({ ...problem, path: file.path })))
    surveyed.push({ file, archive, draft: mapped.article, sha256: read.sha256 })
  }
  return { surveyed, problems, failed }
}
